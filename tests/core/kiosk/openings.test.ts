import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/screen/browser/feed.ts';
import {
  countOf,
  countWithToday,
  openingsFrom,
  openingsTile,
  stateWords,
  type Present,
} from '../../../src/core/kiosk/openings.ts';
import { busyMorning, quarters, at as onBusyDay } from '../screen/busy-day.ts';

const sure = (moment: string): Present => ({ moment: Date.parse(moment), isSure: true });
const unsure = (moment: string): Present => ({ moment: Date.parse(moment), isSure: false });

/** One a line: its moment, and what happened to it. */
const items = (...lines: readonly string[]): readonly Item[] =>
  lines.map((line, place) => {
    const [, at, more] = /^(\S+)(?: (.*))?$/u.exec(line)!;
    return {
      id: `opening-${place + 1}`,
      title: `第 ${place + 1} 场`,
      type: '招标公告',
      at: at!,
      ...(more === 'suspended' || more === 'terminated' ? { stopped: more } : {}),
      ...(more?.startsWith('moved ') ? { moved: { at: more.slice(6) } } : {}),
    };
  });

const yesterday = '2026-11-21T15:00:00+08:00';
const morning = '2026-11-22T09:00:00+08:00';
const evening = '2026-11-22T18:00:00+08:00';
const tuesday = '2026-11-24T10:00:00+08:00';
const nextYear = '2027-01-05T10:00:00+08:00';

const ids = (list: readonly Item[], present: Present): readonly string[] =>
  openingsFrom(list, present, 60).map(({ item }) => item.id.replace('opening-', ''));

test.each([
  ['in the morning', '2026-11-22T08:00:00+08:00', ['2', '3', '4']],
  ['while today’s first goes on', '2026-11-22T09:30:00+08:00', ['3', '2', '4']],
  ['when today’s first has begun long ago', '2026-11-22T12:00:00+08:00', ['3', '4', '2']],
  ['a second before midnight in Beijing', '2026-11-22T15:59:59Z', ['4', '3', '2']],
  ['at midnight in Beijing', '2026-11-22T16:00:00Z', ['4']],
  ['after the last', '2026-11-25T00:00:00+08:00', []],
])('%s a kiosk lists what begins next first and what is over last', (_, moment, expected) => {
  expect(ids(items(yesterday, morning, evening, tuesday), sure(moment))).toEqual(expected);
});

test('who comes at an hour that was given up finds it, on that day alone', () => {
  const moved = items(`${evening} moved ${tuesday}`, tuesday);
  expect(ids(moved, sure('2026-11-22T12:00:00+08:00'))).toEqual(['1', '2']);
  expect(ids(moved, sure('2026-11-21T12:00:00+08:00'))).toEqual(['2']);
});

test('without a clock to be trusted openings stand by their hours, and none is next', () => {
  const openings = openingsFrom(items(morning, evening, tuesday), unsure('2026-11-22T12:00:00+08:00'), 60);
  expect(openings.map(({ item, isNext }) => [item.at, isNext])).toEqual([
    [morning, false],
    [evening, false],
    [tuesday, false],
  ]);
});

describe.each([24, 60])('on a morning of %i openings in five rooms', (count) => {
  const all = busyMorning(count);

  test('what begins next stands first at every quarter of an hour, and what is over behind all else', () => {
    for (const time of quarters) {
      const now = onBusyDay(time);
      const openings = openingsFrom(all, sure(now), 60);
      expect(openings, time).toHaveLength(count);
      const coming = all.filter(({ at }) => at > now).map(({ at }) => at);
      expect(
        openings.slice(0, coming.length).map(({ item }) => item.at),
        time,
      ).toEqual(coming);
      expect(
        openings.map(({ isNext, item }) => isNext === (item.at === coming[0])),
        time,
      ).not.toContain(false);
      const words = openings.slice(coming.length).map((one) => stateWords(one, sure(now)));
      expect(
        words.filter((one) => !['开标中', '已开始', '已结束'].includes(one)),
        time,
      ).toEqual([]);
      expect(words.lastIndexOf('开标中'), time).toBeLessThan(
        Math.min(
          ...['已开始', '已结束'].map((one) => words.indexOf(one)).filter((place) => place >= 0),
          count,
        ),
      );
    }
  });

  test('the start page says how many there are and when the next begins', () => {
    const openings = openingsFrom(all, sure(onBusyDay('08:07')), 60);
    expect(openingsTile(openings, sure(onBusyDay('08:07')))).toEqual({
      name: '今天开标',
      note: `${count} 场，下一场 08:15`,
    });
  });
});

const NOON = sure('2026-11-22T12:00:00+08:00');

test.each([
  ['none', [], NOON, '开标安排', '最近两周没有'],
  ['two of today', [morning, evening, tuesday], NOON, '今天开标', '2 场，下一场 18:00'],
  ['one that goes on', ['2026-11-22T11:30:00+08:00'], NOON, '今天开标', '1 场，1 场正在开标'],
  ['all of today begun', [morning, tuesday], NOON, '今天开标', '1 场，都已经开始'],
  ['one begun and one stopped', [morning, `${evening} terminated`], NOON, '今天开标', '2 场，1 场不开标'],
  ['all of today stopped', [`${evening} suspended`, tuesday], NOON, '今天开标', '1 场，1 场不开标'],
  ['today’s only one moved', [`${evening} moved ${tuesday}`, tuesday], NOON, '今天开标', '今天的改期了'],
  ['none of today', [tuesday], NOON, '开标安排', '最近 11月24日 10:00'],
  ['the next one stopped', [`${tuesday} terminated`, nextYear], NOON, '开标安排', '最近 2027年1月5日 10:00'],
  ['every one stopped', [`${tuesday} terminated`], NOON, '开标安排', '最近两周 1 场，1 场不开标'],
  [
    'no clock to be trusted',
    [morning, tuesday],
    unsure('2026-11-22T08:00:00+08:00'),
    '开标安排',
    '最近 11月22日 09:00',
  ],
] as const)('with %s the start page says so', (_, lines, now, name, note) => {
  expect(openingsTile(openingsFrom(items(...lines), now, 60), now)).toEqual({ name, note });
});

test('openings are counted with those that are not held, and an hour that was given up is none', () => {
  const from = (...lines: readonly string[]) => openingsFrom(items(...lines), NOON, 60);
  expect(countOf(from(evening))).toBe('1 场');
  expect(countOf(from(evening, `${tuesday} terminated`, `${tuesday} suspended`))).toBe('3 场，2 场不开标');
  expect(countOf(from(`${evening} moved ${tuesday}`, tuesday))).toBe('1 场');
  expect(countWithToday(from(evening, tuesday, tuesday), NOON)).toBe('3 场，今天 1 场');
  expect(countWithToday(from(evening), NOON)).toBe('1 场');
});

test.each([
  ['another day', { at: '2026-12-08T09:30:00+08:00' }, '改期 12月8日 09:30'],
  ['another day and room', { at: '2026-12-08T09:30:00+08:00', room: '305' }, '改期 12月8日 09:30 305'],
  ['another day in the same room', { at: '2026-12-08T09:30:00+08:00', room: '301' }, '改期 12月8日 09:30'],
  ['another room', { at: evening, room: '305' }, '改地点 305'],
  ['another house', { at: evening, place: '示例市交易中心一楼' }, '改地点 示例市交易中心一楼'],
])('what was moved to %s says to where', (_, moved, words) => {
  const item: Item = { ...items(evening)[0]!, room: '301', moved };
  expect(stateWords(openingsFrom([item], NOON, 60)[0]!, NOON)).toBe(words);
});
