import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSettings } from '../../src/settings.ts';
import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

const out = readSettings().outDir;

/** An announcement by what a reader can copy from its page, piece by piece. */
interface PageText {
  id: string;
  pieces: readonly string[];
}

/** The moment for which the site was built: what is recent or open does not depend on the day of the test. */
const NOW = '2026-11-22T09:00:00+08:00';

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

const json = <T>(path: string): T => JSON.parse(readFileSync(join(out, path), 'utf8')) as T;
const catalogueFiles = (): string[] =>
  readdirSync(join(out, 'data')).filter((name) => name.startsWith('catalogue-'));
const listedIds = (): string[] =>
  catalogueFiles().flatMap((name) => json<{ id: string[] }>(`data/${name}`).id);
const shards = (): string[] => readdirSync(join(out, 'search/index')).filter((name) => !name.endsWith('.js'));

async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
  await answered(page);
}

/** Looks at every frame: the usual waiting of `expect` would make 100 questions take a minute. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /^(共 \d+ 条|没有查成)/u.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
}

/** The search page, set to look through all years. */
async function visitAllYears(page: Page): Promise<void> {
  await page.goto('search/');
  await page.getByLabel('全部年份').check();
}

const shownIds = (page: Page): Promise<string[]> =>
  page
    .locator('#results-list > li')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']!));

/** Notes from now on what the status line says; the function gives it all, in order. */
async function noteStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const status = document.querySelector('[role=status]')!;
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** The ids on all pages of the results. */
async function allIds(page: Page): Promise<string[]> {
  const ids = await shownIds(page);
  const next = page.getByRole('link', { name: '下一页' });
  while (await next.isVisible()) {
    await next.click();
    await answered(page);
    ids.push(...(await shownIds(page)));
  }
  return ids;
}

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
        // What was, the change table has; a button is no part of the announcement.
        main.querySelectorAll('.facts-table :is(.was, .no-print)').forEach((other) => other.remove());
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

/** As one compares by eye: width of letters, case and blanks do not count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Mulberry32: the same questions in every run over the same content. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const KINDS: readonly { name: string; count: number; fits: (text: string) => boolean }[] = [
  { name: 'Han', count: 40, fits: (text) => /^\p{Script=Han}+$/u.test(text) },
  { name: 'digits', count: 25, fits: (text) => /^[\d.,:-]+$/u.test(text) && /\d/u.test(text) },
  { name: 'mixed', count: 25, fits: (text) => /[\da-z]/iu.test(text) && /\p{Script=Han}/u.test(text) },
  {
    name: 'with punctuation',
    count: 10,
    fits: (text) => /\p{P}/u.test(text) && /\p{Script=Han}/u.test(text),
  },
];

/** Questions of 2 to 12 characters, cut out anywhere. */
function questionsFrom(texts: readonly PageText[], seed: number): string[] {
  const below = seeded(seed);
  return KINDS.flatMap(({ count, fits }) => {
    const questions: string[] = [];
    while (questions.length < count) {
      const { pieces } = texts[below(texts.length)]!;
      const piece = [...pieces[below(pieces.length)]!.replace(/\s/gu, '')];
      const length = 2 + below(11);
      if (piece.length < length) continue;
      const from = below(piece.length - length + 1);
      const question = piece.slice(from, from + length).join('');
      if (fits(question)) questions.push(question);
    }
    return questions;
  });
}

test('100 pieces cut from the pages are found on every page that has them and on no other', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await visitAllYears(page);
  const texts = (await pageTexts(page)).map(({ id, pieces }) => ({ id, pieces, forms: pieces.map(plain) }));
  const questions = questionsFrom(texts, 20261122);
  expect(questions).toHaveLength(100);
  for (const question of questions) {
    await ask(page, question);
    const found = await allIds(page);
    const form = plain(question);
    const right = texts.filter(({ forms }) => forms.some((text) => text.includes(form))).map(({ id }) => id);
    expect(found.toSorted(), `“${question}”`).toEqual(right.toSorted());
    await expect(page.getByRole('status')).toContainText(`共 ${right.length} 条`);
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
  for (const [question, parts] of Object.entries(questions)) {
    await ask(page, question);
    const right = texts.filter(({ forms }) =>
      parts.every((part) => forms.some((text) => text.includes(part))),
    );
    expect((await allIds(page)).toSorted(), question).toEqual(right.map(({ id }) => id).toSorted());
  }
});

test('a single character is looked for in titles, codes and parties, and the reader is told', async ({
  page,
}) => {
  await page.goto('search/');
  await ask(page, '路');
  await expect(page.locator('#results-notice')).toContainText('一个字只在标题、编号、单位名称里查找');
  expect((await shownIds(page)).length).toBeGreaterThan(0);
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
  const counts: number[] = [];
  for (const question of questions) {
    await ask(page, question);
    counts.push(Number(/\d+/u.exec((await page.getByRole('status').textContent())!)![0]));
  }
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

test('every announcement is in exactly one index and every result leads to a row of the catalogue', () => {
  const results = shards().flatMap((name) =>
    Object.entries(json<Record<string, string>>(`search/index/${name}/rows.json`)),
  );
  expect(results.map(([, id]) => id).toSorted()).toEqual(listedIds().toSorted());
  expect(new Set(results.map(([result]) => result)).size).toBe(results.length);
});

test('of Pagefind only what a browser fetches is published', () => {
  const files = readdirSync(join(out, 'search/index'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  const needed =
    /^(pagefind\.js|rows\.json|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..+\.pf_meta|.+\.pf_index)$/u;
  expect(files.map(({ name }) => name).filter((name) => !needed.test(name))).toEqual([]);
});

const refusals: Readonly<Record<string, () => void>> = {
  'a policy that refuses to start WebAssembly': () => {
    Object.assign(WebAssembly, { instantiate: () => Promise.reject(new Error('refused')) });
  },
  'a browser before reference types': () => {
    WebAssembly.validate = () => false;
  },
  'a browser without WebAssembly': () => {
    delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
  },
};

for (const [name, refuse] of Object.entries(refusals)) {
  test(`${name} still finds titles, codes and parties, and says so`, async ({ page }) => {
    const troubles: string[] = [];
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => request.url().includes('/search/index/') && troubles.push(request.url()));
    await page.addInitScript(refuse);
    await page.goto('search/?q=GM-JS-2026-012');
    await answered(page);
    await expect(page.locator('#results-notice')).toHaveText(
      '本浏览器不支持正文检索，已按标题、编号、单位名称查找。',
    );
    expect((await allIds(page)).length).toBeGreaterThan(3);
    expect((await shownIds(page)).every((id) => id.startsWith('gm-js-2026-012'))).toBe(true);
    expect(troubles).toEqual([]);
  });
}

test('an address brings back the whole question', async ({ page }) => {
  await page.goto('search/?q=%E5%85%AC%E5%91%8A&category=construction&scope=all&in=title&page=2');
  await answered(page);
  await expect(page.getByRole('searchbox')).toHaveValue('公告');
  await expect(page.getByLabel('建设工程')).toBeChecked();
  await expect(page.getByLabel('全部年份')).toBeChecked();
  await expect(page.getByLabel('同时搜索正文')).not.toBeChecked();
  await expect(page.getByRole('status')).toContainText('第 2 页');
  const ids = await shownIds(page);
  expect(ids.length).toBeGreaterThan(0);
  const catalogue = catalogueFiles().map((name) =>
    json<{ id: string[]; title: string[]; category: number[]; terms: string[] }>(`data/${name}`),
  );
  const right = catalogue.flatMap(({ id, title, category, terms }) =>
    id.filter((_, row) => title[row]!.includes('公告') && terms[category[row]!] === 'construction'),
  );
  expect(ids.every((id) => right.includes(id))).toBe(true);
  await expect(page.getByRole('status')).toContainText(`共 ${right.length} 条`);
});

test('a category without words lists its announcements, the newest first', async ({ page }) => {
  await page.goto('search/?category=land');
  await answered(page);
  const times = await page
    .locator('#results-list > li')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('time')!.dateTime));
  expect(times.length).toBeGreaterThan(5);
  expect(times).toEqual(times.toSorted().reverse());
});

test('asking puts the question into the address, the focus on the results, and says their number once', async ({
  page,
}) => {
  await page.goto('search/');
  const said = await noteStatus(page);
  await ask(page, '污水');
  await expect(page).toHaveURL(/\/search\/\?q=%E6%B1%A1%E6%B0%B4$/u);
  await expect(page.locator('#results-heading')).toBeFocused();
  await expect(page).toHaveTitle(/^“污水”_搜索/u);
  expect((await said()).filter((words) => words.startsWith('共'))).toHaveLength(1);
});

test('the back button brings back the question before, and forward the one after', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '明城镇');
  const first = await shownIds(page);
  await ask(page, '更合镇');
  const second = await shownIds(page);
  expect(second).not.toEqual(first);
  await page.goBack();
  await answered(page);
  await expect(page.getByRole('searchbox')).toHaveValue('明城镇');
  expect(await shownIds(page)).toEqual(first);
  await page.goForward();
  await expect(page.getByRole('searchbox')).toHaveValue('更合镇');
  await answered(page);
  expect(await shownIds(page)).toEqual(second);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('#results')).toBeHidden();
});

test('twenty results stand on a page, and the next page has an address of its own', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '公告');
  expect(await shownIds(page)).toHaveLength(20);
  const first = await shownIds(page);
  await page.getByRole('link', { name: '下一页' }).click();
  await expect(page).toHaveURL(/page=2$/u);
  await answered(page);
  const second = await shownIds(page);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await page.reload();
  await answered(page);
  expect(await shownIds(page)).toEqual(second);
});

test('what was found stands out in the title and in the passage that has it', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '营业执照');
  // Excerpts are help and come after the answer.
  await expect(page.locator('#results-list .excerpt mark').first()).toBeVisible();
  const marks = await page.locator('#results-list .excerpt mark').allTextContents();
  expect(new Set(marks)).toEqual(new Set(['营业执照']));
  await ask(page, '道路改造');
  await expect(page.locator('#results-list h3 mark').first()).toHaveText('道路改造');
});

test('the answer to an earlier question never replaces that to a later one', async ({ page }) => {
  await page.goto('search/');
  const said = await noteStatus(page);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rows.json*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('searchbox').fill('营业执照');
  await page.getByRole('searchbox').press('Enter');
  await page.getByLabel('同时搜索正文').uncheck();
  await ask(page, '明城镇');
  const second = await page.getByRole('status').textContent();
  release();
  // This one waits for the same files, after the first.
  await page.getByLabel('同时搜索正文').check();
  await ask(page, '授权书');
  const third = await page.getByRole('status').textContent();
  expect((await said()).filter((words) => words.startsWith('共'))).toEqual([second, third]);
});

test('when the catalogue does not come the reader is told in plain words, and can ask again', async ({
  page,
}) => {
  await page.goto('search/');
  await page.route('**/data/catalogue-*', (route) => route.abort());
  await ask(page, '明城镇');
  await expect(page.getByRole('status')).toHaveText('没有查成。');
  await expect(page.locator('#results-notice')).toContainText('请刷新页面再查一次');
  await expect(page.locator('#results-advice')).toBeVisible();
  await page.unroute('**/data/catalogue-*');
  await ask(page, '明城镇');
  expect((await shownIds(page)).length).toBeGreaterThan(0);
  await expect(page.locator('#results-notice')).toBeHidden();
});

test('when a part of the index does not come, that is said and not taken for "nothing found"', async ({
  page,
}) => {
  await page.goto('search/');
  await page.route('**/*.pf_index', (route) => route.fulfill({ status: 404, body: '' }));
  await ask(page, '营业执照');
  await expect(page.locator('#results-notice')).toContainText('正文没有查完');
  await page.unroute('**/*.pf_index');
  await ask(page, '营业执照 法人');
  await expect(page.locator('#results-notice')).toBeHidden();
  expect((await shownIds(page)).length).toBeGreaterThan(0);
});

test('a title or a text with HTML in it is shown as the text it is', async ({ page }) => {
  const payload = '<img src=x onerror="window.hit=1"><b>明城镇</b>';
  await page.route('**/data/catalogue-*', async (route) => {
    const catalogue = (await (await route.fetch()).json()) as { title: string[]; winner: string[] };
    await route.fulfill({ json: { ...catalogue, title: catalogue.title.map((title) => payload + title) } });
  });
  await page.route('**/search/texts/*', async (route) => {
    const texts = (await (await route.fetch()).json()) as Record<string, string[]>;
    const planted = Object.entries(texts).map(([id, sections]) => [
      id,
      sections.map((section) => section.replaceAll('营业执照', `营业执照${payload}`)),
    ]);
    await route.fulfill({ json: Object.fromEntries(planted) as Record<string, string[]> });
  });
  await page.goto('search/');
  await ask(page, '明城镇');
  await expect(page.locator('#results-list h3').first()).toContainText(payload);
  await ask(page, '营业执照');
  await expect(page.locator('#results-list .excerpt').first()).toContainText('<img src=x');
  await expect(page.locator('#results-list img, #results-list b')).toHaveCount(0);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('two visits fetch the same addresses: nothing carries the time', async ({ page }) => {
  const visit = async (): Promise<string[]> => {
    const asked: string[] = [];
    const note = (request: { url(): string }): number => asked.push(request.url());
    page.on('request', note);
    await page.goto('search/?q=%E6%B1%A1%E6%B0%B4');
    await answered(page);
    await page.waitForLoadState('networkidle');
    page.off('request', note);
    return asked.toSorted();
  };
  expect(await visit()).toEqual(await visit());
});

for (const width of [320, 390, 1280]) {
  test(`search at ${width} px has no sideways scroll and nothing that axe objects to`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      'search/',
      'search/?q=%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7',
      'search/?q=%E5%85%AC%E5%91%8A',
      'search/?q=zzzzzz&category=land',
    ]) {
      await page.goto(path);
      if (path.includes('q=')) await answered(page);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      expect(await barriersOn(page)).toEqual([]);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every month of every category is offered, and each of them is there', async ({ page, request }) => {
    await page.goto('search/?q=%E6%B1%A1%E6%B0%B4');
    const links = await page
      .locator('noscript a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
  });
});
