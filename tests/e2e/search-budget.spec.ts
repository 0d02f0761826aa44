import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readSettings } from '../../src/settings.ts';
import { expect, test } from './site.ts';

const KB = 1024;
const out = readSettings().outDir;

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-22T09:00:00+08:00'));

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
