import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { plain, questionsFrom } from '../core/search/exact-questions.ts';
import { answersTo, ask, NOW, out, visitAllYears } from './search-page.ts';
import { expect, test } from './site.ts';

/** An announcement by what a reader can copy from its page, piece by piece. */
interface PageText {
  id: string;
  pieces: readonly string[];
}

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

const shards = (): string[] => readdirSync(join(out, 'search/index')).filter((name) => !name.endsWith('.js'));

/** Read from the built pages and not from our own records, so that what a page shows and search does not know is seen. */
async function pageTexts(page: Page): Promise<PageText[]> {
  const ids = readdirSync(join(out, 'announcements'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const pages = ids.map(({ name }) => ({
    id: name,
    html: readFileSync(join(out, 'announcements', name, 'index.html'), 'utf8'),
  }));
  return page.evaluate(
    (given) =>
      given.map(({ id, html }) => {
        const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')!;
        // What was, the change table has; a button, and what later announcements say of a lot, is no part of this one.
        main.querySelectorAll('.facts-table :is(.was, .no-print), .later').forEach((other) => other.remove());
        const text = (selector: string): string[] =>
          [...main.querySelectorAll(selector)].map((element) => element.textContent ?? '');
        const pieces = [
          'h1',
          '.byline > span:not(.tag)',
          '.facts-table > div',
          '[aria-labelledby=facts] .scroll tr',
          '[aria-labelledby=facts] caption',
          '.changes tbody tr',
          '.words',
          '.files a',
          '[aria-labelledby=corrects] > p a',
        ].flatMap(text);
        return { id, pieces };
      }),
    pages,
  );
}

test('100 pieces cut from the pages are found on every page that has them and on no other', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await visitAllYears(page);
  const texts = (await pageTexts(page)).map(({ id, pieces }) => ({ id, pieces, forms: pieces.map(plain) }));
  const questions = questionsFrom(texts, 20261122);
  expect(questions).toHaveLength(100);
  const answers = await answersTo(page, questions);
  for (const [place, question] of questions.entries()) {
    const { ids, said } = answers[place]!;
    const form = plain(question);
    const right = texts.filter(({ forms }) => forms.some((text) => text.includes(form))).map(({ id }) => id);
    expect(ids.toSorted(), `“${question}”`).toEqual(right.toSorted());
    expect(said).toContain(`共 ${right.length} 条`);
  }
});

test('several pieces at once must all be there; blanks around a figure do not divide', async ({ page }) => {
  await visitAllYears(page);
  const texts = (await pageTexts(page)).map(({ id, pieces }) => ({ id, forms: pieces.map(plain) }));
  const questions = {
    '道路 荷城': ['道路', '荷城'],
    '2018 明城 价格': ['2018', '明城', '价格'],
    '第 2 次': ['第2次'],
    '开标 ＧＭ－ＪＳ': ['开标', 'gm-js'],
  };
  const answers = await answersTo(page, Object.keys(questions));
  for (const [place, [question, parts]] of Object.entries(questions).entries()) {
    const right = texts.filter(({ forms }) =>
      parts.every((part) => forms.some((text) => text.includes(part))),
    );
    expect(answers[place]!.ids.toSorted(), question).toEqual(right.map(({ id }) => id).toSorted());
  }
});

test('a phrase that nobody wrote is not found, and the reader is told where else to look', async ({
  page,
}) => {
  await page.goto('search/');
  await ask(page, '不存在的词汇组合');
  await expect(page.getByRole('status')).toHaveText('共 0 条，没有找到。');
  await expect(page.locator('#results-advice')).toBeVisible();
  await expect(page.locator('#results-advice').getByRole('link', { name: '建设工程' })).toBeVisible();
  await expect(page.locator('#results-advice a[href^="tel:"]')).toBeVisible();
});

test('asked while <html lang> is zh-CN, the same index misses most; our page asks it otherwise and leaves the language as it was', async ({
  page,
}) => {
  await visitAllYears(page);
  const isLongHan = (question: string): boolean => /^\p{Script=Han}{3,}$/u.test(question);
  const questions = questionsFrom(await pageTexts(page), 7)
    .filter(isLongHan)
    .slice(0, 20);
  const counts = (await answersTo(page, questions)).map(({ said }) => Number(/\d+/u.exec(said)![0]));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const pairs = questions.map(([...chars]) => chars.slice(1).map((char, index) => chars[index]! + char));
  const careless = await page.evaluate(askWithoutCare, [
    pairs.map((words) => words.join(' ')),
    shards(),
  ] as const);
  const right = careless.filter((count, index) => count === counts[index]);
  expect(right.length / counts.length).toBeLessThan(0.5);
});

/** Runs in the browser: asks every index by an instance made under the page's own language. Numbers of results. */
async function askWithoutCare([phrases, names]: readonly [readonly string[], readonly string[]]): Promise<
  number[]
> {
  interface Made {
    search(question: string): Promise<{ results: unknown[] }>;
  }
  const folder = new URL('index/', location.href.replace(/\?.*/u, '')).pathname;
  const program = (await import(`${folder}pagefind.js`)) as { createInstance(options: object): Made };
  const found = phrases.map(() => 0);
  for (const name of names) {
    const options = { basePath: `${folder}${name}/`, noWorker: true, metaCacheTag: 'test' };
    const instance = program.createInstance(options);
    for (const [place, phrase] of phrases.entries()) {
      found[place]! += (await instance.search(`"${phrase}"`)).results.length;
    }
  }
  return found;
}
