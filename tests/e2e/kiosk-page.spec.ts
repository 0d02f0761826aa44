import { gzipSync } from 'node:zlib';
import { expect, test } from './kiosk.ts';
import { workOf } from './thread.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says so and lists what can still be joined, with its dates', async ({ page, server }) => {
    server.calm();
    await page.goto(server.addressOf('hall-1'));
    await expect(page.locator('[data-plain] > p').first()).toContainText('JavaScript');
    await expect(page.locator('[data-plain] li').first()).toContainText(
      /文件获取结束\s+2026年11月23日\s+投标截止\s+2026年12月11日（星期五）09:30/u,
    );
  });
});

/** How many times slower the processor of a box is. */
const SLOWER = 6;
/** Milliseconds of such a processor until everything stands on the glass: twice what it takes. */
const MOST_MS = 1600;

test('the script of a kiosk is small, and it stands on the glass soon on a slow box', async ({ visitor }) => {
  const { page, server } = visitor;
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  const kiosk = server.addressOf('hall-1');
  await page.goto(`${kiosk}head.json`);
  const work = await workOf(page, async () => {
    await page.goto(kiosk);
    await visitor.ready();
  });
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  console.log(
    `kiosk: script ${bytes} bytes packed, on the glass after ${Math.round(work * SLOWER)} ms at CPU ×6`,
  );
  expect(bytes).toBeLessThanOrEqual(22 * 1024);
  expect(work * SLOWER).toBeLessThanOrEqual(MOST_MS);
});
