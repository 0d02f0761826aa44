import { noticesOn, withBand } from '../../src/core/screen/browser/band.ts';
import type { BoardBoot } from '../../src/core/screen/browser/boot.ts';
import { rowCells } from '../../src/core/screen/browser/row-cells.ts';
import type { Panel } from '../../src/core/screen/browser/panel.ts';
import { rowLines } from '../../src/core/screen/browser/row-lines.ts';
import { unfit } from './legibility.ts';
import { expect, pagesOf, test, withoutBreaks } from './lobby.ts';

const PANELS: readonly (readonly [name: string, screen: string, panel: Panel, scale: number])[] = [
  ['across', 'lobby-a', { inches: 55, width: 1920, height: 1080, distanceM: 3 }, 1],
  ['upright', 'lobby-b', { inches: 55, width: 1080, height: 1920, distanceM: 3 }, 1],
  [
    'of 3840×2160 dots, two to a pixel',
    'lobby-a',
    { inches: 55, width: 1920, height: 1080, distanceM: 3 },
    2,
  ],
  [
    'of 3840×2160 dots, one to a pixel',
    'lobby-a',
    { inches: 55, width: 3840, height: 2160, distanceM: 3 },
    1,
  ],
];

for (const [name, screen, panel, scale] of PANELS) {
  test.describe(`a screen ${name}`, () => {
    test.use({ viewport: { width: panel.width, height: panel.height }, deviceScaleFactor: scale });

    test('is legible from where people stand, with nothing cut off, on every page of a round', async ({
      hall,
      server,
    }) => {
      await hall.open(screen);
      const pages = pagesOf(await hall.boot());
      expect(pages.length).toBeGreaterThan(1);
      for (const [index] of pages.entries()) {
        await hall.turnTo(`${index + 1}/${pages.length}`);
        expect(await unfit(hall.page, panel)).toEqual([]);
      }
      await server.fail('dead');
      await hall.jump(20);
      expect(await hall.footer()).toContain('没有连上服务器');
      expect(await unfit(hall.page, panel)).toEqual([]);
      await hall.jump(150);
      expect(await unfit(hall.page, panel)).toEqual([]);
    });
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [screen, viewport] of [
    ['lobby-a', { width: 1920, height: 1080 }],
    ['lobby-b', { width: 1080, height: 1920 }],
  ] as const) {
    test(`${screen} shows every announcement in the room reckoned for it, its moment first, and how old the data is`, async ({
      page,
      server,
    }) => {
      await page.setViewportSize(viewport);
      await page.goto(server.addressOf(screen));
      const boot = JSON.parse((await page.locator('#boot').textContent())!) as BoardBoot;
      const { head } = boot;
      const layout = withBand(boot.layout, noticesOn(boot.feed.notices, head.generated));
      const items = pagesOf(boot).flatMap(({ groups, form }) =>
        groups.flatMap(({ kind, items }) =>
          items.map((item) => ({ kind, item, isGrouped: form === 'groups' })),
        ),
      );
      const rows = page.locator('.row:visible');
      await expect(rows).toHaveCount(items.length);
      const line = layout.line * (viewport.width / layout.width);
      for (const [index, row] of (await rows.all()).entries()) {
        const text = withoutBreaks(await row.innerText()).replace(/\s+/gu, '');
        const { kind, item, isGrouped } = items[index]!;
        const { time, room, name, details, changes } = rowCells(kind, item, head.generated, layout);
        const isTimed = ['openings', 'closing', 'open'].includes(kind);
        const written = [
          room,
          ...details,
          ...changes.map(({ label, was, now }) => label + was + now),
          ...(isTimed ? [time] : []),
        ];
        const title = withoutBreaks(name).replace(/\s+/gu, '');
        expect(text).toContain(title);
        if (isTimed) expect(text.indexOf(time)).toBeLessThan(text.indexOf(title));
        for (const words of written) expect(text).toContain(words.replace(/\s+/gu, ''));
        const reckoned = rowLines(kind, item, head.generated, layout, isGrouped) * line;
        expect((await row.boundingBox())!.height, item.title).toBeLessThanOrEqual(reckoned + 0.5);
      }
      await expect(page.locator('footer')).toContainText('数据 11月22日 09:00');
    });
  }
});
