// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CHUNK, files, NOW, ODD, part, rows, wordsOf } from './page.ts';

/** What the site gives, and what is asked of it. */
let given = files();
const asked: string[] = [];

/** In the place of Pagefind’s program one that knows a single text. */
vi.doMock('/site/search/index/pagefind.js', () => ({
  createInstance: () => ({
    mergeIndex: () => Promise.resolve(),
    async search(phrase: string) {
      await window.fetch(CHUNK);
      return { results: phrase === '"授权 权书"' ? [{ id: 'r1' }] : [] };
    },
  }),
}));

/** Goes where an address leads, as a link, a bookmark or the button 后退 does. */
function visit(search: string): void {
  history.pushState(null, '', `/site/search/${search}`);
  dispatchEvent(new PopStateEvent('popstate'));
}

const status = (): string => wordsOf('results-status');
const answered = (): Promise<void> =>
  vi.waitFor(() => expect(status()).toMatch(/^(共 \d+ 条|没有查成)/u), { interval: 1, timeout: 10_000 });
const shownIds = (): readonly string[] =>
  [...part('results-list').children].map((row) => (row as HTMLElement).dataset['id']!);
const input = (id: string): HTMLInputElement => part<HTMLInputElement>(id);
const submit = (): void => part<HTMLFormElement>('search-form').requestSubmit();

async function ask(search: string): Promise<void> {
  visit(search);
  await answered();
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async (address: string, { method }: { method?: string } = {}) => {
    if (method === 'HEAD') return new Response(null, { headers: { Date: new Date(NOW).toUTCString() } });
    asked.push(address);
    const file = given.get(address);
    return new Response(JSON.stringify(file ?? null), { status: file === undefined ? 404 : 200 });
  });
  history.replaceState(null, '', '/site/search/');
  // The script listens to the page from then on, as in a browser.
  vi.resetModules();
  await import('../../../src/client/search/search.ts');
});

beforeEach(() => {
  visit('');
  given = files();
  asked.length = 0;
});

test('an empty question shows the examples, and asks the site for nothing', () => {
  expect(part('results').hidden).toBe(true);
  expect(part('examples').hidden).toBe(false);
  expect(asked).toEqual([]);
  expect(document.title).toBe('搜索_示例网站');
});

describe('when the site does not give what is needed', () => {
  test('a reader is told so in plain words, and can ask again', async () => {
    given = new Map();
    await ask('?region=更合镇');
    expect(status()).toBe('没有查成。');
    expect(wordsOf('results-heading')).toBe('没有查成');
    expect(wordsOf('results-notice')).toContain('请刷新页面再查一次');
    expect(part('results-advice').hidden).toBe(false);
    given = files();
    visit('');
    await ask('?region=更合镇');
    expect(shownIds()).toEqual(['road']);
    expect(part('results-notice').hidden).toBe(true);
    expect(part('results-advice').hidden).toBe(true);
  });

  test('texts that cannot be searched to their end are told, and are not taken for texts without the words', async () => {
    given.delete(CHUNK);
    await ask('?q=营业执照&region=更合镇');
    expect(status()).toBe('共 0 条，没有找到。');
    await vi.waitFor(() => expect(wordsOf('results-notice')).toMatch(/^正文没有查完：网络中断/u), {
      interval: 1,
      timeout: 10_000,
    });
    // How many the same words find elsewhere is not known either.
    await vi.waitFor(() => expect(part('results-advice').hidden).toBe(false), {
      interval: 1,
      timeout: 10_000,
    });
    expect([...part('results-wider').children].map(wordsOf)).toEqual([
      '移除：“营业执照” 1 条',
      '移除：更合镇',
      '改查全部年份',
    ]);
  });
});

describe('the words of announcements', () => {
  test('are found, marked in the passage that has them, and told apart from titles', async () => {
    await ask('?q=授权书');
    expect(shownIds()).toEqual(['notice-0']);
    expect(status()).toBe('共 1 条，都是在正文中找到的。');
    await vi.waitFor(() => expect(document.querySelector('.excerpt mark')).not.toBeNull(), {
      interval: 1,
      timeout: 10_000,
    });
    expect(wordsOf(document.querySelector('.excerpt'))).toBe('讲座的材料包括授权书的样本。');
    expect(wordsOf(document.querySelector('.excerpt mark'))).toBe('授权书');
  });

  test('are looked for in two characters or more, and a reader who writes one is told', async () => {
    await ask('?q=路');
    expect(shownIds()).toEqual(['road']);
    expect(wordsOf('results-notice')).toBe('一个字只在标题、编号、单位名称里查找；查正文请写两个字以上。');
  });

  test('in years that were not looked through are not counted as if there were none', async () => {
    await ask('?q=营业执照&region=更合镇&from=2026-01-01&scope=all');
    await vi.waitFor(() => expect(part('results-advice').hidden).toBe(false), {
      interval: 1,
      timeout: 10_000,
    });
    expect([...part('results-wider').children].map(wordsOf)).toEqual([
      '移除：“营业执照” 1 条',
      '移除：更合镇 0 条',
      // It would look through 2018 too, whose texts nobody has asked.
      '移除：2026-01-01 起发布',
    ]);
  });
});

describe('an address', () => {
  test('brings back the whole question into the form', async () => {
    await ask(
      '?q=公告&category=construction&type=tender-notice&region=更合镇&status=open&from=2026-11-01&min=300&code=JS&latest=1&scope=all&sort=amount&in=title',
    );
    const checked = [...document.querySelectorAll<HTMLInputElement>('#filters input:checked')];
    expect(input('scope-all').checked).toBe(true);
    expect(checked.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'category=construction',
      'type=tender-notice',
      'region=更合镇',
      'status=open',
      'latest=1',
    ]);
    expect(['q', 'from', 'to', 'min', 'max', 'code', 'sort'].map((id) => input(id).value)).toEqual([
      '公告',
      '2026-11-01',
      '',
      '300',
      '',
      'JS',
      'amount',
    ]);
    expect(input('in-bodies').checked).toBe(false);
    expect([...document.querySelectorAll('.chosen')].map(wordsOf)).toEqual([
      '已选 1',
      '已选 1',
      '已选 1',
      '已选 1',
      '已选 1',
      '',
      '已选 1',
      '已选 1',
    ]);
    expect(shownIds()).toEqual(['road']);
  });

  test('that asks for nothing empties the form', async () => {
    await ask('?region=更合镇&min=300');
    visit('');
    expect(input('min').value).toBe('');
    expect(document.querySelectorAll('#filters input:checked')).toHaveLength(0);
    expect(input('scope-recent').checked).toBe(true);
  });

  test('of which some means nothing is answered by the rest, and that is told', async () => {
    await ask('?region=更合镇&min=abc&from=2026-02-30&region=别处');
    expect(shownIds()).toEqual(['road']);
    expect(wordsOf('results-notice')).toBe(
      '有的条件看不懂，没有用上：发布日期（起）“2026-02-30”、金额下限“abc”、地区“别处”。',
    );
  });

  test('stands in the title, so that the history tells questions apart', async () => {
    await ask('?q=讲座&in=title&page=2');
    expect(document.title).toBe('“讲座”_第 2 页_搜索_示例网站');
  });
});

describe('the form', () => {
  test('asks nothing while it is filled in; asked, it puts the question into the address', async () => {
    input('region-更合镇').click();
    input('category-construction').click();
    expect([...document.querySelectorAll('.chosen')].map(wordsOf).filter(Boolean)).toEqual([
      '已选 1',
      '已选 1',
    ]);
    expect(asked).toEqual([]);
    submit();
    await answered();
    expect(decodeURI(location.search)).toBe('?category=construction&region=更合镇');
    expect(document.activeElement).toBe(part('results-heading'));
    expect(shownIds()).toEqual(['road']);
  });

  test('keeps to titles where the reader wants that', async () => {
    input('q').value = '拓宽';
    input('in-bodies').click();
    submit();
    await answered();
    expect(decodeURI(location.search)).toBe('?q=拓宽&in=title');
    expect(shownIds()).toEqual(['road']);
  });

  test('asked for nothing in particular lists everything of the scope that it has', async () => {
    submit();
    await answered();
    expect(location.search).toBe('?scope=recent');
    expect(wordsOf('results-heading')).toBe(`共 ${rows.length - 1} 条`);
  });

  test('that is emptied leads to its first field', async () => {
    await ask('?region=更合镇');
    document.querySelector<HTMLElement>('#filters a')!.click();
    expect(location.search).toBe('');
    expect(part('results').hidden).toBe(true);
    expect(document.activeElement).toBe(input('q'));
  });

  test('tells what of it means nothing', async () => {
    input('region-更合镇').click();
    input('max').value = '三百';
    submit();
    await answered();
    expect(wordsOf('results-notice')).toBe('有的条件看不懂，没有用上：金额上限“三百”。');
    expect(decodeURI(location.search)).toBe('?region=更合镇');
  });

  test.each([
    ['近三天', '?from=2026-11-20'],
    ['近三月', '?from=2026-08-22'],
    ['七天内', '?closesFrom=2026-11-22&closesTo=2026-11-29'],
  ])('%s asks at once, by the day in Beijing', async (words, search) => {
    input('to').value = '2026-01-01';
    [...document.querySelectorAll('button')].find((button) => wordsOf(button) === words)!.click();
    await answered();
    expect(location.search).toBe(words === '七天内' ? `?to=2026-01-01&${search.slice(1)}` : search);
  });

  test('asked for other years or another order, it answers at once and leaves the reader where he is', async () => {
    await ask('?q=搬迁&in=title');
    expect(shownIds()).toEqual([]);
    input('scope-all').focus();
    input('scope-all').click();
    await answered();
    expect(decodeURI(location.search)).toBe('?q=搬迁&scope=all&in=title');
    expect(shownIds()).toEqual(['old']);
    expect(document.activeElement).toBe(input('scope-all'));
    input('sort').value = 'amount';
    input('sort').dispatchEvent(new Event('change'));
    expect(location.search).toContain('sort=amount');
  });

  test('before anything is asked, a choice of years asks nothing', () => {
    input('scope-all').click();
    expect(location.search).toBe('');
    input('scope-recent').click();
  });

  test('finds who won by a part of the name, and what is for small enterprises alone', async () => {
    await ask('?winner=示例建设&category=construction');
    expect(shownIds()).toEqual(['award']);
    expect([...part('results-conditions').children].map(wordsOf)).toContain('中标（成交）人“示例建设”');
    expect(input('winner').value).toBe('示例建设');
    await ask('?sme=1');
    expect(shownIds()).toEqual(['road']);
    expect(input('sme').checked).toBe(true);
  });

  test('on a telephone opens behind a button that tells how many were found', async () => {
    await ask('?category=construction');
    const button = part('filters-button');
    expect(wordsOf(button)).toBe('筛选（2 条）');
    button.click();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    submit();
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  test('says behind each choice what choosing it instead would find', async () => {
    await ask('?category=construction');
    const counts = [
      'region-更合镇',
      'region-明城镇',
      'category-general',
      'category-construction',
      'status-soon',
    ];
    expect(counts.map((id) => wordsOf(input(id).nextElementSibling))).toEqual([
      '更合镇 1',
      '明城镇 1',
      '通知公告 24',
      '建设工程 2',
      '即将截止 1',
    ]);
  });

  test('says so too before anything is asked, to whoever comes to it', async () => {
    part('filters').dispatchEvent(new FocusEvent('focusin'));
    await vi.waitFor(
      () => expect(wordsOf(input('category-general').nextElementSibling)).toBe('通知公告 24'),
      {
        interval: 1,
        timeout: 10_000,
      },
    );
    expect(part('results').hidden).toBe(true);
  });
});

describe('the results', () => {
  test('are twenty on a page, and the next page has an address of its own', async () => {
    await ask('?q=讲座&in=title');
    expect(shownIds()).toHaveLength(20);
    expect(status()).toBe('共 24 条，第 1 页，共 2 页。');
    const next = part('results-pages').querySelector('a')!;
    expect([wordsOf(next), next.rel]).toEqual(['下一页', 'next']);
    next.click();
    await answered();
    expect(decodeURI(location.search)).toBe('?q=讲座&in=title&page=2');
    expect(shownIds()).toHaveLength(4);
    expect([...part('results-pages').children].map(wordsOf)).toEqual(['上一页', '第 2 页，共 2 页']);
  });

  test('are not said to be none where the address asks for a page after the last', async () => {
    await ask('?q=讲座&in=title&page=9');
    expect(wordsOf('results-heading')).toBe('共 24 条');
    await vi.waitFor(() => expect(part('results-advice').hidden).toBe(false), {
      interval: 1,
      timeout: 10_000,
    });
    expect(wordsOf('results-asked')).toBe('一共只有 2 页，没有第 9 页。');
    expect([...part('results-wider').children].map(wordsOf)).toEqual(['看第 1 页 24 条']);
    expect(part('results-pages').children).toHaveLength(0);
  });

  test('say of each what it is, where it stands in time, what changed and why it was found', async () => {
    await ask('?code=2026-035');
    const row = part('results-list').firstElementChild!;
    expect(wordsOf(row)).toBe(
      '发布 11月10日 即将截止 更合镇示例道路拓宽工程招标公告已更正 建设工程 招标公告 更合镇 ' +
        '投标截止 11月24日 10:00 原时间 11月20日 10:00 项目编号 GM-JS-2026-035 ' +
        '招标人 更合镇示例办公室358.6 万元 预算金额',
    );
    expect(row.querySelector('a')!.getAttribute('href')).toBe('/site/announcements/road/');
    expect(wordsOf(row.querySelector('mark'))).toBe('2026-035');
    expect(wordsOf(row.querySelector('del'))).toBe('原时间 11月20日 10:00');
  });

  test('name the winner and the price, and the year where it is another', async () => {
    await ask('?q=河道&in=title');
    expect(wordsOf(part('results-list').firstElementChild)).toBe(
      '发布 2025年6月1日 明城镇示例河道整治中标结果公告建设工程 中标结果公告 明城镇 ' +
        '中标人 佛山示例建设有限公司120 万元 中标价',
    );
  });

  test('say above what was asked, each condition with a way out', async () => {
    await ask('?q=道路&region=更合镇&in=title');
    const links = [...part('results-conditions').querySelectorAll('a')];
    expect(links.map((link) => [link.getAttribute('aria-label'), decodeURI(link.search)])).toEqual([
      ['移除：“道路”', '?region=更合镇&in=title'],
      ['移除：更合镇', '?q=道路&in=title'],
    ]);
    links[0]!.click();
    await answered();
    expect(input('q').value).toBe('');
    expect(input('region-更合镇').checked).toBe(true);
  });

  test('that are none say what was asked, and what less would find', async () => {
    await ask('?category=general&region=更合镇&min=100');
    await vi.waitFor(() => expect(part('results-advice').hidden).toBe(false), {
      interval: 1,
      timeout: 10_000,
    });
    expect(wordsOf('results-asked')).toBe('“近两年”里没有找到：通知公告、更合镇、100万元以上。');
    expect([...part('results-wider').children].map(wordsOf)).toEqual([
      '移除：通知公告 1 条',
      '移除：更合镇 0 条',
      '移除：100万元以上 0 条',
      '改查全部年份 0 条',
    ]);
  });

  test('of what can be joined have what closes next first, and only what is open by the clock', async () => {
    await ask('?scope=open');
    expect(shownIds()).toEqual(['road']);
    vi.setSystemTime(Date.parse('2026-11-24T10:00:00+08:00'));
    visit('');
    await ask('?scope=open');
    expect(shownIds()).toEqual([]);
    vi.setSystemTime(Date.parse(NOW));
  });

  test('show a title as the text that somebody wrote, whatever stands in it', async () => {
    await ask('?q=转让公告&in=title');
    const title = part('results-list').querySelector('h3')!;
    expect(title.textContent).toBe(ODD);
    expect([...title.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['A', 'MARK']);
    expect('hit' in window).toBe(false);
  });
});

describe('one question after another', () => {
  test('the answer to an earlier one never replaces that to a later one', async () => {
    const said: string[] = [];
    new MutationObserver(() => said.push(status())).observe(part('results-status'), { childList: true });
    visit('?region=更合镇');
    visit('?region=明城镇');
    await answered();
    await vi.waitFor(() => expect(shownIds()).toEqual(['award']), { interval: 1, timeout: 10_000 });
    expect(said.filter((words) => words.startsWith('共'))).toEqual(['共 1 条。']);
  });

  test('the button 后退 brings back the one before', async () => {
    await ask('?region=更合镇');
    input('region-更合镇').click();
    input('region-明城镇').click();
    submit();
    await answered();
    expect(shownIds()).toEqual(['award']);
    history.back();
    await vi.waitFor(() => expect(shownIds()).toEqual(['road']), { interval: 1, timeout: 10_000 });
    expect(input('region-更合镇').checked).toBe(true);
    expect(input('region-明城镇').checked).toBe(false);
  });

  test('no catalogue is fetched twice', async () => {
    await ask('?region=更合镇');
    asked.length = 0;
    visit('');
    await ask('?region=明城镇');
    expect(asked).toEqual([]);
  });

  test('a link that is opened in a tab of its own asks nothing here', async () => {
    await ask('?q=道路&region=更合镇&in=title');
    const link = part('results-conditions').querySelector('a')!;
    let isLeft = false;
    const browser = (event: Event): void => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', browser, { once: true });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(isLeft).toBe(true);
    expect(decodeURI(location.search)).toBe('?q=道路&region=更合镇&in=title');
    expect(input('q').value).toBe('道路');
  });
});
