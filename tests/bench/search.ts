import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { openBrowser } from '../browser.ts';
import type { Figures } from './figures.ts';
import { TODAY } from './generate.ts';
import { environment, type Workshop } from './workshop.ts';

const COUNT = 12_000;

/** For one answer: below it a page seems to follow the hand (docs of Chrome on responsiveness: 100 ms with all else). */
const BUDGET_MS = 50;

/** How much slower the processor is made: a cheap phone against a desktop. */
const SLOWER = 6;

/** The middle of so many runs: the browser slows a page by stopping it again and again, which one run may escape. */
const RUNS = 15;

const QUESTIONS = {
  'no condition': '?scope=all',
  'two words': '?scope=all&q=道路 工程',
  'a whole code': '?scope=all&q=GM-JS-2024-0012',
  'every kind of condition':
    '?scope=all&category=construction&category=land&status=closed&from=2018-01-01&min=50',
  'open, by deadline': '?scope=open&sort=deadline',
  'all, by deadline': '?scope=all&sort=deadline',
  'all, by amount': '?scope=all&sort=amount',
  'the newest of each project': '?scope=all&latest=1',
};

/** Filters 12,000 announcements in Chromium on a slower processor, with the modules that the search page runs. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const browser = await figures.stage('open a browser', openBrowser);
  if (!browser) return;
  try {
    const page = await figures.stage(`catalogues of ${COUNT} announcements`, async () => {
      const page = await browser.newPage();
      await serve(page, await catalogueText(shop));
      return page;
    });
    if (page) await measureIn(page, figures);
    figures.remark(`Chromium ${browser.version()}, processor ${SLOWER} times slower, middle of ${RUNS} runs`);
  } finally {
    await browser.close();
  }
}

/** Another process reads the content: where it lies is settled when a process starts. */
async function catalogueText(shop: Workshop): Promise<string> {
  const file = join(shop.folder, 'catalogues.json');
  await shop.stage(environment(shop.archive('search', COUNT)), 'catalogues', file);
  return readFileSync(file, 'utf8');
}

/** Serves the modules of src as the browser can run them, and the catalogues. */
async function serve(page: Page, text: string): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await page.route('http://bench/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    if (pathname === '/catalogues') return route.fulfill({ contentType: 'application/json', body: text });
    const body = stripTypeScriptTypes(readFileSync(join(root, pathname), 'utf8'));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto('http://bench/');
}

async function measureIn(page: Page, figures: Figures): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const prepared = await figures.stage('prepare the search', () => page.evaluateHandle(prepare));
  if (!prepared) return;
  const { rows, ms } = await prepared.evaluate(({ rows, ms }) => ({ rows, ms }));
  figures.known(`prepare ${rows.toLocaleString('en-US')} announcements, once`, ms, 'ms');
  for (const [name, search] of Object.entries(QUESTIONS)) {
    const given = { search, runs: RUNS, now: Date.parse(TODAY) };
    const ms = await figures.stage(`search: ${name}`, () => prepared.evaluate(answer, given));
    if (ms !== undefined) figures.goal(name, ms, BUDGET_MS, 'ms');
  }
}

type Shelves = ReturnType<typeof import('../../src/core/search/shelf.ts').shelfOf>[];

/** What the search page has at hand before a question. */
interface Prepared {
  shelves: Shelves;
  select: typeof import('../../src/core/search/select.ts').select;
  questionIn: typeof import('../../src/core/search/question.ts').questionIn;
  rows: number;
  /** Milliseconds that it took. */
  ms: number;
}

/** Runs in the browser. */
async function prepare(): Promise<Prepared> {
  const load = <T>(path: string): Promise<T> => import(path) as Promise<T>;
  const { shelfOf } =
    await load<typeof import('../../src/core/search/shelf.ts')>('/src/core/search/shelf.ts');
  const { select } = await load<typeof import('../../src/core/search/select.ts')>(
    '/src/core/search/select.ts',
  );
  const { questionIn } = await load<typeof import('../../src/core/search/question.ts')>(
    '/src/core/search/question.ts',
  );
  const all = (await (await fetch('/catalogues')).json()) as Parameters<typeof shelfOf>[0][];
  const begun = performance.now();
  const shelves = all.map(shelfOf);
  const ms = performance.now() - begun;
  return {
    shelves,
    select,
    questionIn,
    rows: shelves.reduce((sum, { titles }) => sum + titles.length, 0),
    ms,
  };
}

/** Runs in the browser: milliseconds of one answer, the middle of the runs. */
function answer(
  { shelves, select, questionIn }: Prepared,
  given: { search: string; runs: number; now: number },
): number {
  const { question } = questionIn(given.search, { types: [], regions: [] });
  const times = Array.from({ length: given.runs }, () => {
    const start = performance.now();
    select(shelves, question, { now: given.now });
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
