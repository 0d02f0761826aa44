import { expect, test } from './site.ts';

test('a bidder chooses by three fields, and takes the address of the feed', async ({ page }) => {
  await page.goto('feeds/');
  await page.getByLabel('公告类型').selectOption({ label: '招标公告' });
  await expect(page.getByLabel('业务类型')).toHaveValue('construction');
  await page.getByLabel('地区', { exact: true }).selectOption({ label: '更合镇' });
  const answer = page.locator('.feed-answer');
  await expect(answer).toContainText('更合镇 建设工程 招标公告：');
  const address = await answer.getByRole('link').getAttribute('href');
  const response = await page.request.get(address!);
  expect(response.headers()['content-type']).toContain('xml');
  expect(await response.text()).toContain('更合镇示例圩镇污水管网完善工程施工招标公告');
  await page.getByLabel('业务类型').selectOption('land');
  await expect(page.getByLabel('公告类型')).toHaveValue('');
});

test('a feed that is opened in a browser reads as a page whose entries lead to the announcements', async ({
  page,
}) => {
  await page.goto('feeds/construction.xml');
  await expect(page.locator('item').first()).toBeVisible();
  await expect(page.locator('guid').first()).toBeHidden();
  await expect(page.locator('item a').first()).toHaveAttribute('href', /\/announcements\/[\w-]+\/$/u);
  await expect(page.locator('item a').first()).toHaveCSS('color', 'rgb(11, 79, 158)');
});

test('the calendar lists the day on which a tender closes, with its weekday, and the time it was moved from', async ({
  page,
}) => {
  await page.goto('calendar/');
  const day = page.locator('#d-2026-12-08');
  await expect(day.locator('h3')).toContainText('12月8日 星期二');
  const entry = day.locator('li', { hasText: '更合镇示例圩镇污水管网完善工程施工招标公告' });
  await expect(entry).toContainText('09:30');
  await expect(entry).toContainText('投标截止、开标');
  await expect(entry.locator('del')).toHaveText('2026年11月18日（星期三）09:30');
});

test('on a wide screen the month is a table whose days lead to the list; on a phone there is the list alone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('calendar/');
  await page.locator('.month').nth(1).getByRole('link', { name: '投标截止' }).first().click();
  const target = page.locator('.agenda-day:target');
  await expect(target).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.locator('.month').first()).toBeHidden();
});

test('the calendars to subscribe to are offered as webcal and as plain addresses', async ({ page }) => {
  await page.goto('calendar/');
  const webcal = page.getByRole('link', { name: /^订阅 ?可参与项目的日历$/u });
  await expect(webcal).toHaveAttribute('href', /^webcal:\/\/.+\/calendar\/open\.ics$/u);
  const plain = page.getByRole('link', { name: /^网址 ?：可参与项目的日历$/u });
  const response = await page.request.get((await plain.getAttribute('href'))!);
  expect(response.headers()['content-type']).toContain('text/calendar');
});

test('an extension stands out with its old and its new deadline, and leads to both announcements', async ({
  page,
}) => {
  await page.goto('changes/');
  const item = page
    .locator('.alterations > li', { hasText: '更合镇示例圩镇污水管网完善工程施工招标公告' })
    .first();
  await expect(item.locator('.tag')).toHaveText('延期');
  const deadline = item.locator('.altered-deadline');
  await expect(deadline.locator('del')).toHaveText('2026年11月25日（星期三）09:30');
  await expect(deadline.locator('strong')).toHaveText('2026年12月8日（星期二）09:30');
  await item.getByRole('link').last().click();
  await expect(page).toHaveURL(/gm-js-2026-031-correction-2\/$/u);
});

test('自哪天起 leaves what was changed since, keeps the day in the address, and says what lies in the archive', async ({
  page,
}) => {
  await page.goto('changes/');
  const items = page.locator('[data-altered]:visible');
  const all = await items.count();
  await page.getByLabel('自哪天起').fill('2026-11-10');
  await expect(items).not.toHaveCount(all);
  const days = await items.evaluateAll((list) => list.map((item) => item.getAttribute('data-altered')!));
  expect(days.length).toBeGreaterThan(0);
  expect(days.filter((day) => day < '2026-11-10')).toEqual([]);
  await expect(page.getByRole('status')).toContainText(`自 2026-11-10 起共 ${days.length} 项变更`);
  await page.reload();
  await expect(page.getByLabel('自哪天起')).toHaveValue('2026-11-10');
  await expect(items).toHaveCount(days.length);
  await page.getByLabel('自哪天起').fill('2018-01-01');
  await expect(page.getByRole('status')).toContainText('更早的请按月份看');
  await page.getByRole('button', { name: '看全部' }).click();
  await expect(items).toHaveCount(all);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the changes of a month are reached by its link, and the lists are whole', async ({ page }) => {
    await page.goto('changes/');
    await expect(page.getByLabel('自哪天起')).toBeHidden();
    await page.getByRole('link', { name: '2026年 10月' }).click();
    await expect(page.locator('h1')).toContainText('2026年10月的变更');
    await page.goto('feeds/');
    await page.locator('summary', { hasText: '建设工程' }).click();
    await expect(page.getByRole('link', { name: '更合镇 建设工程 招标公告 RSS' })).toBeVisible();
  });
});
