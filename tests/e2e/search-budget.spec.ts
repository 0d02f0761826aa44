import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readSettings } from '../../src/settings.ts';
import { expect, test } from './site.ts';

const KB = 1024;
const out = readSettings().outDir;

/** Prints what was measured against its budget, and holds it. */
function within(what: string, measured: number, budget: number): void {
  console.log(`${what}: ${Math.round(measured * 10) / 10} / ${budget}`);
  expect(measured, what).toBeLessThanOrEqual(budget);
}

const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);

/** Notes what a page fetches: its paths below the site's root. */
function noteRequests(page: Page, root: string): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (request.method() === 'GET') paths.push(url.href.replace(root, '').replace(/[?#].*$/u, ''));
  });
  return paths;
}

const zippedKb = (paths: readonly string[], ending: string): number =>
  paths
    .filter((path) => path.endsWith(ending))
    .reduce((sum, path) => sum + gzipSync(readFileSync(join(out, path))).length, 0) / KB;

test('the search page keeps its budgets before a question and after the answer', async ({
  page,
  siteUrl,
}) => {
  const paths = noteRequests(page, siteUrl);
  await page.goto('search/', { waitUntil: 'networkidle' });
  within('search page, elements before a question', await nodes(page), 400);
  within('search page, KB of HTML', gzipSync(readFileSync(join(out, 'search/index.html'))).length / KB, 10);
  // With what every page of the site runs, which is half of it.
  within('search page, KB of JavaScript before a question', zippedKb(paths, '.js'), 8);
  within('search page, requests before a question', new Set(paths).size, 6);
  await page.getByRole('searchbox').fill('公告');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^共 \d+ 条/u);
  await page.locator('summary', { hasText: '公告类型' }).click();
  await expect(page.locator('#results-list > li')).toHaveCount(20);
  within('search page, elements after the answer', await nodes(page), 1500);
  within('近两年, KB of catalogues', zippedKb(paths, '.json') - zippedKb(paths, 'rows.json'), 60);
});

/** Above it readers lose their place; a third of what counts as good, since an answer comes in several steps. */
const MOST_SHIFT = 0.05;

for (const asked of ['工程', 'GM-JS-2026-036', '監理', '不存在的词汇组合']) {
  test(`on a phone nothing moves while “${asked}” is answered`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as unknown as { value: number }[])
          (window as unknown as { shift: number }).shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`search/?q=${encodeURIComponent(asked)}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('status')).toHaveText(/^共 \d+ 条/u);
    within(
      `“${asked}”, layout shift at 390 px`,
      await page.evaluate(() => (window as unknown as { shift: number }).shift),
      MOST_SHIFT,
    );
  });
}

test('with a question in the address all that the first answer needs is fetched by the head of the page', async ({
  page,
  siteUrl,
}) => {
  const paths = noteRequests(page, siteUrl);
  await page.goto('search/?q=%E5%B7%A5%E7%A8%8B', { waitUntil: 'networkidle' });
  const ahead = await page.evaluate(() =>
    Array.from(document.head.querySelectorAll('link'), ({ rel, href }) => ({
      rel,
      name: href.replace(/^.*\/|\..*$/gu, ''),
    })),
  );
  const namesOf = (kind: string): string[] => ahead.filter(({ rel }) => rel === kind).map(({ name }) => name);
  expect(namesOf('modulepreload')).toEqual(expect.arrayContaining(['answer', 'search', 'Base']));
  expect(namesOf('preload')).toEqual(['catalogue-2026', 'catalogue-2025']);
  // Whatever came besides is the full text, which completes the answer.
  const late = paths.filter((path) => path.endsWith('.js') && !path.startsWith('search/index/'));
  const names = new Set(late.map((path) => path.replace(/^.*\/|\..*$/gu, '')));
  for (const name of ['full-text', 'shard', ...namesOf('modulepreload')]) names.delete(name);
  expect([...names]).toEqual([]);
});

test('the button 筛选 works as soon as it is seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const scripts = Promise.withResolvers<undefined>();
  await page.route('**/assets/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('search/', { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: '筛选' });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.getByLabel('更合镇').check();
  scripts.resolve(undefined);
  await expect(page.locator('details', { has: page.getByLabel('更合镇') })).toContainText('已选 1');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('words typed over those of the address while the page is loading are not lost', async ({ page }) => {
  const scripts = Promise.withResolvers<undefined>();
  await page.route('**/assets/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('search/?q=%E5%B7%A5%E7%A8%8B', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('水库');
  scripts.resolve(undefined);
  await expect(page.getByRole('status')).toHaveText(/^共 \d+ 条/u);
  await expect(page.getByRole('searchbox')).toHaveValue('水库');
});
