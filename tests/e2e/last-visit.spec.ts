import type { Page } from '@playwright/test';
import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

const MARK = '.new-mark';
const NOTE = '.last-visit';

/** Lets the reader have been here last at a moment. */
const wasHere = (page: Page, seen: string) =>
  page.addInitScript((moment) => {
    if (localStorage.getItem('zhangbang-visit') === null)
      localStorage.setItem('zhangbang-visit', JSON.stringify({ since: 0, seen: moment }));
  }, Date.parse(seen));

test('who comes for the first time sees no mark; who comes again sees what is new since', async ({
  page,
}) => {
  await page.goto('construction/');
  await expect(page.locator(`${MARK}, ${NOTE}`)).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await wasHere(page, '2026-11-18T12:00:00+08:00');
  await page.goto('construction/');
  await expect(page.locator(NOTE)).toBeVisible();
  const fresh = await page
    .locator(`[data-news-at]:has(${MARK})`)
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['newsAt']!));
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.every((at) => at > '2026-11-18T12:00:00+08:00')).toBe(true);
  await expect(page.locator(NOTE)).toContainText(
    `您上次（11月18日）来访以后新的 ${fresh.length} 条，已用“新”标出。`,
  );
  expect(await barriersOn(page)).toEqual([]);
});

test('the marks stay while the visit lasts, and on the page of changes too', async ({ page }) => {
  await wasHere(page, '2026-11-10T12:00:00+08:00');
  await page.goto('changes/');
  await expect(page.locator(NOTE)).toBeVisible();
  const count = await page.locator(MARK).count();
  expect(count).toBeGreaterThan(0);
  await page.reload();
  await expect(page.locator(MARK)).toHaveCount(count);
});

test('marks move nothing on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('construction/');
  const height = (await page.locator('.rows').first().boundingBox())!.height;
  await page.evaluate(() => localStorage.clear());
  await wasHere(page, '2026-10-01T12:00:00+08:00');
  await page.goto('construction/');
  await expect(page.locator(MARK).first()).toBeVisible();
  expect((await page.locator('.rows').first().boundingBox())!.height).toBe(height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('marks are switched off by the keyboard and on again, and stay off on the next page', async ({
  page,
}) => {
  await wasHere(page, '2026-11-10T12:00:00+08:00');
  await page.goto('construction/');
  await page.getByRole('button', { name: '不再标出' }).press('Enter');
  await expect(page.locator(MARK)).toHaveCount(0);
  await expect(page.locator(NOTE).getByRole('status')).toHaveText('没有标出上次来访以后的新公告。');
  await page.goto('changes/');
  await expect(page.locator(MARK)).toHaveCount(0);
  await page.getByRole('button', { name: '标出新公告' }).press('Enter');
  await expect(page.locator(MARK).first()).toBeVisible();
});

test('a browser that keeps nothing shows no mark and no error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await page.goto('construction/');
  await expect(page.locator(`${MARK}, ${NOTE}`)).toHaveCount(0);
  expect(errors).toEqual([]);
});
