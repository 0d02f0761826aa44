import { expect, test } from 'vitest';
import { healthOf, type Expected, type Health } from '../../../src/core/health/health.ts';
import { joinReports, type ReportFile } from '../../../src/core/health/join.ts';
import type { Heard } from '../../../src/core/health/log.ts';
import { mirrorHealthOf } from '../../../src/core/health/mirror.ts';
import { remember } from '../../../src/core/health/memory.ts';
import { toPage } from '../../../src/core/health/page.ts';
import { parseReport } from '../../../src/core/health/parse-report.ts';
import { isReportWell, reportOf, toJson, type Report } from '../../../src/core/health/report.ts';
import { findingsOf, summaryOf } from '../../../src/core/health/report-words.ts';
import { rowOf } from '../../../src/core/health/words.ts';
import type { Beat } from '../../../src/core/screen/browser/beat.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-27T10:00:00+08:00');
const SEQ = 20261127090000;

const screen = (id: string, name: string, seq = SEQ): Expected => ({
  folder: 'display',
  id,
  name,
  seq,
  publishedAt: NOW - 60 * MINUTE,
});

const [FIRST, SECOND] = [screen('lobby-a', '一楼大厅'), screen('lobby-b', '二楼大厅')];

function heard(id: string, ago: number, more: Partial<Beat> = {}, at = NOW): Heard {
  const beat: Beat = {
    screen: id,
    seq: SEQ,
    minutes: 600,
    errors: 0,
    skewSeconds: 0,
    hasFont: true,
    nodes: 140,
    state: 'current',
    minutesAlone: 1,
    ...more,
  };
  return { beat, folder: 'display', at: at - ago * MINUTE, from: '10.0.0.8' };
}

interface Made {
  readonly screens?: readonly Expected[];
  readonly beats?: readonly Heard[];
  readonly at?: number;
  /** Minutes since a mirror reached its source; without it there is no mirror. */
  readonly contact?: number;
  readonly box?: string;
}

function report({ screens = [FIRST, SECOND], beats = [], at = NOW, contact, box }: Made): Report {
  const status = {
    schema: 1,
    box,
    source: 'https://ggzy.example.gov.cn/',
    contactAt: new Date(at - (contact ?? 0) * MINUTE).toISOString(),
  };
  const mirror = contact === undefined ? undefined : mirrorHealthOf(JSON.stringify(status), undefined, at);
  return reportOf({ screens, heard: beats, mirror }, at);
}

const file = (name: string, made: Made | string): ReportFile => ({
  name: `${name}.json`,
  label: name,
  text: typeof made === 'string' ? made : toJson(report(made)),
});

const join = (...files: readonly ReportFile[]): Report => joinReports(files, NOW);

const told = ({ screens }: Report): readonly string[] =>
  screens.map(({ id, box, state, problems }) => [id, box ?? '-', state, ...problems].join(' '));

test('what was written is read as it was', () => {
  const made = report({
    beats: [heard('lobby-a', 1, { size: { width: 1920, height: 1080 }, ratio: 1.25, restSeconds: 600 })],
    contact: 20,
    box: 'hall-1',
  });
  expect(parseReport(toJson(made))).toEqual(JSON.parse(JSON.stringify({ ...made, at: made.at })));
});

test('a report of the version before is read too', () => {
  const before = {
    schema: 1,
    at: new Date(NOW).toISOString(),
    well: true,
    screens: [
      {
        id: 'lobby-a',
        name: '一楼大厅',
        state: 'online',
        problems: [],
        at: NOW - MINUTE,
        seq: SEQ,
        minutes: 600,
        skewSeconds: 1,
        errors: 0,
        restarts: 0,
        expectedSeq: SEQ,
        others: [],
      },
      { id: 'lobby-b', name: '', state: 'never', problems: [], expectedSeq: SEQ, others: [] },
    ],
  };
  expect(told(join(file('old', JSON.stringify(before))))).toEqual(['lobby-a - online', 'lobby-b - never']);
});

const GOOD = toJson(report({ beats: [heard('lobby-a', 1)] }));

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['empty', ' \n'],
  ['broken', GOOD.slice(0, 200)],
  ['broken', '[]'],
  ['broken', 'null'],
  ['foreign', '{}'],
  ['foreign', GOOD.replace('"schema": 1', '"schema": 2')],
  ['foreign', GOOD.replace('"online"', '"fine"')],
  ['foreign', GOOD.replace(/"seq": \d+,/u, '"seq": "1",')],
  ['foreign', GOOD.replace(/"at": \d+,/u, '')],
  ['foreign', GOOD.replace(/"at": "[^"]*"/u, '"at": "soon"')],
  ['foreign', GOOD.replace('"id": "lobby-a"', '"id": "<b>"')],
  ['foreign', '{"schema":1,"at":"2026-11-27T02:00:00Z","screens":[null]}'],
] as const)('a report that is %s is named and is no good sign', (fault, text) => {
  const all = join(file('hall-1', { beats: [heard('lobby-a', 1), heard('lobby-b', 1)] }), {
    name: 'hall-2.json',
    label: 'hall-2',
    text,
  });
  expect(all.files).toMatchObject([
    { name: 'hall-1.json', fault: undefined },
    { name: 'hall-2.json', fault },
  ]);
  expect(isReportWell(all)).toBe(false);
  expect(findingsOf(all)[0]!.what).toBe('报告 hall-2.json');
});

test('of each screen whoever has heard it last is believed, and who has not heard it says nothing', () => {
  const all = join(
    file('hall-1', { beats: [heard('lobby-a', 1)] }),
    file('hall-2', { beats: [heard('lobby-a', 90), heard('lobby-b', 2)] }),
  );
  expect(told(all)).toEqual(['lobby-a - online', 'lobby-b - online']);
  expect(isReportWell(all)).toBe(true);
  expect(summaryOf(all)).toBe('2 块屏幕都正常。');
});

test('a screen that nobody has heard is told once', () => {
  const all = join(file('hall-1', { beats: [heard('lobby-a', 1)] }), file('hall-2', {}));
  expect(told(all)).toEqual(['lobby-a - online', 'lobby-b - never']);
});

test('two boxes that show one screen stay two, by their names or by those of their files', () => {
  const made = { beats: [heard('lobby-a', 1)], screens: [FIRST], contact: 1 };
  const dark = { ...made, beats: [heard('lobby-a', 45)] };
  expect(told(join(file('health-1', made), file('health-2', dark)))).toEqual([
    'lobby-a health-1 online',
    'lobby-a health-2 offline',
  ]);
  expect(
    told(join(file('health-1', { ...made, box: 'hall-1' }), file('health-2', { ...dark, box: 'hall-1' }))),
  ).toEqual(['lobby-a hall-1 online']);
});

test.each([
  [9, ['lobby-a - online', 'lobby-b - offline'], undefined],
  [11, ['lobby-a - unknown', 'lobby-b - offline'], 'old'],
  [3 * 24 * 60, ['lobby-a - unknown', 'lobby-b - offline'], 'old'],
  [-9, ['lobby-a - online', 'lobby-b - offline'], undefined],
  [-11, ['lobby-a - unknown', 'lobby-b - offline'], 'ahead'],
])('in a report that is %d minutes old the screens are %j', (ago, states, fault) => {
  const at = NOW - ago * MINUTE;
  const beats = [heard('lobby-a', 1, {}, at), heard('lobby-b', 50, {}, at)];
  const all = join(file('hall-1', { beats, at }));
  expect(told(all)).toEqual(states);
  expect(all.files![0]!.fault).toBe(fault);
});

test('an old report is said to be old, with since when', () => {
  const at = Date.parse('2026-11-24T10:20:00+08:00');
  const all = join(file('hall-2', { beats: [heard('lobby-a', 1, {}, at)], at }));
  expect(findingsOf(all)).toMatchInlineSnapshot(`
    [
      {
        "what": "报告 hall-2.json",
        "words": [
          "自 11月24日（星期二）10:20 起没有更新（2 天），里面的屏幕现在怎样不知道：看写它的机器和定时任务（zhangbang-health.timer）",
        ],
      },
    ]
  `);
  expect(rowOf(all.screens[0]!, NOW).cells.at(-1)).toMatchInlineSnapshot(
    `"自 11月24日（星期二）10:19 起没有消息；先看为什么没有新的报告，再看屏幕"`,
  );
});

test('what a box shows is held against the newest that any report knows of, not against its own copy', () => {
  const old = 20261124080000;
  const own = { screens: [screen('lobby-b', '二楼大厅', old)], beats: [heard('lobby-b', 1, { seq: old })] };
  expect(told(join(file('hall-2', own)))).toEqual(['lobby-b - online']);
  const all = join(file('centre', { screens: [SECOND] }), file('hall-2', own));
  expect(told(all)).toEqual(['lobby-b - online revision']);
  expect(rowOf(all.screens[0]!, NOW).cells.at(-1)).toContain('屏幕上还是 11月24日（星期二）08:00 的内容');
});

test('a joined report is joined again with its findings', () => {
  const inner = join(file('hall-1', 'x'), file('hall-2', { beats: [heard('lobby-a', 1)], contact: 500 }));
  const all = join({ name: 'floor.json', label: 'floor', text: toJson(inner) });
  expect(findingsOf(all).map(({ what }) => what)).toEqual([
    '报告 floor.json › hall-1.json',
    '机器 hall-2 取数据的程序（mirror）',
  ]);
});

test('the page names the screen of the second floor first, which has shown old data since Tuesday', () => {
  const tuesday = (NOW - MINUTE - Date.parse('2026-11-24T10:20:00+08:00')) / MINUTE;
  const all = join(
    file('hall-1', { screens: [FIRST], beats: [heard('lobby-a', 1)], contact: 1 }),
    file('hall-3', {
      screens: [screen('lobby-c', '三楼大厅')],
      beats: [heard('lobby-c', 45)],
      contact: 1,
    }),
    file('hall-2', {
      screens: [screen('lobby-b', '二楼大厅', 20261124080000)],
      beats: [heard('lobby-b', 1, { seq: 20261124080000, state: 'suspended', minutesAlone: tuesday })],
      contact: tuesday,
    }),
  );
  const page = toPage(all);
  const words = page
    .slice(page.indexOf('<h1>'))
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');
  expect(words).toContain('3 块屏幕，2 块要去看；1 台机器取数据有问题。');
  expect(words).toContain(
    '二楼大厅 显示屏 lobby-b，机器 hall-2 自 11月24日（星期二）10:20 起没有更新，已经 2 天',
  );
  const order = ['二楼大厅', '三楼大厅', '正常的', '一楼大厅'].map((name) => words.indexOf(name));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

const before = (beats: readonly Heard[], at: number): Report => report({ beats, at });

test('a screen that the logs do not name any more is dark since it was last heard, and not unknown for ever', () => {
  const tuesday = Date.parse('2026-11-24T10:20:00+08:00');
  const last = before([heard('lobby-a', 0, {}, tuesday)], tuesday);
  const now = remember(report({ beats: [heard('lobby-b', 1)] }), last);
  expect(told(now)).toEqual(['lobby-a - offline', 'lobby-b - online']);
  expect(rowOf(now.screens[0]!, NOW).cells.at(-1)).toContain('自 11月24日（星期二）10:20 起没有消息');
  // The run after the next still knows.
  expect(told(remember(report({}), now))).toEqual(['lobby-a - offline', 'lobby-b - offline']);
  expect(told(remember(report({ beats: [heard('lobby-a', 1)] }), last))).toEqual([
    'lobby-a - online',
    'lobby-b - never',
  ]);
});

const passedOn = (box: string, ago: number): Heard => ({ ...heard('lobby-a', ago), box, from: `box ${box}` });

test.each([
  [3, ['lobby-a hall-1 online', 'lobby-a hall-2 offline', 'lobby-b - never']],
  [31, ['lobby-a hall-1 online', 'lobby-b - never']],
])('a box that has been silent for %d days is remembered as long as it should', (days, states) => {
  const at = NOW - days * 24 * 60 * MINUTE;
  const last = before([passedOn('hall-2', days * 24 * 60 + 1)], at);
  expect(told(remember(report({ beats: [passedOn('hall-1', 2)] }), last))).toEqual(states);
});

test('a screen that the site has no more is forgotten', () => {
  const last = before([heard('lobby-b', 1)], NOW - 60 * MINUTE);
  const health: readonly Health[] = healthOf([FIRST], [], NOW);
  expect(told(remember({ at: NOW, screens: health, mirrors: [] }, last))).toEqual(['lobby-a - never']);
});
