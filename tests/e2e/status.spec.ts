import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TENDER = 'announcements/gm-js-2026-036-tender/';
const tagOf = (page: Page) =>
  page.locator('.rows li', { has: page.locator(`a[href$="${TENDER}"]`) }).locator('.tag-time');

for (const timezoneId of ['Asia/Shanghai', 'America/New_York', 'Europe/London']) {
  test.describe(`on a device set to ${timezoneId}`, () => {
    test.use({ timezoneId });

    for (const { at, tag, left } of [
      { at: '2026-11-20T23:59:59+08:00', tag: '可参与', left: '还剩 3 天 0 小时' },
      { at: '2026-11-21T00:00:00+08:00', tag: '即将截止', left: '还剩 3 天 0 小时' },
      { at: '2026-11-23T23:59:59+08:00', tag: '即将截止', left: '还剩不到 1 分钟' },
      { at: '2026-11-24T00:00:00+08:00', tag: '文件获取已结束', left: '还剩 17 天 9 小时' },
      { at: '2026-12-11T09:29:00+08:00', tag: '文件获取已结束', left: '还剩 1 分钟' },
      { at: '2026-12-11T09:30:00+08:00', tag: '已截止', left: '已截止' },
      { at: '2027-01-05T09:30:00+08:00', tag: '已截止', left: '已截止' },
    ]) {
      test(`at ${at} a call with documents until 23 November and bids until 11 December counts as ${tag}`, async ({
        page,
      }) => {
        await page.clock.setFixedTime(new Date(at));
        await page.goto(TENDER);
        await expect(page.locator('.deadline-left')).toHaveText(left);
        await page.goto('construction/2026/11/');
        await expect(tagOf(page)).toHaveText(tag);
        await expect(page.locator('.clock-note')).toHaveCount(0);
      });
    }

    test('a device whose clock is a month slow is told so, and the server’s time is used', async ({
      page,
      serverClock,
    }) => {
      await page.clock.setFixedTime(new Date('2026-11-11T09:30:00+08:00'));
      serverClock.time = Date.parse('2026-12-11T09:30:00+08:00');
      await page.goto(TENDER);
      await expect(page.locator('.clock-note')).toHaveText(
        '您的设备时钟慢了约 30 天，本页已改按网站服务器的时间计算。',
      );
      await expect(page.locator('.deadline-left')).toHaveText('已截止');
      await page.goto('construction/2026/11/');
      await expect(tagOf(page)).toHaveText('已截止');
      await expect(page.locator('.clock-note')).toHaveCount(1);
    });
  });
}

for (const { off, notes } of [
  { off: 119_000, notes: 0 },
  { off: -119_000, notes: 0 },
  { off: 122_000, notes: 1 },
  { off: -122_000, notes: 1 },
]) {
  test(`a clock that is off by ${off / 1000} s is ${notes ? 'put right' : 'followed'}`, async ({
    page,
    serverClock,
  }) => {
    const device = Date.parse('2026-12-11T09:28:30+08:00');
    await page.clock.setFixedTime(device);
    serverClock.time = device + off;
    const asked = page.waitForResponse((response) => response.request().method() === 'HEAD');
    await page.goto(TENDER);
    await asked;
    await expect(page.locator('.deadline-left')).toHaveText(
      notes === 0 ? '还剩 1 分钟' : off > 0 ? '已截止' : '还剩 3 分钟',
    );
    await expect(page.locator('.clock-note')).toHaveCount(notes);
  });
}

test('the countdown goes on by itself, a minute at a time, and speaks to nobody who did not ask', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-12-11T08:29:10+08:00') });
  await page.goto(TENDER);
  const left = page.locator('.deadline-left');
  await expect(left).toHaveText('还剩 1 小时 0 分钟');
  await page.clock.runFor(60_000);
  await expect(left).toHaveText('还剩 59 分钟');
  await page.clock.runFor(59 * 60_000);
  await expect(left).toHaveText('还剩不到 1 分钟');
  await page.clock.runFor(60_000);
  await expect(left).toHaveText('已截止');
  expect(await left.evaluate((line) => line.closest('[aria-live], [role=status], [role=timer]'))).toBeNull();
});

test('nothing moves when the tags and the countdown come', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // The page is on the glass before its script arrives.
  await page.route(/\.js$/u, async (route) => {
    await page.locator('#main').waitFor();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await route.continue();
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.clock.setFixedTime(new Date('2026-12-09T09:00:00+08:00'));
  for (const [path, filled] of [
    [TENDER, '.deadline-left'],
    ['construction/2026/11/', '.tag-inside'],
    ['open/', '.time-left'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator(filled).first()).not.toBeEmpty();
    const shifts = await page.evaluate(
      () =>
        new Promise<number[]>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done((window as unknown as { shifts: number[] }).shifts)),
          ),
        ),
    );
    expect(shifts).toEqual([]);
  }
});

test('a terminated call is never near its end, and a corrected one bears both tags', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-07T09:00:00+08:00'));
  await page.goto('construction/2026/04/');
  const terminated = page.locator('.rows li', { has: page.locator('.tag-terminated') });
  await expect(terminated.locator('.tag')).toHaveText(['已终止']);
  await page.goto('construction/2026/10/');
  const corrected = page.locator('.rows li', {
    has: page.locator('a[href$="gm-js-2026-031-tender/"]'),
  });
  await expect(corrected.locator('.tag')).toHaveText(['文件获取已结束', '已更正']);
});
