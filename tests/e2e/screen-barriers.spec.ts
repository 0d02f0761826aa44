import { barriersOn } from './axe.ts';
import { expect, test } from './lobby.ts';

const GLASSES = [
  ['lobby-a', { width: 1920, height: 1080 }],
  ['lobby-b', { width: 1080, height: 1920 }],
  ['strip-1', { width: 1024, height: 24 }],
] as const;

interface State {
  readonly name: string;
  /** When the screen is switched on; the usual morning where nothing is said. */
  readonly at?: string;
  /** For how many minutes it has been without its server. */
  readonly alone?: number;
  /** What is seen on the glass in this state. */
  readonly sign: string;
}

const STATES: readonly State[] = [
  { name: 'in the morning', sign: 'html.live' },
  { name: 'twenty minutes without its server', alone: 20, sign: 'html.late' },
  { name: 'three hours without its server', alone: 3 * 60, sign: 'html.stale' },
  {
    name: 'three days without its server',
    alone: 3 * 24 * 60 + 10,
    sign: '[data-curtain=suspended]',
  },
  { name: 'in quiet hours', at: '2026-11-22T20:00:00+08:00', sign: '[data-curtain=quiet]' },
  { name: 'when everything is over', at: '2027-06-01T09:00:00+08:00', sign: 'main' },
];

for (const [screen, viewport] of GLASSES) {
  test.describe(screen, () => {
    test.use({ viewport });

    for (const { name, at, alone, sign } of STATES) {
      // This one never rests.
      if (screen === 'lobby-b' && sign.includes('quiet')) continue;
      test(`${name} has nothing that axe objects to`, async ({ hall, server }) => {
        if (at) server.time = Date.parse(at);
        await hall.open(screen);
        if (alone) {
          await server.fail('500');
          await hall.jump(alone);
        }
        await expect(hall.page.locator(sign)).toBeVisible();
        expect(await barriersOn(hall.page)).toEqual([]);
      });
    }

    test('without a script has nothing that axe objects to', async ({ page, server }) => {
      const address = server.addressOf(screen);
      // Axe is a script itself: what a browser shows that runs none is written out for it.
      await page.route(address, async (route) => {
        const printed = await (await route.fetch()).text();
        const shown = printed.replace(/<script\b.*?<\/script>/gsu, '').replace(/<\/?noscript>/gu, '');
        await route.fulfill({ body: shown, contentType: 'text/html; charset=utf-8' });
      });
      await page.goto(address);
      expect(await barriersOn(page)).toEqual([]);
    });
  });
}
