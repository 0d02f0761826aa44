import { instantAt } from '../../src/core/announcement/instant.ts';
import { openingsOn, STATE_WORDS } from '../../src/core/screen/browser/openings.ts';
import type { Item } from '../../src/core/screen/browser/feed.ts';
import { at, busyMorning, opening } from '../core/screen/busy-day.ts';
import type { HallServer } from './hall-server.ts';
import { barriersOn } from './axe.ts';
import { unfit } from './legibility.ts';
import { expect, test, type HallScreen } from './lobby.ts';

const GLASSES = [
  ['across', 'lobby-a', { width: 1920, height: 1080 }],
  ['upright', 'lobby-b', { width: 1080, height: 1920 }],
] as const;

/** A day of so many openings takes the place of the first part. */
function hold(server: HallServer, screen: string, items: readonly Item[], time: string): void {
  server.time = Date.parse(at(time));
  server.publish(
    screen,
    (feed) => ({
      ...feed,
      notices: [],
      parts: feed.parts.map((part, index) => (index === 0 ? { kind: 'openings', items, leftOut: 0 } : part)),
    }),
    { generated: at(time) },
  );
}

/** Lets the next question be asked, and the first page of the day come on. */
async function openOn(hall: HallScreen, screen: string): Promise<void> {
  await hall.open(screen);
  await hall.pass(80);
  await hall.turnTo((await hall.count()).replace(/^\d+/u, '1'));
}

const OLD = { at: '2026-12-08T09:30:00+08:00', room: '305' } as const;

/** Everything that can befall an opening. */
const eventful = (): readonly Item[] =>
  busyMorning(24).map((item, index) => {
    if (index === 17) return { ...item, moved: OLD };
    if (index === 18) return { ...item, stopped: 'terminated' as const };
    if (index === 20) return { ...item, stopped: 'suspended' as const };
    if (index !== 21) return item;
    const { room: _, ...elsewhere } = item;
    return { ...elsewhere, detail: '示例区政务服务中心二楼会议室' };
  });

/** One that goes on in another house, and one whose new hour is past. */
const moving = (): readonly Item[] => [
  opening('10:45', '303', {
    moved: { at: at('10:45'), place: '示例大酒店三楼会议室（示例市示例区示例街道示例中路 100 号示例广场）' },
  }),
  opening('11:00', '305', { moved: { at: at('09:00'), room: '303' } }),
];

for (const [how, screen, viewport] of GLASSES) {
  test.describe(`a screen ${how}`, () => {
    test.use({ viewport });

    for (const count of [24, 60]) {
      test(`on a morning of ${count} openings what begins next stands first, in black on white, at whatever quarter of an hour`, async ({
        hall,
        server,
      }) => {
        test.slow();
        const items = busyMorning(count);
        hold(server, screen, items, '07:45');
        await openOn(hall, screen);
        for (const time of ['08:05', '09:20', '10:35', '11:50']) {
          const now = Date.parse(at(time));
          await hall.jump((now - server.time) / 60_000);
          await hall.turnTo((await hall.count()).replace(/^\d+/u, '1'));
          const [first] = openingsOn(items, instantAt(server.time), 60);
          if (first!.state !== 'waiting') continue;
          const row = hall.page.locator('.board .row:visible').first();
          await expect(row.locator('.hour')).toHaveText(first!.item.at.slice(11, 16));
          await expect(row.locator('.state')).toHaveText(STATE_WORDS.waiting);
          await expect(row.locator('.hour')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
        }
      });
    }

    test('a day with everything that can befall an opening is legible on every page, each state in a form of its own', async ({
      hall,
      server,
    }) => {
      hold(server, screen, eventful(), '10:20');
      await openOn(hall, screen);
      const panel = { inches: 55, ...viewport, distanceM: 3 };
      const pages = Number((await hall.count()).split('/')[1] ?? 1);
      expect(await barriersOn(hall.page)).toEqual([]);
      const seen = new Map<string, string>();
      for (let page = 1; page <= Math.min(pages, 2); page++) {
        await hall.turnTo(`${page}/${pages}`);
        expect(await unfit(hall.page, panel)).toEqual([]);
        for (const state of await hall.page.locator('.board .row:visible .state').all())
          seen.set(
            await state.innerText(),
            await state.evaluate(
              (box) => `${getComputedStyle(box).backgroundColor} ${getComputedStyle(box).boxShadow}`,
            ),
          );
      }
      for (const word of ['候标', '开标中', '改期', '暂停', '终止'])
        expect(Array.from(seen.keys())).toContain(word);
      expect(seen.get('开标中')).toContain('rgb(83, 224, 140)');
      expect(seen.get('改期')).toContain('rgb(255, 176, 0)');
      expect(seen.get('暂停')).toBe(seen.get('改期'));
      expect(seen.get('终止')).toContain('rgb(147, 161, 174)');
      const moved = hall.page.locator('.board .row[data-state=moved]');
      await hall.turnTo(`1/${pages}`);
      expect((await moved.locator('.to').innerText()).replace(/\s+/gu, '')).toBe('→12月8日09:30305室');
    });

    test('what moved to another house names it behind the arrow, and what moved to a past hour says that it began', async ({
      hall,
      server,
    }) => {
      hold(server, screen, moving(), '10:20');
      await openOn(hall, screen);
      const told = await hall.page.locator('.board .row:visible .to').allInnerTexts();
      expect(told.map((words) => words.replace(/\s+/gu, ''))).toEqual([
        '→示例大酒店三楼会议室',
        '→09:00303室已开始',
      ]);
      const [arrow, where] = await Promise.all(
        ['.arrow', '.where'].map((part) => hall.page.locator(`.to:visible ${part}`).first().boundingBox()),
      );
      expect(where!.y).toBeLessThan(arrow!.y + arrow!.height / 2);
      expect(await unfit(hall.page, { inches: 55, ...viewport, distanceM: 3 })).toEqual([]);
    });

    test('data of three hours ago tell no state, and say whom to ask', async ({ hall, server }) => {
      hold(server, screen, eventful(), '10:20');
      await openOn(hall, screen);
      await server.fail('500');
      await hall.jump(180);
      await expect(hall.page.locator('.age b')).toHaveText('3 小时');
      for (const word of await hall.page.locator('.board .row:visible .state').allInnerTexts())
        expect(word).toBe('待核对');
      expect(await hall.footer()).toContain('服务台或电话');
      expect(await unfit(hall.page, { inches: 55, ...viewport, distanceM: 3 })).toEqual([]);
    });
  });
}
