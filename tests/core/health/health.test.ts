import { expect, test } from 'vitest';
import { parseBeat, toQuery, type Beat } from '../../../src/core/screen/browser/beat.ts';
import { healthOf, isWell, type Expected, type Health } from '../../../src/core/health/health.ts';
import { parseLine, type Heard } from '../../../src/core/health/log.ts';
import { toPage } from '../../../src/core/health/page.ts';
import { reportOf } from '../../../src/core/health/report.ts';
import { summaryOf } from '../../../src/core/health/report-words.ts';
import { HEADINGS, rowOf } from '../../../src/core/health/words.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T10:00:00+08:00');

const screen: Expected = {
  folder: 'display',
  id: 'lobby-a',
  name: '一楼大厅',
  seq: 20261122090000,
  publishedAt: NOW - 60 * MINUTE,
};

const beat = (more: Partial<Beat> = {}): Beat => ({
  screen: 'lobby-a',
  seq: 20261122090000,
  minutes: 600,
  errors: 0,
  skewSeconds: -2,
  hasFont: true,
  nodes: 140,
  ...more,
});

/** A beat so many minutes ago. */
const heard = (ago: number, more: Partial<Beat> = {}, from = '10.0.0.8'): Heard => ({
  beat: beat({ minutes: 600 - ago, ...more }),
  folder: 'display',
  at: NOW - ago * MINUTE,
  from,
});

const only = (...all: readonly Heard[]) => healthOf([screen], all, NOW)[0]!;

test('what a screen tells is read as it was told', () => {
  expect(toQuery(beat())).toBe('?s=lobby-a&q=20261122090000&u=600&e=0&k=-2&f=1&m=140');
  expect(toQuery(beat({ restSeconds: 600 }))).toMatch(/&m=140&p=600$/u);
  expect(toQuery(beat(all))).toBe(
    '?s=lobby-a&q=20261122090000&u=600&e=0&k=-2&f=1&m=140&t=stale&c=190&w=1920x1080&r=1.25&o=1&h=0123456789ab&g=ba9876543210',
  );
  for (const told of [
    beat(),
    beat({ skewSeconds: undefined, hasFont: false, errors: 7, restSeconds: 600 }),
    beat({ skewSeconds: 0, state: 'current', minutesAlone: 0 }),
    beat(all),
  ])
    expect(parseBeat(toQuery(told))).toEqual(told);
});

const all: Partial<Beat> = {
  state: 'stale',
  minutesAlone: 190,
  size: { width: 1920, height: 1080 },
  ratio: 1.25,
  isOnWrongGlass: true,
  feed: '0123456789ab',
  round: 'ba9876543210',
};

test('what a page of before tells is read too, and a key of a page to come does no harm', () => {
  expect(parseBeat('?s=lobby-a&q=20261122090000&u=600&e=0&k=-2&f=1&m=140&p=600')).toEqual(
    beat({ restSeconds: 600 }),
  );
  expect(parseBeat(`${toQuery(beat())}&z=1`)).toEqual(beat());
});

test.each([
  '',
  '?s=lobby-a',
  '?s=<b>&q=1&u=1&e=0&f=1&m=1',
  '?s=a&q=x&u=1&e=0&f=1&m=1',
  `${toQuery(beat())}&xx=1`,
  `${toQuery(beat())}&t=fine`,
  `${toQuery(beat())}&w=1920`,
  `${toQuery(beat())}&s=lobby-b`,
  `${toQuery(beat())}&z=<b>`,
])('the query %j is not a screen’s', (query) => expect(parseBeat(query)).toBeUndefined());

const EDGE = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Edg/140.0';

test.each([
  [
    'nginx',
    `10.0.0.8 - - [22/Nov/2026:09:58:00 +0800] "GET TARGET HTTP/1.1" 200 275 "http://box/" "${EDGE}"`,
  ],
  [
    'nginx, with a forwarded address at the end',
    `10.0.0.8 - - [22/Nov/2026:09:58:00 +0800] "GET TARGET HTTP/1.1" 200 275 "-" "${EDGE}" "10.1.1.1"`,
  ],
  [
    'Caddy',
    JSON.stringify({
      ts: 1795312680,
      request: { remote_ip: '10.0.0.8', uri: 'TARGET', headers: { 'User-Agent': [EDGE] } },
      status: 200,
    }),
  ],
])('in the log of %s a browser is known by its kind, whatever its version', (_, line) => {
  const heard = parseLine(line.replace('TARGET', target));
  expect(heard?.browser).toBe('Mozilla/ (Windows NT ) Chrome/ Edg/');
  const newer = parseLine(line.replace('TARGET', target).replaceAll('140', '141'));
  expect(newer?.browser).toBe(heard?.browser);
});

const target = `/ggzy/display/lobby-a/head.json${toQuery(beat())}`;

test.each([
  [
    'nginx',
    `10.0.0.8 - - [22/Nov/2026:09:58:00 +0800] "GET ${target} HTTP/1.1" 200 275 "http://box/" "Mozilla/5.0 [x] \\"y\\""`,
  ],
  [
    'nginx, as it runs in UTC',
    `10.0.0.8 - - [22/Nov/2026:01:58:00 +0000] "GET ${target} HTTP/2.0" 304 0 "-" "-"`,
  ],
  [
    'a log with a name in it',
    `10.0.0.8 - clerk [22/Nov/2026:09:58:00 +0800] "GET ${target} HTTP/1.1" 200 275`,
  ],
  [
    'Caddy',
    JSON.stringify({
      level: 'info',
      ts: (NOW - 2 * MINUTE) / 1000,
      msg: 'handled request',
      request: { remote_ip: '10.0.0.9', client_ip: '10.0.0.8', method: 'GET', uri: target },
      status: 200,
    }),
  ],
  [
    'Caddy with times as text',
    JSON.stringify({
      ts: '2026-11-22T09:58:00+08:00',
      request: { remote_ip: '10.0.0.8', uri: target },
      status: 304,
    }),
  ],
])('a beat is found in the log of %s', (_, line) => {
  expect(parseLine(line)).toMatchObject({
    at: NOW - 2 * MINUTE,
    from: '10.0.0.8',
    folder: 'display',
    beat: beat(),
  });
});

const combined = (asked: string, status: number, method = 'GET'): string =>
  `10.0.0.8 - - [22/Nov/2026:09:58:00 +0800] "${method} ${asked} HTTP/1.1" ${status} 275 "-" "-"`;

test.each([
  ['another page', combined('/search/?q=1', 200)],
  ['a question that failed', combined(target, 404)],
  ['a question by hand, without a beat', combined('/display/lobby-a/head.json', 200)],
  ['a screen in the name of another', combined(target.replace('display/lobby-a', 'display/lobby-b'), 200)],
  ['a beat in a referrer', `${combined('/', 200)} "${target}"`],
  ['a line that was cut', combined(target, 200).slice(0, 60)],
  ['half of a JSON', '{"ts":1,"request":{"uri":"/display/lobby-a/head.json?s='],
  ['nothing', ''],
])('%s is no beat', (_, line) => expect(parseLine(line)).toBeUndefined());

test.each([
  [0, 'online'],
  [4.9, 'online'],
  [5, 'late'],
  [30, 'late'],
  [30.1, 'offline'],
  [5000, 'offline'],
])('%d minutes after its last beat a screen is %s', (ago, state) => {
  expect(only(heard(ago)).state).toBe(state);
});

test.each([
  [12, 'online'],
  [24, 'online'],
  [25, 'late'],
  [60, 'late'],
  [61, 'offline'],
])('%d minutes after a beat that told a rest of ten, as in quiet hours, a screen is %s', (ago, state) => {
  expect(only(heard(ago, { restSeconds: 600 })).state).toBe(state);
});

test('what was published in the night may take two questions of it to be shown', () => {
  const old = (minutes: number) =>
    healthOf(
      [{ ...screen, publishedAt: NOW - minutes * MINUTE }],
      [heard(0, { seq: 20261121090000, restSeconds: 600 })],
      NOW,
    )[0]!.problems;
  expect(old(20)).toEqual([]);
  expect(old(26)).toEqual(['revision']);
});

test('a screen that was never heard of is said to be so', () => {
  const health = only();
  expect(health).toMatchObject({ state: 'never', problems: [], others: [] });
  expect(isWell(health)).toBe(false);
});

test('a screen that shows another revision than was published is alive and not well, after ten minutes', () => {
  const old = heard(0, { seq: 20261121090000 });
  expect(only(old).problems).toEqual(['revision']);
  expect(isWell(only(old))).toBe(false);
  expect(healthOf([{ ...screen, publishedAt: NOW - 9 * MINUTE }], [old], NOW)[0]!.problems).toEqual([]);
});

test.each([
  ['a clock two minutes off is borne', { skewSeconds: 120 }, []],
  ['a clock three minutes fast is a problem', { skewSeconds: -180 }, ['skew']],
  ['a clock that is not known is none', { skewSeconds: undefined }, []],
  ['boxes for characters are a problem', { hasFont: false }, ['font']],
])('%s', (_, more, problems) => {
  expect(only(heard(0, more)).problems).toEqual(problems);
});

test('failures of the last hour count, not those of a night long past, and a new page counts from nothing', () => {
  const past = [heard(70, { errors: 80 }), heard(30, { errors: 80 }), heard(0, { errors: 82 })];
  expect(only(...past)).toMatchObject({ errors: 2, problems: [] });
  const fresh = [
    heard(70, { errors: 80 }),
    heard(30, { errors: 4, minutes: 3 }),
    heard(0, { errors: 9, minutes: 33 }),
  ];
  expect(only(...fresh)).toMatchObject({ errors: 9, problems: ['errors'], restarts: 1 });
});

test('a page that is loaded again and again is a problem', () => {
  const beats = Array.from({ length: 5 }, (_, index) =>
    heard(index * 20, { minutes: index % 2 ? 15 : 2 + index }),
  );
  expect(only(...beats).restarts).toBe(2);
  const many = Array.from({ length: 10 }, (_, index) => heard(index * 20, { minutes: 1 + (index % 2) * 15 }));
  expect(only(...many)).toMatchObject({ restarts: 5, problems: ['restarts'] });
  const kiosk = many.map((one): Heard => ({ ...one, folder: 'kiosk' }));
  expect(healthOf([{ ...screen, folder: 'kiosk' }], kiosk, NOW)[0]!.problems).toEqual([]);
});

test('a kiosk at which somebody stands may take its time with what was published', () => {
  const kiosk = { ...screen, folder: 'kiosk', publishedAt: NOW - 40 * MINUTE } as const;
  const before: Heard = { ...heard(1, { seq: 20261121090000 }), folder: 'kiosk' };
  expect(healthOf([kiosk], [before], NOW)[0]!.problems).toEqual([]);
  const long = { ...kiosk, publishedAt: NOW - 70 * MINUTE };
  expect(healthOf([long], [before], NOW)[0]!.problems).toEqual(['revision']);
});

test('a kiosk and a screen that bear one name are two', () => {
  const kiosk = { ...screen, folder: 'kiosk' } as const;
  const states = healthOf([screen, kiosk], [{ ...heard(1), folder: 'kiosk' }], NOW).map(({ state }) => state);
  expect(states).toEqual(['never', 'online']);
});

test('a row says in words how a screen is and what to do', () => {
  const cells = (...all: readonly Heard[]): string =>
    Object.entries(rowOf(only(...all), NOW).cells)
      .map(([index, cell]) => `${HEADINGS[Number(index)]}：${cell}`)
      .join('\n');
  expect(cells(heard(2))).toMatchInlineSnapshot(`
    "状态：在线
    屏幕：lobby-a 一楼大厅
    最近一次：11月22日 09:58（2 分钟前）
    屏幕上：—
    显示的版本：最新
    时钟：准
    一小时内出错：0
    已运行：9 小时
    画面：—
    要做什么："
  `);
  expect(cells(heard(45, { seq: 1, skewSeconds: 86_400, hasFont: false }))).toMatchInlineSnapshot(`
    "状态：离线
    屏幕：lobby-a 一楼大厅
    最近一次：11月22日 09:15（45 分钟前）
    屏幕上：—
    显示的版本：1（应为 11月22日 09:00）
    时钟：慢 24 小时
    一小时内出错：0
    已运行：9 小时
    画面：—
    要做什么：自 11月22日（星期日）09:15 起没有消息；去看屏幕：是否有电、有网、网页打开着"
  `);
  expect(cells()).toMatchInlineSnapshot(`
    "状态：从未连上
    屏幕：lobby-a 一楼大厅
    最近一次：—
    屏幕上：—
    显示的版本：—
    时钟：—
    一小时内出错：—
    已运行：—
    画面：—
    要做什么：核对屏幕打开的地址和这份访问日志"
  `);
  const summary = (...screens: readonly Health[]): string => summaryOf({ at: NOW, screens, mirrors: [] });
  expect(summary(only(heard(2)))).toBe('1 块屏幕都正常。');
  expect(summary(only(), only(heard(2)))).toBe('2 块屏幕，1 块要去看。');
});

test('the page says when it was made, and writes a name as text', () => {
  const page = toPage(
    reportOf({ screens: [{ ...screen, name: '<script>alert(1)</script>' }], heard: [heard(1)] }, NOW),
  );
  expect(page).toContain('本页生成于 <strong>2026年11月22日（星期日）10:00</strong>');
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
});
