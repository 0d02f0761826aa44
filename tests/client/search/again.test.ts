// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { toSpelling } from '../../../src/core/pinyin.ts';
import type { Catalogue } from '../../../src/core/search/catalogue.ts';
import { files, NOW, part, wordsOf } from './page.ts';

/** What the site gives, and what is asked of it. */
let given = files();
const asked: string[] = [];

const allFiles = (): Map<string, unknown> => {
  const all = files();
  for (const year of ['2026', '2025', '2018'])
    all.set(
      `/site/kiosk/data/pinyin-${year}.json`,
      toSpelling(all.get(`/site/data/catalogue-${year}.json`) as Catalogue),
    );
  all.set('/site/search/synonyms.json', [['道路', '公路', '马路']]);
  all.set('/site/search/simplified.json', ['訊設鎮', '讯设镇']);
  return all;
};

/** Goes where an address leads, and waits for the answer with all that is offered below it. */
async function ask(words: string, more = ''): Promise<void> {
  history.pushState(null, '', `/site/search/?q=${words}&in=title${more}`);
  dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(!part('results-also').hidden || !part('results-advice').hidden).toBe(true), {
    interval: 1,
    timeout: 10_000,
  });
}

const alsoIds = (): readonly string[] =>
  [...part('also-list').children].map((row) => (row as HTMLElement).dataset['id']!);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async (address: string, { method }: { method?: string } = {}) => {
    if (method === 'HEAD') return new Response(null, { headers: { Date: new Date(NOW).toUTCString() } });
    asked.push(address.replace('/site/', ''));
    const file = given.get(address);
    return new Response(JSON.stringify(file ?? null), { status: file === undefined ? 404 : 200 });
  });
  history.replaceState(null, '', '/site/search/');
  // The script listens to the page from then on, as in a browser.
  vi.resetModules();
  await import('../../../src/client/search/search.ts');
});

beforeEach(() => {
  given = allFiles();
  asked.length = 0;
});

describe('a question that finds little is asked in other ways, and that is said:', () => {
  test('separators are no words', async () => {
    await ask('道路、拓宽');
    expect(wordsOf('results-heading')).toBe('共 0 条');
    expect(wordsOf('also-heading')).toBe('也查了：道路 拓宽（1 条）');
    expect(alsoIds()).toEqual(['road']);
    expect([...part('also-list').querySelectorAll('mark')].map(wordsOf)).toEqual(['道路拓宽']);
    expect(wordsOf('results-status')).toBe('共 0 条，没有找到。也查了别的写法，另有 1 条。');
    expect(part('results-advice').hidden).toBe(true);
    const link = part('also-heading').querySelector('a')!;
    expect(new URLSearchParams(link.search).get('q')).toBe('道路 拓宽');
  });

  test('traditional characters', async () => {
    await ask('建設有限');
    expect(wordsOf('also-heading')).toBe('也查了：建设有限（1 条）');
    expect(alsoIds()).toEqual(['award']);
    expect(asked).toContain('search/simplified.json');
  });

  test('synonyms, with the other conditions kept', async () => {
    await ask('马路', '&region=更合镇');
    expect(wordsOf('also-heading')).toBe('也查了：道路（1 条）');
    await ask('马路', '&region=明城镇');
    expect(part('results-also').hidden).toBe(true);
  });

  test('sounds', async () => {
    await ask('hedao');
    expect(wordsOf('also-heading')).toBe('也查了：河道（1 条）');
    expect(asked).toContain('kiosk/data/pinyin-2025.json');
  });

  test('a title stays the text that somebody wrote', async () => {
    await ask('img、src');
    expect(part('also-list').querySelector('img')).toBeNull();
    expect(alsoIds()).toEqual(['odd']);
  });
});

test('more than twenty are not shown: the words are a link to all', async () => {
  await ask('关于第、讲座');
  expect(alsoIds()).toHaveLength(20);
  expect(wordsOf('also-more')).toBe('还有 4 条，请点上面的词查看。');
});

test('what is not needed is not fetched', async () => {
  await ask('马路');
  expect(asked.filter((file) => /simplified|pinyin/u.test(file))).toEqual([]);
  asked.length = 0;
  history.pushState(null, '', '/site/search/?q=讲座&in=title');
  dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(wordsOf('results-status')).toBe('共 24 条，第 1 页，共 2 页。'), {
    interval: 1,
    timeout: 10_000,
  });
  expect(asked.filter((file) => !file.startsWith('data/'))).toEqual([]);
});

test('where nothing else helps, each of several words is counted, and units of a near name are offered', async () => {
  await ask('道路 直升机场');
  expect(part('results-also').hidden).toBe(true);
  expect([...part('results-wider').children].map(wordsOf)).toEqual([
    '只查“道路” 1 条',
    '只查“直升机场” 0 条',
    '移除：“道路 直升机场” 27 条',
    '改查全部年份 0 条',
    '同时搜索正文',
  ]);
  await ask('佛山示列建社有限公司');
  expect([...part('results-wider').children].map(wordsOf)[0]).toBe('单位：佛山示例建设有限公司 1 条');
});

test('a table that does not come costs its own way alone', async () => {
  given.delete('/site/search/simplified.json');
  await ask('楊馬路');
  expect(part('results-also').hidden).toBe(true);
  expect(wordsOf('results-heading')).toBe('共 0 条');
  given = allFiles();
  await ask('河道、整治');
  expect(alsoIds()).toEqual(['award']);
});
