import { expect, test } from './site.ts';

test('the home page answers, is in Chinese and has one main heading', async ({ page }) => {
  const response = await page.goto('./');
  expect(response?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('h1')).toHaveCount(1);
});

test('an address that differs by capitals alone leads on to its page', async ({ page }) => {
  await page.goto('projects/GM-JS-2026-031/');
  await expect(page).toHaveURL(/\/projects\/gm-js-2026-031\/$/u);
  await page.goto('rules/d104/');
  await expect(page).toHaveURL(/\/rules\/D104\/$/u);
});

test('an address that does not exist says so, with status 404', async ({ page }) => {
  const response = await page.goto('announcements/no-such-announcement/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('[aria-current=page]')).toHaveCount(0);
});
