// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { boot, partOf, wordsOf } from './page.ts';
import { pageText } from './announced-page.ts';
import { announced, call, yearOf } from '../../core/kiosk/announced.ts';
import { toSpelling } from '../../../src/core/pinyin.ts';
import type { CatalogueRow } from '../../../src/core/search/catalogue.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-22T12:00:00+08:00');
const TENDER = '示例道路工程招标公告';

const rows: readonly CatalogueRow[] = [
  call(TENDER, '2026-12-08T09:30:00+08:00', {
    id: 'tender',
    region: '更合镇',
    projectCode: 'GM-JS-2026-031',
    publishedAt: '2026-10-26T09:00:00+08:00',
    happening: { kind: 'corrected', by: 'correction-1' },
  }),
  call('示例管网工程招标公告', '2026-11-23T09:00:00+08:00', {
    id: 'pipes',
    publishedAt: '2026-10-20T09:00:00+08:00',
  }),
  ...Array.from({ length: 14 }, (_, number) =>
    announced({
      id: `talk-${number}`,
      title: `第 ${number} 次讲座的通知`,
      publishedAt: '2026-09-01T09:00:00+08:00',
    }),
  ),
  announced({ id: 'old', title: '明城镇通知', region: '明城镇', publishedAt: '2025-03-01T09:00:00+08:00' }),
];

/** The clock of the server, what is known of its data, and the files that it gives; a text that is missing is a 404. */
let server: { time: number; head: { generated: string; notices: unknown[] }; files: Map<string, string> };
let isReachable: boolean;
/** A path that is never answered. */
let hanging: string | undefined;
let asked: string[];

function calm(): void {
  const years = ['2026', '2025'].flatMap((year) => {
    const catalogue = yearOf(rows.filter(({ publishedAt }) => publishedAt.startsWith(year)));
    return [
      [`/site/data/catalogue-${year}.json`, JSON.stringify(catalogue)],
      [`/site/kiosk/data/pinyin-${year}.json`, JSON.stringify(toSpelling(catalogue))],
    ] as const;
  });
  isReachable = true;
  hanging = undefined;
  server = {
    time: vi.getMockedSystemTime()!.getTime(),
    head: { generated: boot.generated, notices: [] },
    files: new Map([...years, ['/site/announcements/tender/', pageText()]]),
  };
}

/** Lets time pass in which nobody touches anything, for the kiosk and its server alike. */
async function pass(milliseconds: number): Promise<void> {
  server.time += milliseconds;
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** Waits for what comes from the server; a millisecond passes with each look. */
const until = (look: () => void): Promise<void> => vi.waitFor(look, { interval: 1 });

/** Somebody touches something; the kiosk hears that somebody is there. */
function tap(target: string | Element): void {
  const element = typeof target === 'string' ? partOf(target) : target;
  element.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  (element as HTMLElement).click();
}
const type = (keys: string): void => {
  for (const key of keys) tap(`data-key="${key}"`);
};
const view = (): HTMLElement => partOf('data-view');
const titles = (): readonly string[] => [...view().querySelectorAll('.row-title')].map(wordsOf);
const heading = (): string => wordsOf(view().querySelector('h2'));
const buttonNamed = (words: string): HTMLElement =>
  [...document.querySelectorAll('button')].find((button) => wordsOf(button) === words)!;
const isAsking = (): boolean => !partOf('data-warning').hidden;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'], now: NOON });
  calm();
  asked = [];
  // Nothing is laid out here: every row stands whole on the glass, and a text has no lines.
  Object.assign(Range.prototype, { getClientRects: () => [] });
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('fetch', (path: string, { signal }: { signal: AbortSignal }) => {
    asked.push(path.replace(/\?.*/u, ''));
    if (path === hanging)
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    if (!isReachable) return Promise.reject(new TypeError('no network'));
    const text = path.startsWith('head.json')
      ? JSON.stringify({ schema: 1, kiosk: boot.kiosk, ...server.head })
      : server.files.get(path);
    const headers = { Date: new Date(server.time).toUTCString() };
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200, headers }));
  });
});

/** Comes to a kiosk whose catalogue is all there, on its start page. */
beforeEach(async () => {
  calm();
  if (isAsking()) tap('data-stay');
  tap('data-home');
  if (document.documentElement.dataset['size']) tap('data-large');
  asked = [];
  await until(() => expect(wordsOf(partOf('data-all').querySelector('[data-count]'))).toMatch(/^(17 条)?$/u));
});

describe('while a catalogue does not come', () => {
  test('lists, areas and months say so, and not that there is nothing; asked again, it is read once', async () => {
    isReachable = false;
    await import('../../../src/client/kiosk/main.ts');
    await until(() => expect(asked.length).toBeGreaterThan(0));
    for (const tile of ['data-all', 'data-regions', 'data-months']) {
      tap(tile);
      await until(() =>
        expect(wordsOf(view())).toContain('公告目录现在取不到。请稍后重试，或者到窗口咨询。'),
      );
      expect(wordsOf(view())).not.toMatch(/没有|共|正在/u);
      tap('data-home');
    }
    isReachable = true;
    server.files.delete('/site/data/catalogue-2025.json');
    tap('data-all');
    tap(buttonNamed('重试'));
    await until(() => expect(wordsOf(view())).toContain('公告目录没有取全，下面缺少一些公告。'));
    expect(heading()).toBe('全部公告 共 16 条');
    calm();
    asked = [];
    const again = buttonNamed('重试');
    again.click();
    again.click();
    await until(() => expect(heading()).toBe('全部公告 共 17 条'));
    expect(view().querySelector('.say')).toBeNull();
    expect(asked).toEqual(['/site/data/catalogue-2025.json', '/site/kiosk/data/pinyin-2025.json']);
  });
});

describe('the pad', () => {
  const isAlive = (key: string): boolean =>
    partOf(`data-key="${key}"`).getAttribute('aria-disabled') === 'false';
  const shown = (): string => wordsOf(partOf('data-query'));
  const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.body.dispatchEvent(event);
    return event;
  };

  test('looks through everything from the start page, and to delete leads back', () => {
    type('zb');
    expect(wordsOf(partOf('data-query'))).toBe('ZB');
    expect(heading()).toBe('查找结果 共 2 条');
    expect(partOf('data-start').hidden).toBe(true);
    tap('data-delete');
    expect(wordsOf(partOf('data-query'))).toBe('Z');
    tap('data-delete');
    expect(partOf('data-start').hidden).toBe(false);
    expect(wordsOf(partOf('data-query'))).toBe('按每个字的第一个字母，或者项目编号');
  });

  test('has only the keys that lead on, and all again after 删除', () => {
    type('zb');
    expect(['g', 'x', 'b'].map(isAlive)).toEqual([true, false, false]);
    tap('data-clear');
    expect(['g', 'z', '0'].map(isAlive)).toEqual([true, true, true]);
  });

  test('has no key alive on the start page that begins nothing', () => {
    expect(['u', 'v', 'i', 'g'].map(isAlive)).toEqual([false, false, false, true]);
    tap('data-key="u"');
    expect(shown()).toBe('没有找到 U。可以按别的字母，或者回首页按镇街找。');
    expect(partOf('data-start').hidden).toBe(false);
    tap('data-delete');
    expect(shown()).toBe('按每个字的第一个字母，或者项目编号');
    expect(partOf<HTMLButtonElement>('data-delete').disabled).toBe(true);
  });

  test('answers a key that leads nowhere with what can be done, and keeps the list that is there', () => {
    type('zb');
    const before = titles();
    tap('data-key="x"');
    expect(shown()).toBe('没有找到 ZBX。可以删除一个字母，或者回首页按镇街找。');
    expect(titles()).toEqual(before);
    type('g');
    expect(shown()).toBe('ZBG');
    tap('data-key="x"');
    tap('data-delete');
    expect(shown()).toBe('ZBG');
    tap('data-key="x"');
    tap('data-clear');
    expect(partOf('data-start').hidden).toBe(false);
  });

  test('says of a key that leads nowhere within a category that there is more on the start page', () => {
    tap('data-category="construction"');
    press('q');
    expect(shown()).toBe('这里没有 Q。可以按别的字母，或者回首页查全部公告。');
    press('Backspace');
    expect(heading()).toBe('建设工程 共 2 条');
    press('q');
    tap('data-home');
    expect(shown()).toBe('按每个字的第一个字母，或者项目编号');
  });

  test('narrows the list that is shown, which stays when all is deleted', () => {
    tap('data-category="general"');
    expect(heading()).toBe('通知公告 共 15 条');
    type('mc');
    expect(titles()).toEqual(['明城镇通知']);
    tap('data-clear');
    expect(heading()).toBe('通知公告 共 15 条');
  });

  test('is a keyboard too, but for what is meant for the browser', () => {
    for (const key of ['Z', 'b', 'g', 'Backspace']) expect(press(key).defaultPrevented).toBe(false);
    expect(wordsOf(partOf('data-query'))).toBe('ZB');
    for (const [key, more] of [
      ['p', { ctrlKey: true }],
      ['ArrowLeft', { altKey: true }],
      ['r', { metaKey: true }],
      ['F1', {}],
      ['F12', {}],
      ['Escape', {}],
      ['BrowserBack', {}],
      ['ContextMenu', {}],
      ['PrintScreen', {}],
    ] as const)
      expect(press(key, more).defaultPrevented, key).toBe(true);
    expect(wordsOf(partOf('data-query'))).toBe('ZB');
  });
});

test.each(['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart', 'auxclick', 'gesturestart'])(
  'what a browser does on %s is refused',
  (name) => {
    const event = new Event(name, { bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  },
);

test('two fingers and the wheel with Ctrl zoom nothing; one finger and the wheel scroll', () => {
  const isRefused = (event: Event, more: object): boolean => {
    document.body.dispatchEvent(Object.assign(event, more));
    return event.defaultPrevented;
  };
  const touch = (): Event => new Event('touchstart', { bubbles: true, cancelable: true });
  expect(isRefused(touch(), { touches: [1, 2] })).toBe(true);
  expect(isRefused(touch(), { touches: [1] })).toBe(false);
  expect(isRefused(new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }), {})).toBe(
    true,
  );
  expect(isRefused(new WheelEvent('wheel', { bubbles: true, cancelable: true }), {})).toBe(false);
});

describe('from the start page', () => {
  test('each tile says how many it leads to', () => {
    const countOf = (name: string): string => wordsOf(partOf(name).querySelector('[data-count]'));
    expect(['data-category="construction"', 'data-category="general"', 'data-all'].map(countOf)).toEqual([
      '2 条',
      '15 条',
      '17 条',
    ]);
    expect(wordsOf(partOf('data-open-note'))).toBe('2 个，11月23日起截止');
    expect(wordsOf(partOf('data-openings-note'))).toBe('1 场，1 场不开标');
    expect(wordsOf(partOf('data-openings-name'))).toBe('今天开标');
  });

  test('what can still be joined has what closes next first', () => {
    tap('data-open-calls');
    expect(heading()).toBe('可参与的项目，先截止的在前 共 2 条');
    expect(titles()).toEqual(['示例管网工程招标公告', TENDER]);
    expect([...view().querySelectorAll('.facts')].map(wordsOf)).toEqual([
      '即将截止 招标公告 11月23日 09:00 截止',
      '可参与 已更正 招标公告 更合镇 12月8日 09:30 截止',
    ]);
  });

  test('areas and months lead to what they name', () => {
    tap('data-regions');
    expect([...view().querySelectorAll('.choices button')].map(wordsOf)).toEqual([
      '更合镇1 条',
      '明城镇1 条',
    ]);
    tap(view().querySelector('.choices button')!);
    expect(heading()).toBe('更合镇 共 1 条');
    tap('data-home');
    tap('data-months');
    const months = [...view().querySelectorAll('.choices button')];
    expect(months.map(wordsOf)).toEqual(['2026年10月2 条', '2026年9月14 条', '2025年3月1 条']);
    tap(months[2]!);
    expect(titles()).toEqual(['明城镇通知']);
    tap('data-back');
    expect(heading()).toBe('您要看哪个月发布的？');
  });

  test('what is opened next leads to its announcement, and 全部 to the list', async () => {
    tap(partOf('data-board-list').querySelector('button')!);
    await until(() => expect(asked).toContain('/site/announcements/school/'));
    tap('data-home');
    tap('data-board-all');
    expect(heading()).toMatch(/^开标安排/u);
  });

  test('a tile that leads to nothing says so and cannot be touched', () => {
    const land = partOf<HTMLButtonElement>('data-category="land"');
    expect([wordsOf(land), land.disabled]).toEqual(['0 条', true]);
    expect(partOf<HTMLButtonElement>('data-category="general"').disabled).toBe(false);
  });

  test('a long list is turned page by page, and back to where it was', () => {
    tap('data-all');
    const first = titles();
    expect(first).toHaveLength(12);
    expect(wordsOf(partOf('data-place'))).toBe('第 1–12 条，共 17 条');
    tap('data-next');
    expect(wordsOf(partOf('data-place'))).toBe('第 13–17 条，共 17 条');
    expect(partOf<HTMLButtonElement>('data-next').disabled).toBe(true);
    tap('data-previous');
    expect(titles()).toEqual(first);
    expect(partOf<HTMLButtonElement>('data-previous').disabled).toBe(true);
  });

  test('openings stand in a list and on the board, with the word for what was stopped', () => {
    expect([...partOf('data-board-list').children].map(wordsOf)).toEqual([
      '15:30 301 示例校舍维修 终止',
      '11月24日 星期二',
      '10:00 示例管网工程招标公告 地点见公告',
    ]);
    expect(wordsOf(partOf('data-board-all'))).toBe('全部 2 场 ›');
    tap('data-openings');
    expect(heading()).toBe('开标安排 共 2 场，今天 1 场，1 场不开标');
    expect([...view().querySelectorAll('.row')].map(wordsOf)).toEqual([
      '示例校舍维修工程招标公告终止 今天 15:30 开标 示例交易中心 301 开标室',
      '示例管网工程招标公告11月24日 10:00 开标 地点见公告',
    ]);
    expect(partOf('data-board').hidden).toBe(true);
  });
});

describe('an announcement', () => {
  const openTender = async (): Promise<void> => {
    type('2026031');
    expect(wordsOf(view().querySelector('.facts mark'))).toBe('2026-031');
    tap(view().querySelector('.row')!);
    await until(() => expect(wordsOf(view())).not.toBe('正在取这份公告……'));
  };

  test('has its code and its parts beside it, and the list it came from behind it', async () => {
    await openTender();
    expect(wordsOf(view().querySelector('.paper > h2'))).toBe(TENDER);
    expect(partOf('data-take').hidden).toBe(false);
    expect(partOf('data-pad').hidden).toBe(true);
    expect([...partOf('data-jumps').children].map(wordsOf)).toEqual([
      '关键信息',
      '更正记录',
      '项目进度',
      '公告正文',
      '附件',
      '异议投诉',
    ]);
    expect(wordsOf(partOf('data-take-files'))).toBe('2 个附件也可以在手机上打开。');
    tap('data-back');
    expect(titles()).toEqual([TENDER]);
    expect(wordsOf(partOf('data-query'))).toBe('2026031');
  });

  test.each([
    ['cannot be reached', () => (isReachable = false)],
    ['has not got it', () => server.files.delete('/site/announcements/tender/')],
    [
      'is a network that asks its guests to sign in',
      () => server.files.set('/site/announcements/tender/', '<h1>请先登录</h1></html>'),
    ],
    ['gives a part of it', () => server.files.set('/site/announcements/tender/', pageText().slice(0, -300))],
  ])('whose server %s is a plain sentence, and comes when it is asked for again', async (_, fail) => {
    fail();
    await openTender();
    expect(wordsOf(view())).toBe('这份公告现在取不到。请稍后重试，或者到窗口咨询。重试返回');
    expect(partOf('data-take-code').hidden).toBe(true);
    calm();
    tap(buttonNamed('重试'));
    await until(() => expect(wordsOf(view().querySelector('.paper > h2'))).toBe(TENDER));
    expect(partOf('data-take-code').hidden).toBe(false);
  });

  test('that does not come is given up after ten seconds', async () => {
    hanging = '/site/announcements/tender/';
    type('2026031');
    tap(view().querySelector('.row')!);
    await pass(9_900);
    expect(wordsOf(view())).toBe('正在取这份公告……');
    await pass(200);
    expect(wordsOf(view())).toContain('这份公告现在取不到');
  });

  test('that comes after its reader has gone on is not shown', async () => {
    type('2026031');
    tap(view().querySelector('.row')!);
    tap('data-home');
    await until(() => expect(asked).toContain('/site/announcements/tender/'));
    await pass(100);
    expect(wordsOf(view())).toBe('');
    expect(partOf('data-start').hidden).toBe(false);
  });
});

describe('a kiosk that nobody touches', () => {
  const MARK = ` data-kiosk="${boot.kiosk}"`;

  test('asks after a minute whether somebody is there, counts the seconds, and takes a touch for yes', async () => {
    type('zb');
    await pass(59_000);
    expect(isAsking()).toBe(false);
    await pass(1_000);
    expect(isAsking()).toBe(true);
    expect(partOf('data-glass').getAttribute('aria-hidden')).toBe('true');
    expect(document.activeElement).toBe(partOf('data-stay'));
    expect(wordsOf(partOf('data-seconds'))).toBe('20');
    await pass(5_000);
    expect(wordsOf(partOf('data-seconds'))).toBe('15');
    tap('data-stay');
    expect(isAsking()).toBe(false);
    expect(partOf('data-glass').hasAttribute('aria-hidden')).toBe(false);
    expect(wordsOf(partOf('data-query'))).toBe('ZB');
    await pass(59_000);
    expect(isAsking()).toBe(false);
  });

  test('keeps the keyboard within its question, and nothing that is typed reaches what lies behind', async () => {
    type('zb');
    await pass(60_000);
    const press = (key: string): boolean =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    press('Tab');
    expect(document.activeElement).toBe(partOf('data-leave'));
    press('Tab');
    expect(document.activeElement).toBe(partOf('data-stay'));
    press('g');
    expect(wordsOf(partOf('data-query'))).toBe('ZB');
    expect(isAsking()).toBe(true);
  });

  test('begins anew when nobody answers, and keeps nothing of its visitor', async () => {
    tap('data-large');
    type('zb');
    localStorage.setItem('visitor', 'zb');
    localStorage.setItem('zhangbang.display.lobby', 'of a screen');
    sessionStorage.setItem('visitor', 'zb');
    await pass(80_000);
    expect(isAsking()).toBe(false);
    expect(partOf('data-start').hidden).toBe(false);
    expect(view().childNodes).toHaveLength(0);
    expect(document.documentElement.dataset['size']).toBeUndefined();
    expect(wordsOf(partOf('data-large'))).toBe('大字');
    expect(wordsOf(partOf('data-query'))).toBe('按每个字的第一个字母，或者项目编号');
    expect([{ ...localStorage }, { ...sessionStorage }]).toEqual([
      { 'zhangbang.display.lobby': 'of a screen' },
      {},
    ]);
    expect(document.body.innerHTML).not.toMatch(/zb\b/iu);
    expect(asked).toContain('./');
  });

  test('begins anew at once for whoever is done', async () => {
    type('zb');
    await pass(61_000);
    tap('data-leave');
    expect(isAsking()).toBe(false);
    expect(partOf('data-start').hidden).toBe(false);
    expect(asked).toContain('./');
  });

  test('asks nothing on its start page, and looks for a fresh page every half an hour', async () => {
    for (let minute = 0; minute < 29; minute += 1) {
      await pass(MINUTE);
      expect(isAsking()).toBe(false);
    }
    expect(asked).not.toContain('./');
    const looks = (): number => asked.filter((path) => path === './').length;
    await pass(2 * MINUTE);
    const first = looks();
    expect(first).toBeGreaterThan(0);
    // The server has none: it is asked again each minute, and the page that is there stays.
    await pass(3 * MINUTE);
    expect(looks()).toBe(first + 3);
    expect(partOf('data-start').hidden).toBe(false);
  });

  test('takes newer data once its server has a page of them, and not while somebody is there', async () => {
    server.head.generated = '2026-11-22T12:05:00+08:00';
    type('zb');
    await pass(MINUTE - 1000);
    tap('data-clear');
    expect(asked).not.toContain('./');
    tap('data-home');
    await pass(3 * MINUTE);
    expect(asked).toContain('./');
    const old = `<html${MARK}>"generated":"${boot.generated}"</html>`;
    server.files.set('./', old);
    await pass(2 * MINUTE);
    expect(partOf('data-start').hidden).toBe(false);
  });
});

describe('what the server says to the lobby', () => {
  const band = (): string => (partOf('data-notices').hidden ? '' : wordsOf(partOf('data-notices')));
  const TEXT = '二楼示例开标室今天停用，各场开标改在三楼。';

  /** Says something from now on for so many minutes, with data of this moment. */
  const say = (minutes: number, level?: string): void => {
    const [from, until] = [server.time, server.time + minutes * MINUTE].map(
      (time) => `${new Date(time + 8 * 60 * MINUTE).toISOString().slice(0, 19)}+08:00`,
    );
    server.head = {
      generated: from!,
      notices: minutes === 0 ? [] : [{ id: 'notice', text: TEXT, level, from, until }],
    };
  };

  test('is shown with the next question, stays in every view, and goes when its time is over', async () => {
    say(10);
    await pass(MINUTE);
    expect(band()).toBe(`变更 ${TEXT}`);
    type('zb');
    expect(band()).toBe(`变更 ${TEXT}`);
    tap('data-home');
    await pass(8 * MINUTE);
    expect(band()).toBe(`变更 ${TEXT}`);
    await pass(2 * MINUTE);
    expect(band()).toBe('');
  });

  test('of 紧急 stands before everything, gives way to who needs the kiosk, and meets the next visitor again', async () => {
    const alarm = (): string => (partOf('data-alarm').hidden ? '' : wordsOf(partOf('data-alarm-words')));
    say(30, 'urgent');
    await pass(MINUTE);
    expect(alarm()).toContain(TEXT);
    expect(alarm()).toMatch(/起，到 \d\d:\d\d 或者解除为止$/u);
    tap('data-go-on');
    expect(alarm()).toBe('');
    expect(band()).toBe(`紧急 ${TEXT}`);
    type('zb');
    expect(alarm()).toBe('');
    await pass(3 * MINUTE);
    expect(alarm()).toContain(TEXT);
    await pass(28 * MINUTE);
    expect(alarm()).toBe('');
    expect(band()).toBe('');
  });

  test('goes at its end though no server answers any more', async () => {
    say(10);
    await pass(MINUTE);
    isReachable = false;
    await pass(8 * MINUTE);
    expect(band()).toBe(`变更 ${TEXT}`);
    await pass(2 * MINUTE);
    expect(band()).toBe('');
  });

  test('goes with the next question when it is taken back, and an older answer does not bring it again', async () => {
    say(300);
    const older = server.head;
    await pass(MINUTE);
    expect(band()).toBe(`变更 ${TEXT}`);
    say(0);
    await pass(2 * MINUTE);
    expect(band()).toBe('');
    server.head = older;
    await pass(2 * MINUTE);
    expect(band()).toBe('');
  });
});

describe('how old what is shown is', () => {
  const age = (): string => wordsOf(partOf('data-age'));
  const freshness = (): string | undefined => document.documentElement.dataset['freshness'];

  test('is said from the first minutes on in which no server answers, until one does', async () => {
    await pass(MINUTE);
    expect([age(), freshness()]).toEqual(['数据更新 09:00', 'fresh']);
    isReachable = false;
    await pass(17 * MINUTE);
    expect(age()).toMatch(/^数据更新 09:00，已 1\d 分钟没有连上服务器，可能不是最新$/u);
    expect(freshness()).toBe('late');
    isReachable = true;
    await pass(MINUTE);
    expect([age(), freshness()]).toEqual(['数据更新 09:00', 'fresh']);
  });

  test('what has closed meanwhile is no longer counted on the start page, nor what was opened said to be next', async () => {
    const day = Date.parse('2026-11-24T10:05:00+08:00') - vi.getMockedSystemTime()!.getTime();
    vi.setSystemTime(vi.getMockedSystemTime()!.getTime() + day);
    server.time += day;
    await pass(MINUTE);
    expect(wordsOf(partOf('data-open-note'))).toBe('1 个，12月8日起截止');
    expect(wordsOf(partOf('data-openings-note'))).toBe('1 场，1 场正在开标');
    expect([...partOf('data-board-list').children].map(wordsOf)).toEqual([
      '10:00 示例管网工程招标公告 开标中 地点见公告',
    ]);
  });

  test('is said of data that nobody has renewed for days, though the server answers', async () => {
    const four = 4 * 24 * 60 * MINUTE;
    vi.setSystemTime(vi.getMockedSystemTime()!.getTime() + four);
    server.time += four;
    await pass(MINUTE);
    expect(age()).toBe('数据更新 11月22日 09:00，之后没有更新，可能不是最新，请以网站为准');
    expect(freshness()).toBe('stale');
  });

  test('is not known without a clock that can be trusted, which closes nothing and counts no days', async () => {
    vi.setSystemTime(0);
    server.time = 0;
    await pass(MINUTE);
    expect(wordsOf(partOf('data-clock'))).toBe('');
    expect(age()).toBe('数据更新 11月22日 09:00，时钟不准，是否最新请以网站为准');
    type('2026031');
    expect(wordsOf(view().querySelector('.facts'))).toBe(
      '已更正 招标公告 更合镇 12月8日 09:30 截止 GM-JS-2026-031',
    );
  });
});
