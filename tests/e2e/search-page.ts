import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSettings } from '../../src/settings.ts';

export const out = readSettings().outDir;

/** The moment for which the site was built: what is recent or open does not depend on the day of the test. */
export const NOW = '2026-11-22T09:00:00+08:00';

export const json = <T>(path: string): T => JSON.parse(readFileSync(join(out, path), 'utf8')) as T;
export const catalogueFiles = (): string[] =>
  readdirSync(join(out, 'data')).filter((name) => name.startsWith('catalogue-'));

export async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
  await answered(page);
}

/** Looks at every frame: the usual waiting of `expect` would make 100 questions take a minute. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /^(共 \d+ 条|没有查成)/u.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
}

/** The search page, set to look through all years. */
export async function visitAllYears(page: Page): Promise<void> {
  await page.goto('search/');
  await page.getByLabel('全部年份').check();
}

export const shownIds = (page: Page): Promise<string[]> =>
  page
    .locator('#results-list > li')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']!));

/** The ids on all pages of the results. */
export async function allIds(page: Page): Promise<string[]> {
  const ids = await shownIds(page);
  const next = page.getByRole('link', { name: '下一页' });
  while (await next.isVisible()) {
    await next.click();
    await answered(page);
    ids.push(...(await shownIds(page)));
  }
  return ids;
}
