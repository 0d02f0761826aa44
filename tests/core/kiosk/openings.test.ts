import { expect, test } from 'vitest';
import type { Opening } from '../../../src/core/kiosk/boot.ts';
import { countOf, openingsFrom, openingsNote } from '../../../src/core/kiosk/openings.ts';

const at = (moment: string): number => Date.parse(moment);

/** One a line: its moment, and what happened to it. */
const openings = (...lines: readonly string[]): readonly Opening[] =>
  lines.map((line, place) => {
    const [moment, happening] = line.split('+08:00 ');
    return {
      id: `opening-${place + 1}`,
      title: `第 ${place + 1} 场`,
      at: `${moment!.replace(/\+08:00$/u, '')}+08:00`,
      happening: happening as Opening['happening'],
    };
  });

const yesterday = '2026-11-21T15:00:00+08:00';
const morning = '2026-11-22T09:00:00+08:00';
const evening = '2026-11-22T18:00:00+08:00';
const tuesday = '2026-11-24T10:00:00+08:00';
const nextYear = '2027-01-05T10:00:00+08:00';

test.each([
  ['in the morning', '2026-11-22T08:00:00+08:00', [2, 3, 4]],
  ['when today’s first has begun', '2026-11-22T12:00:00+08:00', [2, 3, 4]],
  ['a second before midnight in Beijing', '2026-11-22T15:59:59Z', [2, 3, 4]],
  ['at midnight in Beijing', '2026-11-22T16:00:00Z', [4]],
  ['after the last', '2026-11-25T00:00:00+08:00', []],
])('%s a kiosk lists the openings of that day and those after it', (_, now, expected) => {
  const listed = openingsFrom(openings(yesterday, morning, evening, tuesday), at(now));
  expect(listed.map(({ id }) => id)).toEqual(expected.map((number) => `opening-${number}`));
});

const NOW = at('2026-11-22T12:00:00+08:00');

test.each([
  ['none', [], NOW, '最近两周没有'],
  ['two of today', [morning, evening, tuesday], NOW, '今天 2 场'],
  ['one of two of today stopped', [morning, `${evening} terminated`], NOW, '今天 2 场，1 场不开标'],
  ['all of today stopped', [`${evening} suspended`, tuesday], NOW, '今天 1 场，1 场不开标'],
  ['none of today', [tuesday], NOW, '最近 11月24日 10:00'],
  ['the next one stopped', [`${tuesday} failed`, nextYear], NOW, '最近 2027年1月5日 10:00'],
  ['every one stopped', [`${tuesday} terminated`], NOW, '最近两周 1 场，1 场不开标'],
  ['a corrected one', [`${tuesday} corrected`], NOW, '最近 11月24日 10:00'],
  ['no clock to be trusted', [morning, tuesday], undefined, '最近 11月22日 09:00'],
] as const)('with %s the start page says so', (_, lines, now, words) => {
  expect(openingsNote(openings(...lines), now, '2026')).toBe(words);
});

test('openings are counted with those that are not held', () => {
  const stopped = ['terminated', 'failed', 'suspended'].map((kind) => `${tuesday} ${kind}`);
  expect(countOf(openings(morning))).toBe('1 场');
  expect(countOf(openings(morning, ...stopped))).toBe('4 场，3 场不开标');
  expect(countOf(openings(`${tuesday} corrected`, `${tuesday} result`))).toBe('2 场');
});
