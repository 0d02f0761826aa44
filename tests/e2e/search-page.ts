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

/** What the page answers to a question: the ids on all pages of the results, and what it says of them. */
export interface Answer {
  readonly ids: readonly string[];
  readonly said: string;
}

/**
 * Asks one question after another by the form and goes through the pages of each answer. It runs in the page: with a
 * locator for each step a hundred questions take half a minute.
 */
export const answersTo = (page: Page, questions: readonly string[]): Promise<readonly Answer[]> =>
  page.evaluate(async (asked) => {
    const box = document.querySelector<HTMLInputElement>('#q')!;
    const status = document.querySelector('[role=status]')!;
    const answered = async (): Promise<void> => {
      do await new Promise(requestAnimationFrame);
      while (!/^(共 \d+ 条|没有查成)/u.test(status.textContent));
    };
    const shown = (): string[] =>
      Array.from(document.querySelectorAll<HTMLElement>('#results-list > li'), (row) => row.dataset['id']!);
    const next = (): HTMLElement | undefined =>
      Array.from(document.querySelectorAll<HTMLElement>('#results-pages a')).find(
        (link) => link.textContent.trim() === '下一页' && link.checkVisibility(),
      );
    const answers: Answer[] = [];
    for (const question of asked) {
      box.value = question;
      box.form!.requestSubmit();
      await answered();
      const [said, ids] = [status.textContent, shown()];
      for (let link = next(); link; link = next()) {
        link.click();
        await answered();
        ids.push(...shown());
      }
      answers.push({ ids, said });
    }
    return answers;
  }, questions);
