import { expect, test } from './site.ts';

test('a tender whose deadline was moved twice shows the deadline in force, the first one struck through, and every move', async ({
  page,
}) => {
  await page.goto('announcements/gm-js-2026-031-tender/');
  await expect(page.locator('.deadline-when:visible')).toContainText('2026年12月8日（星期二）09:30');
  await expect(page.locator('.gates li', { hasText: '投标截止' }).locator('del')).toHaveText(
    /^\s*原时间\s+11月18日 09:30\s*$/u,
  );
  const moves = page.locator('table.changes tr', {
    has: page.getByRole('rowheader', { name: '投标截止', exact: true }),
  });
  await expect(moves).toHaveCount(2);
  await expect(moves.nth(1).locator('del')).toHaveText('2026年11月25日（星期三）09:30');
  await expect(moves.nth(1).locator('strong')).toHaveText('2026年12月8日（星期二）09:30');
});

test('the correction shows the same change and leads to the tender', async ({ page }) => {
  await page.goto('announcements/gm-js-2026-031-correction-2/');
  const move = page.locator('table.changes tr', {
    has: page.getByRole('rowheader', { name: '投标截止', exact: true }),
  });
  await expect(move.locator('del')).toHaveText('2026年11月25日（星期三）09:30');
  await expect(move.locator('strong')).toHaveText('2026年12月8日（星期二）09:30');
  await page.locator('section[aria-labelledby=corrects] a').first().click();
  await expect(page).toHaveURL(/gm-js-2026-031-tender\/$/u);
});

test('a slip that was put right leaves the old version readable, and each version says which it is', async ({
  page,
}) => {
  await page.goto('announcements/gm-js-2026-025-tender/');
  const present = await page.locator('h1').textContent();
  await page.getByRole('link', { name: '第 1 版' }).click();
  await expect(page.locator('.box-old-version')).toContainText('这是第 1 版');
  expect(await page.locator('h1').textContent()).not.toBe(present);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an old announcement is reached from the home page in four links', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '建设工程' }).click();
    await page.getByRole('link', { name: '2018年', exact: true }).click();
    await page.locator('.months a').first().click();
    await page.locator('.rows a').first().click();
    await expect(page).toHaveURL(/announcements\/gm-/u);
    await expect(page.locator('h1')).toBeVisible();
  });

  test('a deadline is told as a date, and no tag claims to know the time', async ({ page }) => {
    await page.goto('announcements/gm-js-2026-031-tender/');
    await expect(page.locator('.deadline-when:visible')).toContainText('2026年12月8日');
    await expect(page.locator('.gates .is-past')).toHaveText(/发布/u);
    await expect(page.locator('.gates-today')).toHaveCount(0);
    await expect(page.locator('.deadline-left')).toHaveText('');
    await page.goto('./');
    await expect(page.getByText('即将截止')).toHaveCount(0);
  });
});

test('the first stop of the Tab key is the link past the navigation', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('跳到正文');
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('on paper there is no navigation, but the whole announcement and its address', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('announcements/gm-js-2026-031-tender/');
  await expect(page.locator('.site-header nav')).toBeHidden();
  await expect(page.locator('.words')).toBeVisible();
  await expect(
    page.getByText('网址：https://www.example.gov.cn/announcements/gm-js-2026-031-tender/'),
  ).toBeVisible();
});

test('a screen reader meets landmarks, one main heading and headings without gaps', async ({ page }) => {
  await page.goto('announcements/gm-js-2026-031-tender/');
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.slice(1).entries())
    expect(level - levels[index]!).toBeLessThanOrEqual(1);
});
