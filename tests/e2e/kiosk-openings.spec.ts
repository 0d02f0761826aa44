import type { Opening } from '../../src/core/kiosk/boot.ts';
import { expect, test, type KioskId, type KioskServer } from './kiosk.ts';

const STOPPED = '更合镇示例村对外道路拓宽工程施工招标公告';

for (const [happening, mark] of [
  ['suspended', '已中止'],
  ['terminated', '已终止'],
] as const) {
  test(`who comes for an opening that was stopped reads ${mark} in the list and on the board`, async ({
    visitor,
  }) => {
    const { page, server } = visitor;
    changeOpening(server, 'hall-2', { happening });
    await visitor.comeTo('hall-2');
    await expect(page.locator('[data-board-list] li', { hasText: STOPPED })).toContainText(mark);
    await page.locator('[data-openings]').tap();
    await expect(page.locator('.view > h2')).toHaveText(/共 \d+ 场，1 场不开标$/u);
    await expect(page.locator('.row', { hasText: STOPPED }).locator('.tag')).toHaveText(mark);
  });
}

test('an opening of today that was stopped does not count as one that is held', async ({ visitor }) => {
  changeOpening(visitor.server, 'hall-1', { happening: 'terminated', at: '2026-11-22T15:30:00+08:00' });
  await visitor.comeTo('hall-1');
  await expect(visitor.page.locator('[data-openings-note]')).toHaveText('今天 1 场，1 场不开标');
});

/** Has a kiosk come up with the opening of `STOPPED` changed. */
function changeOpening(server: KioskServer, kiosk: KioskId, change: Partial<Opening>): void {
  const path = `kiosk/${kiosk}/index.html`;
  const openings = /(?<="openings":)\[[^\]]*\]/u;
  const changed = (JSON.parse(openings.exec(server.read(path))![0]) as readonly Opening[]).map((opening) =>
    opening.title === STOPPED ? { ...opening, ...change } : opening,
  );
  server.texts.set(path, server.read(path).replace(openings, JSON.stringify(changed)));
}
