import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expect, test } from './site.ts';

/**
 * What a bidder from 更合镇 comes for, on a Sunday morning: what closes here within the week, what of it was moved
 * and from when, and the deadline in a calendar. Three ways: by touch on a phone, by keyboard, and by what a screen
 * reader is told. Nothing here is found by its tag or class, only by role, name and words, as a person does.
 */
const NOW = '2026-11-22T09:00:00+08:00';
const ROAD = '更合镇示例村对外道路拓宽工程施工招标公告';
const SCHOOL = '更合镇示例小学运动场及校园排水改造工程施工招标公告';
const RESERVOIR = '更合镇示例水库除险加固工程施工招标公告';

/**
 * What closes within five days, if only to those who have not taken the documents by then, as the first line of its row
 * says it.
 */
const WEEK: readonly (readonly [when: string, title: string])[] = [
  ['11月24日 10:00 投标截止 后天', ROAD],
  ['11月25日 文件获取结束 还有 3 天', RESERVOIR],
  ['11月25日 文件获取结束 还有 3 天', '更合镇示例湖 GM-2026-16 号旅馆用地国有建设用地使用权招标出让公告'],
  ['11月26日 09:30 投标截止 还有 4 天', SCHOOL],
  ['11月27日 文件获取结束 还有 5 天', '高明区更合镇示例敬老院空调设备采购询价公告'],
];

/** Of them, those whose bids are due within the week. */
const DUE = [ROAD, SCHOOL, RESERVOIR];

const menu = (page: Page): Locator => page.getByRole('navigation', { name: '主导航' });
const genghe = (page: Page): Locator => page.getByRole('region', { name: /^更合镇，\d+ 项现在可以参加$/u });
const regionLink = (page: Page): Locator =>
  page.getByRole('navigation', { name: '按地区' }).getByRole('link', { name: /^更合镇 \d+$/u });
const rowOf = (list: Locator, title: string): Locator =>
  list.getByRole('listitem').filter({ has: list.page().getByRole('link', { name: title, exact: true }) });
const deadlineBox = (page: Page): Locator => page.getByRole('region', { name: '可参与', exact: true });
const toCalendar = (page: Page): Locator =>
  deadlineBox(page).getByRole('link', { name: '加入日历', exact: true });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await page.goto('./');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the calls of 更合镇 that close within the week are two taps from the home page', async ({ page }) => {
    await menu(page).getByRole('link', { name: '可参与' }).tap();
    await regionLink(page).tap();
    await expect(genghe(page).getByRole('link').first()).toBeInViewport();
    expect(await closingSoon(genghe(page))).toEqual(WEEK);
    await followReservoir(page, genghe(page));
  });

  test('the search finds the three whose bids are due by 可参与, 更合镇 and the last day of closing', async ({
    page,
  }) => {
    await menu(page).getByRole('link', { name: '搜索' }).tap();
    await page.getByRole('button', { name: '筛选', exact: true }).tap();
    await page.getByRole('radio', { name: '可参与' }).tap();
    await page.getByRole('checkbox', { name: '更合镇' }).tap();
    await page.getByRole('button', { name: '七天内 截止' }).tap();
    await expect(page.getByRole('heading', { name: '共 3 条' })).toBeFocused();
    const results = page.getByRole('main');
    for (const title of DUE) await expect(rowOf(results, title)).toBeVisible();
    await followReservoir(page, results);
  });
});

test('by keyboard alone: every stop is visible, and Enter is all it takes', async ({ page }) => {
  // The link past the navigation slides in, unless one asks for less motion.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: '全部可参与的项目' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '可参与的项目' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }));
  await page.keyboard.press('Enter');
  await tabTo(page, regionLink(page));
  await page.keyboard.press('Enter');
  for (const title of [ROAD, RESERVOIR]) {
    await tabTo(page, genghe(page).getByRole('link', { name: title, exact: true }));
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: RESERVOIR })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }));
  await page.keyboard.press('Enter');
  await tabTo(page, toCalendar(page));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await expectDeadline(download);
});

test('by what a screen reader is told: landmarks, headings, the deletion with its word', async ({ page }) => {
  await expect(menu(page)).toMatchAriaSnapshot(`
    - navigation "主导航":
      - list:
        - listitem:
          - link "首页"
        - listitem:
          - link "可参与"
  `);
  await menu(page).getByRole('link', { name: '可参与' }).click();
  await regionLink(page).click();
  expect(await closingSoon(genghe(page))).toEqual(WEEK);
  await expect(rowOf(genghe(page), RESERVOIR)).toMatchAriaSnapshot(`
    - listitem:
      - paragraph:
        - time: 11月25日
        - text: 文件获取结束 还有 3 天
      - heading "${RESERVOIR}" [level=3]:
        - link "${RESERVOIR}"
      - paragraph:
        - text: 已更正 建设工程 招标公告 更合镇 投标截止
        - strong:
          - time: 11月27日 09:30
        - deletion:
          - text: 原时间
          - time: 11月25日 09:30
      - paragraph:
        - text: 招标人
        - link "高明区示例水务工程管理所"
      - paragraph: 926.8 万元 预算金额
  `);
  await genghe(page).getByRole('link', { name: RESERVOIR, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(RESERVOIR);
  await expect(deadlineBox(page)).toMatchAriaSnapshot(`
    - region "可参与":
      - heading "可参与" [level=2]
      - paragraph: 文件获取结束
      - paragraph:
        - time: 2026年11月25日（星期三）
        - text: 北京时间
      - paragraph: 还剩 3 天 15 小时
      - link "加入日历"
      - list:
        - listitem:
          - text: 发布
          - time: 11月4日 10:00
          - text: ✓
        - listitem:
          - text: 异议截止
          - time: 11月17日 09:30
          - deletion: 原时间 11月15日 09:30
          - text: 今天 ✓
        - listitem:
          - text: 文件获取结束
          - time: 11月25日
        - listitem:
          - text: 投标截止
          - time: 11月27日 09:30
          - deletion: 原时间 11月25日 09:30
        - listitem:
          - text: 开标时间
  `);
  const [download] = await Promise.all([page.waitForEvent('download'), toCalendar(page).click()]);
  await expectDeadline(download);
});

/** The first line and the title of each row of a list that closes within five days. */
async function closingSoon(list: Locator): Promise<(readonly [when: string, title: string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const row of await list.getByRole('listitem').all()) {
    const when = (await row.getByRole('paragraph').first().innerText()).replace(/\s+/gu, ' ').trim();
    if (/(?:今天|明天|后天|还有 [3-5] 天)$/u.test(when))
      found.push([when, await row.getByRole('heading').innerText()]);
  }
  return found;
}

/** From a list, by touch: of the three this one alone was moved, and its page says so and gives its calendar. */
async function followReservoir(page: Page, list: Locator): Promise<void> {
  const moved = rowOf(list, RESERVOIR).getByRole('deletion');
  await expect(moved).toHaveText('原时间 11月25日 09:30');
  await expect(moved).toHaveCSS('text-decoration-line', 'line-through');
  for (const title of [ROAD, SCHOOL]) await expect(rowOf(list, title).getByRole('deletion')).toHaveCount(0);
  await rowOf(list, RESERVOIR).getByRole('heading').getByRole('link').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(RESERVOIR);
  const bid = deadlineBox(page).getByRole('listitem').filter({ hasText: '投标截止' });
  await expect(bid.getByRole('time')).toHaveText(/^\s*11月27日\s+09:30\s*$/u);
  const old = bid.getByRole('deletion');
  await expect(old).toHaveText(/^\s*原时间\s+11月25日 09:30\s*$/u);
  await expect(old).toHaveCSS('text-decoration-line', 'line-through');
  await expect(toCalendar(page)).toBeInViewport();
  const [download] = await Promise.all([page.waitForEvent('download'), toCalendar(page).tap()]);
  await expectDeadline(download);
}

/** The file is a calendar in which the deadline is 09:30 in Beijing, with word of what it was before. */
async function expectDeadline(download: Download): Promise<void> {
  expect(download.suggestedFilename()).toMatch(/\.ics$/u);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const bid = events.find(({ summary }) => summary === `投标截止：${RESERVOIR}`)!;
  expect(bid.startDate.toJSDate().toISOString()).toBe('2026-11-27T01:30:00.000Z');
  expect(bid.sequence).toBe(1);
  expect(bid.description).toContain('由“2026年11月25日（星期三）09:30”改为“2026年11月27日（星期五）09:30”');
}

/** Presses Tab until something has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  // A heading is there before the style sheet is.
  await page.waitForLoadState();
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

async function expectVisibleFocus(page: Page): Promise<void> {
  const { name, outline, inView } = await page.evaluate(() => {
    const focused = document.activeElement!;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const { top, bottom } = focused.getBoundingClientRect();
    return {
      name: focused.textContent ?? '',
      outline: `${outlineStyle} ${outlineWidth}`,
      inView: bottom > 0 && top < innerHeight,
    };
  });
  expect(outline, name).toBe('solid 3px');
  expect(inView, name).toBe(true);
}
