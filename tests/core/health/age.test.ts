import { expect, test } from 'vitest';
import { healthOf, isWell, type Expected, type Health } from '../../../src/core/health/health.ts';
import type { Heard } from '../../../src/core/health/log.ts';
import { rowOf } from '../../../src/core/health/words.ts';
import type { Beat } from '../../../src/core/screen/browser/beat.ts';

const MINUTE = 60_000;
const HOUR = 60;
const NOW = Date.parse('2026-11-27T10:00:00+08:00');
const SEQ = 20261127090000;
const TUESDAY = 20261124080000;

const screen: Expected = {
  folder: 'display',
  id: 'lobby-b',
  name: '二楼大厅',
  seq: SEQ,
  publishedAt: NOW - 60 * MINUTE,
};

const heard = (more: Partial<Beat>, ago = 1): Heard => ({
  beat: {
    screen: 'lobby-b',
    seq: SEQ,
    minutes: 9000,
    errors: 0,
    skewSeconds: 0,
    hasFont: true,
    nodes: 140,
    ...more,
  },
  folder: 'display',
  at: NOW - ago * MINUTE,
  from: '10.0.0.8',
});

const health = (more: Partial<Beat>, ago?: number): Health => healthOf([screen], [heard(more, ago)], NOW)[0]!;

const advice = (of: Health): string => rowOf(of, NOW).cells.at(-1)!;

test.each([
  ['shows current data', { state: 'current', minutesAlone: 1 }, []],
  ['rests in the night', { state: 'quiet', minutesAlone: 11 }, []],
  ['is of before and does not tell', {}, []],
  ['says that its data may not be the newest', { state: 'late', minutesAlone: 20 }, ['aged']],
  ['shows old data', { state: 'stale', minutesAlone: 190 }, ['stale']],
  ['says 信息暂停更新', { state: 'suspended', minutesAlone: 5000 }, ['suspended']],
  ['rests in the night and has lost its source meanwhile', { state: 'quiet', minutesAlone: 20 }, ['aged']],
  ['rests in the night, for hours without its source', { state: 'quiet', minutesAlone: 130 }, ['stale']],
  ['hangs another way than it is set', { state: 'current', isOnWrongGlass: true }, ['glass']],
] as const)('a screen that has just asked and %s has the problems it should', (_, more, problems) => {
  expect(health(more).problems).toEqual(problems);
  expect(isWell(health(more))).toBe(problems.length === 0);
});

test('a screen whose box has been without its source since Tuesday says since when, though it asks every minute', () => {
  const minutesAlone = (NOW - MINUTE - Date.parse('2026-11-24T10:20:00+08:00')) / MINUTE;
  const old = health({ seq: TUESDAY, state: 'suspended', minutesAlone });
  expect(old.state).toBe('online');
  expect(rowOf(old, NOW).cells.slice(0, 2)).toEqual(['有问题', 'lobby-b 二楼大厅']);
  expect(advice(old)).toMatchInlineSnapshot(
    `"自 11月24日（星期二）10:20 起没有更新；屏幕上只写着“信息暂停更新”，看机器到网站的网络和取数据的程序（mirror）是否正常"`,
  );
});

const NETWORK = '看机器到网站的网络和取数据的程序（mirror）是否正常';

test.each([
  [
    'the network',
    { seq: TUESDAY, state: 'stale', minutesAlone: 3 * 24 * HOUR },
    `自 11月24日（星期二）09:59 起没有更新；屏幕上是旧内容，已用醒目的字写明，${NETWORK}`,
  ],
  [
    'the site',
    { seq: TUESDAY, state: 'stale', minutesAlone: 1 },
    '自 11月24日（星期二）08:00 起没有更新；屏幕上是旧内容，已用醒目的字写明，网站没有新的数据：看网站是否每天生成',
  ],
  [
    'its clock',
    { state: 'late', minutesAlone: 1, skewSeconds: undefined },
    '屏幕上写着可能不是最新，屏幕不知道时间：请设置网络对时',
  ],
  [
    'a box that goes on with an old release',
    { seq: TUESDAY, state: 'current', minutesAlone: 1 },
    '屏幕上还是 11月24日（星期二）08:00 的内容；显示的不是最新的版本：刷新屏幕，并看取数据的程序（mirror）是否正常',
  ],
  ['nobody knows what', { state: 'late', minutesAlone: undefined }, `屏幕上写着可能不是最新，${NETWORK}`],
] as const)('what is old because of %s is told with what to do', (_, more, words) => {
  expect(advice(health(more))).toBe(words);
});

test('of a screen that is silent now, what it said of its age still stands, and what else was wrong does not', () => {
  const old = health({ seq: TUESDAY, state: 'stale', minutesAlone: 180, hasFont: false }, 60);
  expect(advice(old)).toMatchInlineSnapshot(
    `"自 11月27日（星期五）06:00 起没有更新；去看屏幕：是否有电、有网、网页打开着；屏幕上是旧内容，已用醒目的字写明，看机器到网站的网络和取数据的程序（mirror）是否正常"`,
  );
});

test('the glass is told by its state and its size', () => {
  const { cells } = rowOf(
    health({ state: 'current', size: { width: 1080, height: 1920 }, ratio: 2, isOnWrongGlass: true }),
    NOW,
  );
  expect(cells).toContain('1080×1920 @2');
  expect(cells.at(-1)).toMatchInlineSnapshot(
    `"屏幕和设置不是一个方向（画面 1080×1920）：把屏幕或系统的显示方向转过来，或改这块屏的 方向 和 像素"`,
  );
});

test('a beat of a clock that was ahead, and has been put right, does not make a screen alive for ever', () => {
  const ahead = heard({ state: 'current' }, -23 * HOUR);
  expect(healthOf([screen], [heard({}, 50), ahead], NOW)[0]).toMatchObject({ state: 'offline' });
});
