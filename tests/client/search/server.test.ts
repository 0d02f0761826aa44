// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { answerOf } from '../../../src/core/search/answer.ts';
import { textsAsked, toSent } from '../../../src/core/search/api.ts';
import type { Catalogue } from '../../../src/core/search/catalogue.ts';
import { addressOf, questionIn } from '../../../src/core/search/question.ts';
import { select } from '../../../src/core/search/select.ts';
import { shelfOf } from '../../../src/core/search/shelf.ts';
import { yearsFor } from '../../../src/core/search/years.ts';
import { files, manifest, NOW, part, wordsOf } from './page.ts';

/* A search page whose site has a search server: its manifest names the address. */

const api = { ...manifest, api: 'api/search' };
part('search-manifest').textContent = JSON.stringify(api);

const asked: string[] = [];
let isServing = true;

const shelves = manifest.years.map(({ catalogue }) =>
  shelfOf(files().get(`/site/${catalogue}`) as Catalogue),
);

/** Answers as the server does; of texts it knows one, that of `notice-0`. */
function serve(address: string): unknown {
  const [path, search = ''] = address.split(/(?=\?)/u);
  if (path === '/site/api/search/texts') {
    const { wants } = textsAsked(search)!;
    return { ids: wants.every(({ forms }) => forms.includes('授权书')) ? ['notice-0'] : [] };
  }
  const { question } = questionIn(search, { types: ['tender-notice'], regions: ['更合镇', '明城镇'] });
  const inBodies = new Set(question.words === '授权书' ? ['notice-0'] : []);
  const now = Date.parse(NOW);
  const years = yearsFor(manifest.years, question, now).length;
  const selection = select(shelves.slice(0, years), question, { now, inBodies });
  return toSent(answerOf(selection, question, api, true));
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async (address: string, { method }: { method?: string } = {}) => {
    if (method === 'HEAD') return new Response(null, { headers: { Date: new Date(NOW).toUTCString() } });
    asked.push(decodeURIComponent(address.replace('/site/', '')));
    const isApi = address.startsWith('/site/api/');
    if (isApi && !isServing) return new Response('Bad Gateway', { status: 502 });
    const file = isApi ? serve(address) : files().get(address);
    return new Response(JSON.stringify(file ?? null), { status: file === undefined ? 404 : 200 });
  });
  history.replaceState(null, '', '/site/search/');
  vi.resetModules();
  await import('../../../src/client/search/search.ts');
});

beforeEach(() => {
  history.pushState(null, '', '/site/search/');
  dispatchEvent(new PopStateEvent('popstate'));
  isServing = true;
  asked.length = 0;
});

afterEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) }));

async function ask(search: string): Promise<void> {
  history.pushState(null, '', `/site/search/${search}`);
  dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(wordsOf('results-status')).toMatch(/^(共 \d+ 条|没有查成)/u), {
    interval: 1,
    timeout: 10_000,
  });
}

const shownIds = (): readonly string[] =>
  [...part('results-list').children].map((row) => (row as HTMLElement).dataset['id']!);

test('the server answers, with the counts of choices, and no catalogue and no index is fetched', async () => {
  await ask('?q=讲座&scope=all&page=2');
  // The pages of other files of tests may listen to the same window.
  expect([...new Set(asked)]).toEqual(['api/search?q=讲座&scope=all&page=2']);
  expect(shownIds()).toHaveLength(4);
  expect(wordsOf('results-status')).toBe('共 24 条，第 2 页，共 2 页。');
  expect(wordsOf(part('category-general').nextElementSibling)).toBe('通知公告 24');
  expect(part('results-notice').hidden).toBe(true);
});

test('what stands in a text comes with its passage, which is a file of the site', async () => {
  await ask('?q=授权书');
  expect(shownIds()).toEqual(['notice-0']);
  expect(wordsOf('results-status')).toBe('共 1 条，都是在正文中找到的。');
  await vi.waitFor(() => expect(wordsOf(document.querySelector('.excerpt mark'))).toBe('授权书'));
  expect(asked).toContain('search/texts/2026-2.json?digest-2026');
});

test('what forgives stands before it: other forms are made in the page, and their texts asked of the server', async () => {
  await ask('?q=授权书。');
  await vi.waitFor(() => expect(part('results-also').hidden).toBe(false), { interval: 1, timeout: 10_000 });
  expect(wordsOf('also-heading')).toBe('也查了：授权书（1 条）');
  expect(asked).toContain('api/search/texts?since=2025&f0=授权书');
  expect(asked.filter((file) => file.startsWith('search/index/'))).toEqual([]);
});

test('what less would find is counted by the server', async () => {
  await ask('?category=general&region=更合镇');
  await vi.waitFor(() => expect(part('results-advice').hidden).toBe(false), { interval: 1, timeout: 10_000 });
  expect([...part('results-wider').children].map(wordsOf)).toEqual([
    '移除：通知公告 1 条',
    '移除：更合镇 24 条',
    '改查全部年份 0 条',
  ]);
});

test('a server that cannot be reached is told in a sentence, and the site answers by itself', async () => {
  isServing = false;
  await ask('?q=讲座&in=title');
  expect(shownIds()).toHaveLength(20);
  expect(wordsOf('results-status')).toBe('共 24 条，第 1 页，共 2 页。');
  expect(wordsOf('results-notice')).toBe(
    '检索服务没有应答，这一次改用网站自带的索引查找，结果相同，可能慢一些。',
  );
  isServing = true;
  await ask('?q=道路');
  expect(part('results-notice').hidden).toBe(true);
});

test('the counts of choices before a question come from the site where the server is away', async () => {
  isServing = false;
  part('filters').dispatchEvent(new FocusEvent('focusin'));
  await vi.waitFor(() => expect(wordsOf(part('category-general').nextElementSibling)).toBe('通知公告 24'), {
    interval: 1,
    timeout: 10_000,
  });
});

test('a server that is silent is waited for five seconds and no longer', async () => {
  const { searchServer } = await import('../../../src/client/search/server.ts');
  const server = searchServer(addressOf, () => undefined);
  const { question } = questionIn('?q=讲座', { types: [], regions: [] });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((__, fail) => signal.addEventListener('abort', () => fail(new Error('given up')))),
  );
  const answers = Array.fromAsync(server.find(question, { now: 0, isStale: () => false }));
  const outcome = expect(answers).rejects.toThrow('given up');
  vi.advanceTimersByTime(4999);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1);
  await outcome;
});
