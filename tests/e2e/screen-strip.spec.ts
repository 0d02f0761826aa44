import type { Page } from '@playwright/test';
import type { Boot } from '../../src/core/screen/browser/boot.ts';
import type { Feed, Item } from '../../src/core/screen/browser/feed.ts';
import { cycleOf } from '../../src/core/screen/browser/pages.ts';
import { cutsAt } from '../../src/core/screen/browser/strip.ts';
import { at, busyMorning, opening } from '../core/screen/busy-day.ts';
import { dotsOf } from './dots.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';
import { lampsOf, printedFor } from './strips.ts';

const line = '[data-line]';
const clock = '[data-clock]';

const bootOf = async (page: Page): Promise<Boot> =>
  JSON.parse((await page.locator('#boot').textContent())!) as Boot;

const RED = '255,0,0';
const GREEN = '0,255,0';
const YELLOW = '255,255,0';

/** How many lamps burn in each colour; those below and right of the strip must all be dark. */
async function burning(
  page: Page,
  width: number,
  height: number,
): Promise<{ colours: Record<string, number>; outside: number }> {
  const clip = { x: 0, y: 0, width, height: height + 8 };
  const { data } = await dotsOf(page, clip);
  const colours: Record<string, number> = {};
  let outside = 0;
  for (let dot = 0; dot < data.length / 4; dot++) {
    const colour = data.slice(dot * 4, dot * 4 + 3).join(',');
    if (colour === '0,0,0') continue;
    colours[colour] = (colours[colour] ?? 0) + 1;
    if (dot >= width * height) outside++;
  }
  const right = await page.evaluate(() => document.querySelector('main')!.scrollWidth);
  return { colours, outside: outside + Math.max(0, right - width) };
}

/** A busy morning, one opening that was moved, and a correction. */
const busy = (feed: Feed): Feed => {
  const moved = { at: '2026-12-08T09:30:00+08:00', room: '305' };
  const correction: Item = {
    id: 'sl-changed',
    title: '示例小学食堂食材配送服务采购公告',
    short: '示例小学食堂',
    type: '更正公告',
    at: at('09:00'),
    changes: [{ label: '投标截止', was: '12月7日 09:30', now: '12月10日 09:30' }],
  };
  return {
    ...feed,
    notices: [],
    parts: [
      {
        kind: 'openings',
        items: [...busyMorning(24), opening('10:31', '305', { id: 'sl-moved', short: '示例桥', moved })],
        most: 4,
        leftOut: 0,
      },
      { kind: 'corrections', items: [correction], leftOut: 0 },
    ],
  };
};

/** Hangs another strip in the place of the sample's, which follows the time of its server. */
function hang(server: HallServer, ...lamps: Parameters<typeof lampsOf>): void {
  const printed = printedFor(server.read('display/strip-1/index.html'), lampsOf(...lamps));
  server.write('display/strip-1/index.html', printed.replace(/,"standsAt":"[^"]*"/u, ''));
}

test.describe('a strip of 1024×16 lamps', () => {
  test.use({ viewport: { width: 1024, height: 24 } });

  test('shows one sentence after the other by hard cuts, each dot of which burns or does not', async ({
    hall,
  }) => {
    test.slow();
    await hall.open('strip-1');
    const { feed, strip, factor, head } = await bootOf(hall.page);
    const cuts = cutsAt(feed, head.generated, { strip: strip!, factor, generated: head.generated });
    expect(cuts[0]!.kind).toBe('notice');
    expect(cycleOf(cuts)).toBeLessThanOrEqual(200);
    for (const { text } of cuts) {
      await hall.passUntilIn(line, text);
      expect(await hall.page.locator(line).evaluate((p) => getComputedStyle(p).fontSize)).toBe('16px');
      const { colours, outside } = await burning(hall.page, 1024, 16);
      expect(outside).toBe(0);
      const lamps = ['255,255,255', YELLOW, GREEN, '255,176,0', '255,128,128'];
      expect(Object.keys(colours).filter((colour) => !lamps.includes(colour))).toEqual([]);
    }
    await hall.passUntilIn(line, '演示数据，均为虚构');
  });

  test('shows the next openings at half past ten, and the time at its right end', async ({
    hall,
    server,
  }) => {
    server.publish('strip-1', busy);
    hang(server, 1024, 16);
    server.time = Date.parse(at('10:22'));
    await hall.open('strip-1');
    await hall.passUntilIn(line, '示例路10:30改造 10:30 301 候标');
    await hall.passUntilIn(line, '示例桥 改期 10:31 → 12月8日 09:30 305');
    await expect(hall.page.locator(line)).not.toContainText('08:');
    await expect(hall.page.locator(clock)).toContainText('10:2');
    const box = (await hall.page.locator(clock).boundingBox())!;
    expect(box.x + box.width).toBe(1024);
    await hall.passUntilIn(line, '示例小学食堂 更正 投标截止 12月7日 09:30 → 12月10日 09:30');
  });

  test('has no time where no clock can be trusted, and its sentences keep their place', async ({
    hall,
    server,
  }) => {
    server.publish('strip-1', busy);
    hang(server, 1024, 16);
    server.time = Date.parse('1970-01-01T00:00:00Z');
    await hall.open('strip-1');
    await expect(hall.page.locator(clock)).toHaveText('');
    await hall.passUntilIn(line, '开标 11月23日');
    expect((await hall.page.locator(line).boundingBox())!.width).toBe(lampsOf(1024, 16).line);
  });

  test('says in words and by colour how old its data is', async ({ hall, server }) => {
    test.slow();
    await hall.open('strip-1');
    const colour = (): Promise<string> =>
      hall.page
        .locator(`${line} span`)
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    await server.fail('500');
    await hall.jump(20);
    await hall.passUntilIn(line, '没有连上服务器，可能不是最新');
    expect(await colour()).toBe('rgb(255, 176, 0)');
    await hall.jump(120);
    await hall.passUntilIn(line, '旧 已 2 小时没有连上服务器，请以网站为准 数据 09:00');
    expect(await colour()).toBe('rgb(255, 128, 128)');
    for (let turn = 0; turn < 4; turn++) {
      await hall.pass(9);
      await expect(hall.page.locator(line)).toHaveText(/^\s*旧 /u);
    }
    await server.recover();
    await hall.pass(70);
    await expect(hall.page.locator('html')).toHaveClass(/^live$/u);
    await hall.pass(30);
    await expect(hall.page.locator(line)).not.toHaveText(/^\s*旧/u);
  });

  test('in quiet hours says that the hall is closed', async ({ hall, server }) => {
    await hall.open('strip-1', (server.time = Date.parse('2026-11-22T20:00:00+08:00')));
    await expect(hall.page.locator(line)).toBeHidden();
    await expect(hall.page.locator('[data-curtain=quiet]')).toContainText('非服务时间');
    expect((await burning(hall.page, 1024, 16)).outside).toBe(0);
  });

  test('tells a 紧急 alone and in red, in quiet hours and without its server too, until its end', async ({
    hall,
    server,
  }) => {
    test.slow();
    server.publish('strip-1', (feed) => ({
      ...busy(feed),
      notices: [
        {
          id: 'sl-urgent',
          text: '立即离开，走楼梯',
          level: 'urgent',
          from: at('10:00'),
          until: at('20:00'),
        },
      ],
    }));
    hang(server, 1024, 16);
    server.time = Date.parse(at('18:00'));
    await hall.open('strip-1');
    await hall.passUntilIn(line, '【紧急】立即离开，走楼梯');
    await server.fail('500');
    await hall.jump(45);
    await hall.passUntilIn(line, '【紧急】立即离开，走楼梯');
    await expect(hall.page.locator(line)).toBeVisible();
    await expect(hall.page.locator('[data-curtain=quiet]')).toBeHidden();
    const red = hall.page.locator(`${line} [data-role=urgent]`).first();
    expect(await red.evaluate((span) => getComputedStyle(span).color)).toBe('rgb(255, 0, 0)');
    await server.recover();
    await hall.jump(80);
    await hall.pass(40);
    await expect(hall.page.locator(line)).toBeHidden();
    await expect(hall.page.locator('[data-curtain=quiet]')).toBeVisible();
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('every sentence follows below the first', async ({ page, server }) => {
      await page.goto(server.addressOf('strip-1'));
      for (const { items } of server.feedOf('strip-1').parts)
        if (items[0])
          await expect(
            page
              .locator('p', { hasText: items[0].shorter?.at(-1) ?? items[0].short ?? items[0].title })
              .first(),
          ).toBeVisible();
    });
  });
});

for (const [name, lamps, allowed] of [
  ['two colours burns in red, green and yellow', 'two', [RED, GREEN, YELLOW]],
  ['one colour burns in that alone', 'one', [RED]],
] as const)
  test.describe('512×16 lamps', () => {
    test.use({ viewport: { width: 512, height: 24 } });

    test(`a strip of ${name}, fresh, old and at night`, async ({ hall, server }) => {
      test.slow();
      server.publish('strip-1', busy);
      hang(server, 512, 16, lamps);
      server.time = Date.parse(at('10:22'));
      await hall.open('strip-1');
      const looksPure = async (): Promise<void> => {
        const { colours, outside } = await burning(hall.page, 512, 16);
        expect(outside).toBe(0);
        expect(Object.values(colours).length).toBeGreaterThan(0);
        expect(Object.keys(colours).filter((colour) => !allowed.some((one) => one === colour))).toEqual([]);
      };
      for (const text of ['10:30 301 候标', '示例小学食堂 更正 投标截止 12月7日 09:30']) {
        await hall.passUntilIn(line, text);
        await looksPure();
      }
      await server.fail('500');
      await hall.jump(180);
      await hall.passUntilIn(line, '旧 示例小学食堂 更正');
      await looksPure();
      await server.recover();
      await hall.jump(6 * 60);
      await expect(hall.page.locator('[data-curtain=quiet]')).toBeVisible();
      await looksPure();
    });
  });

test.describe('a strip of 1024×32 lamps', () => {
  test.use({ viewport: { width: 1024, height: 40 } });

  test('has dots of two by two lamps', async ({ hall, server }) => {
    server.publish('strip-1', busy);
    hang(server, 1024, 32);
    server.time = Date.parse(at('10:22'));
    await hall.open('strip-1');
    await hall.passUntilIn(line, '10:30 301 候标');
    const { data } = await dotsOf(hall.page, { x: 0, y: 0, width: 1024, height: 32 });
    const dot = (x: number, y: number): string =>
      data.slice((y * 1024 + x) * 4, (y * 1024 + x) * 4 + 3).join(',');
    const torn = [];
    for (let y = 0; y < 32; y += 2)
      for (let x = 0; x < 900; x += 2)
        if (new Set([dot(x, y), dot(x + 1, y), dot(x, y + 1), dot(x + 1, y + 1)]).size > 1) torn.push([x, y]);
    expect(torn).toEqual([]);
    expect((await burning(hall.page, 1024, 32)).outside).toBe(0);
  });
});
