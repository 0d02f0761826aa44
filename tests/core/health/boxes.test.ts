import { expect, test } from 'vitest';
import { healthOf, isWell, type Expected } from '../../../src/core/health/health.ts';
import { parseLine, type Heard } from '../../../src/core/health/log.ts';
import { rowOf } from '../../../src/core/health/words.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const SEQ = 20261122090000;

const screen: Expected = {
  folder: 'display',
  id: 'lobby-a',
  name: '一楼大厅',
  seq: SEQ,
  publishedAt: NOW - 60 * MINUTE,
};

/** A line of the central server's log, minutes ago, in which the mirror of a box passes on a beat. */
function lineOf(ago: number, rest: string, { seq = SEQ, loaded = 600, address = '10.9.0.1' } = {}): string {
  const time = new Date(NOW - ago * MINUTE + 8 * 3_600_000).toISOString().slice(11, 19);
  const query = `s=lobby-a&q=${seq}&u=${loaded - ago}&e=0&k=0&f=1&m=140&t=current&c=1${rest}`;
  return `${address} - - [22/Nov/2026:${time} +0800] "GET /display/lobby-a/head.json?${query} HTTP/1.1" 200 275 "-" "zhangbang-mirror"`;
}

const heard = (...lines: readonly string[]): readonly Heard[] =>
  lines.flatMap((line) => parseLine(line) ?? []);

test('a beat that a box passes on was heard before, and is of the box and not of its mirror', () => {
  expect(heard(lineOf(2, '&b=hall-2&a=90'))[0]).toMatchObject({
    at: NOW - 2 * MINUTE - 90_000,
    box: 'hall-2',
    folder: 'display',
    beat: { screen: 'lobby-a', seq: SEQ, state: 'current' },
  });
});

test.each([
  '&b=hall-2',
  '&a=90',
  '&b=Hall_2&a=90',
  `&b=${'x'.repeat(33)}&a=90`,
  '&b=&a=90',
  '&b=hall-2&a=-5',
])('what ends with %s was passed on by nobody', (rest) => expect(heard(lineOf(2, rest))).toEqual([]));

test('the central log knows every box: two that show one screen are two rows, each judged by itself', () => {
  const all = healthOf(
    [screen],
    heard(
      lineOf(4, '&b=hall-1&a=30'),
      lineOf(2, '&b=hall-1&a=30'),
      lineOf(70, '&b=hall-2&a=30', { seq: 20261121090000 }),
      lineOf(50, '&b=hall-2&a=30', { seq: 20261121090000 }),
    ),
    NOW,
  );
  expect(all).toMatchObject([
    { id: 'lobby-a', box: 'hall-1', state: 'online', problems: [], others: [] },
    { id: 'lobby-a', box: 'hall-2', state: 'offline', others: [] },
  ]);
  expect(rowOf(all[0]!, NOW).cells[1]).toBe('lobby-a 一楼大厅（机器 hall-1）');
  expect(rowOf(all[1]!, NOW).cells.at(-1)).toMatchInlineSnapshot(
    `"自 11月22日（星期日）09:09 起没有消息；去看机器 hall-2：是否开着、连着网，取数据的程序（mirror）是否正常；屏幕上可能还是旧内容"`,
  );
});

test('two boxes that were switched on at one moment, as after a power cut, stay two', () => {
  const all = healthOf([screen], heard(lineOf(90, '&b=hall-1&a=0'), lineOf(2, '&b=hall-2&a=0')), NOW);
  expect(all.map(({ box, state }) => [box, state])).toEqual([
    ['hall-1', 'offline'],
    ['hall-2', 'online'],
  ]);
});

test('a mirror passes on what it heard with its own runs: nine minutes of silence are none, twenty are', () => {
  const after = (minutes: number) =>
    healthOf([screen], heard(lineOf(minutes, '&b=hall-1&a=0')), NOW)[0]!.state;
  expect([9, 11, 31].map(after)).toEqual(['online', 'late', 'offline']);
});

test('somebody at a desk beside the boxes is a guest and makes no row of its own', () => {
  const desk = lineOf(1, '', { address: '10.0.0.99', loaded: 20 });
  const all = healthOf([screen], heard(lineOf(3, '&b=hall-1&a=0'), desk), NOW);
  expect(all).toHaveLength(1);
  expect(isWell(all[0]!)).toBe(true);
  expect(rowOf(all[0]!, NOW).cells.at(-1)).toContain('另有一台设备');
});

test('names of boxes that somebody makes up do not fill the page, nor crowd out those of the hall', () => {
  const made = Array.from({ length: 200 }, (_, index) => lineOf(3, `&b=a${index}&a=0`));
  const hall = [6, 4, 2].map((ago) => lineOf(ago, '&b=hall-1&a=0'));
  const all = healthOf([screen], heard(...made, ...hall), NOW);
  expect(all).toHaveLength(40);
  expect(all.map(({ box }) => box)).toContain('hall-1');
});
