import type { Page } from '@playwright/test';
import { at, busyMorning, opening, quarters } from '../core/screen/busy-day.ts';
import type { Item } from '../../src/core/screen/browser/feed.ts';
import { barriersOn } from './axe.ts';
import { faultsOf, look } from './kiosk-glass.ts';
import { expect, test, type KioskId, type Visitor } from './kiosk.ts';

test.use({ reuseContext: false });

/** Comes to a kiosk that has other openings than its site's, at a moment of their day. */
async function comeAt(visitor: Visitor, kiosk: KioskId, time: string, items: readonly Item[]): Promise<void> {
  const { server } = visitor;
  const path = `kiosk/${kiosk}/index.html`;
  server.time = Date.parse(at(time));
  server.texts.set(
    path,
    server
      .read(path)
      .replace(/"openings":\[.*?\](?=,"(?:lasts|notices)")/su, `"openings":${JSON.stringify(items)}`)
      .replace(/"generated":"[^"]*"/u, `"generated":"${at('07:00')}"`),
  );
  await visitor.comeTo(kiosk);
}

/**
 * Gives what waits until no question of the page is under way: an answer that comes between the hour of the server and
 * that of the page would tell it an hour of neither.
 */
function quietOf(page: Page): () => Promise<void> {
  let underWay = 0;
  page.on('request', () => (underWay += 1));
  page.on('requestfinished', () => (underWay -= 1));
  page.on('requestfailed', () => (underWay -= 1));
  return async () => {
    await expect.poll(() => underWay).toBe(0);
    // What the page makes of the last answer is done when it answers itself.
    await page.evaluate(() => undefined);
  };
}

/** A question that was under way while the clock jumped was given up; the next follows within seconds. */
const becomeFresh = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.runFor(2000);
      return page.locator('html').getAttribute('data-freshness');
    })
    .toBe('fresh');

const coming = (items: readonly Item[], time: string): readonly string[] =>
  items.filter((one) => one.at > at(time)).map((one) => one.at.slice(11, 16));

for (const [kiosk, count] of [
  ['hall-1', 60],
  ['hall-2', 24],
] as const) {
  test(`at ${kiosk} with ${count} openings what begins next stands first all day, and first in the list behind`, async ({
    visitor,
  }) => {
    const { page, server } = visitor;
    const items = busyMorning(count);
    const quiet = quietOf(page);
    await comeAt(visitor, kiosk, '07:20', items);
    for (const time of quarters) {
      await quiet();
      server.time = Date.parse(at(time));
      await page.clock.pauseAt(server.time);
      await expect(page.locator('[data-clock]')).toContainText(time);
      await becomeFresh(page);
      const [next] = coming(items, time);
      const first = page.locator('[data-board-list] li').first();
      if (next === undefined) await expect(first).toContainText(/开标中|已开始|已结束/u);
      else {
        await expect(first.locator('time'), time).toHaveText(next);
        await expect(first).toHaveClass('next');
        await expect(first).toBeInViewport({ ratio: 1 });
        await page.locator('[data-openings]').tap();
        await expect(page.locator('.row .row-moment').first(), time).toHaveText(`今天 ${next} 开标`);
        await visitor.touch('首页');
      }
    }
  });
}

const stopped = [
  opening('10:30', '301', { stopped: 'terminated', mark: '已终止' }),
  opening('10:30', '302', { short: '明城镇示例片区污水管网完善工程勘察设计' }),
  opening('10:45', '303', { moved: { at: '2026-12-08T09:30:00+08:00', room: '305' } }),
  opening('09:45', '206'),
];

test('in 大字 too what begins next is seen, before what was stopped at its hour', async ({ visitor }) => {
  const { page } = visitor;
  await comeAt(visitor, 'hall-1', '10:22', stopped);
  await expect(page.locator('[data-board-list] li time').first()).toHaveText('10:30');
  await visitor.touch('大字');
  await expect(page.locator('[data-board-list] .next')).toBeInViewport({ ratio: 1 });
});

test('what of another day has no room under its day is not shown without it', async ({ visitor }) => {
  const { page } = visitor;
  const tomorrow = { at: '2026-11-24T09:30:00+08:00', short: '明城镇示例片区污水管网完善工程勘察设计' };
  const today = opening('09:45', '206', { short: '高明区示例小学运动场及校园排水改造' });
  await comeAt(visitor, 'hall-1', '10:22', [today, opening('09:30', '301', tomorrow)]);
  const lines = page.locator('[data-board-list] li');
  await expect(lines).toHaveText([/09:45.*开标中/u, '11月24日 星期二', /09:30/u]);
  await visitor.touch('大字');
  await expect(lines).toHaveText([/09:45.*开标中/u]);
});

for (const kiosk of ['hall-1', 'hall-2'] as const) {
  for (const [name, items] of [
    ['stopped and moved ones', stopped],
    ['none at all', []],
    [
      'one tomorrow in another house',
      [
        opening('09:30', '1', {
          at: '2026-11-24T09:30:00+08:00',
          room: undefined!,
          detail: '示例市公共资源交易中心一楼开标大厅',
        }),
      ],
    ],
  ] as const) {
    test(`at ${kiosk} the start page with ${name} is made for fingers and for eyes`, async ({ visitor }) => {
      const { page } = visitor;
      await comeAt(visitor, kiosk, '10:22', items);
      for (const size of ['大字', '标准字']) {
        expect(faultsOf(await look(page), kiosk, true)).toEqual([]);
        expect(await barriersOn(page, ['color-contrast-enhanced'])).toEqual([]);
        await visitor.touch(size);
      }
    });
  }
}

test('buttons stay where they are: as hours pass, as letters die, and with no opening at all', async ({
  visitor,
}) => {
  const { page } = visitor;
  const places = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('.tile, .keys button, .bar button'), (button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join();
      }),
    );
  await comeAt(visitor, 'hall-1', '10:22', stopped);
  const before = await places();
  await page.locator('[data-key="u"]').tap({ force: true });
  await expect(page.locator('[data-query]')).toHaveText('没有找到 U。可以按别的字母，或者回首页按镇街找。');
  expect(await places()).toEqual(before);
  await visitor.type('z');
  await expect(page.locator('.row').first()).toBeVisible();
  expect((await places()).slice(-before.length + 10)).toEqual(before.slice(-before.length + 10));
  await comeAt(visitor, 'hall-1', '10:22', []);
  expect(await places()).toEqual(before);
});
