import { expect, test } from 'vitest';
import type { Known } from '../../../src/core/statistics/chronicle.ts';
import { isIn, lastDay, monthsOf, periodOf, type Period } from '../../../src/core/statistics/period.ts';
import { bandsOf, begunIn, calledAgainIn, fatesOf } from '../../../src/core/statistics/projects.ts';
import { daysToBid, outcomesIn, participationIn } from '../../../src/core/statistics/outcomes.ts';
import { check } from '../../../src/core/check.ts';
import { archiveOf, lookBack } from './look-back.ts';

const { corpus, collection } = check('content');
const sample = corpus.entries;
const at = (period: Period): Known => lookBack(collection, sample, period);
const WHOLE = { year: 2026, toMonth: 12 };
const ids = (known: Known): readonly string[] => known.records.map(({ row }) => row.id);

test.each([
  [2018, '2026-11-22T09:00:00+08:00', { year: 2018, toMonth: 12 }],
  [2026, '2026-11-22T09:00:00+08:00', { year: 2026, toMonth: 10 }],
  [2026, '2026-01-31T23:59:59+08:00', undefined],
  [2026, '2026-02-01T00:00:00+08:00', { year: 2026, toMonth: 1 }],
  [2027, '2026-12-31T23:59:59+08:00', undefined],
])('of %d at %s the months that are over are counted', (year, now, period) => {
  expect(periodOf(year, now)).toEqual(period);
});

test('a period knows its months and its last day, in leap years too', () => {
  expect(monthsOf({ year: 2024, toMonth: 2 })).toEqual(['2024-01', '2024-02']);
  expect(lastDay({ year: 2024, toMonth: 2 })).toBe('2024-02-29');
  expect(isIn({ year: 2024, toMonth: 2 }, '2024-02-29T23:59:59+08:00')).toBe(true);
  expect(isIn({ year: 2024, toMonth: 2 }, '2024-03-01T00:00:00+08:00')).toBe(false);
});

const months = [...new Set(sample.map(({ announcement }) => announcement.publishedAt.slice(0, 7)))].sort();

test.each(months)('what is told of the year up to %s does not change with what comes later', (month) => {
  const period = { year: Number(month.slice(0, 4)), toMonth: Number(month.slice(5)) };
  const until = sample.filter(({ announcement }) => announcement.publishedAt.slice(0, 7) <= month);
  const { records } = at(period);
  expect(records.length).toBeGreaterThan(0);
  expect(records).toEqual(lookBack(archiveOf(corpus, until), until, period).records);
});

test('a correction of the next month is not in the figures, but is told as a later change', () => {
  const october = at({ year: 2026, toMonth: 10 });
  const whole = at(WHOLE);
  const changed = october.later.map(({ id }) => id);
  expect(changed).toContain('gm-js-2026-031-correction-2');
  const corrected = (known: Known): readonly string[] =>
    known.records.filter(({ isCorrected }) => isCorrected).map(({ row }) => row.id);
  expect(corrected(whole)).toContain('gm-js-2026-031-tender');
  expect(ids(october)).not.toContain('gm-js-2026-031-correction-2');
});

test('every announcement of a period is a record of it, once', () => {
  const expected = sample
    .filter(({ announcement }) => announcement.publishedAt.startsWith('2026'))
    .map(({ id }) => id)
    .sort();
  expect(ids(at(WHOLE)).toSorted()).toEqual(expected);
});

test('projects add up: those of every class of amount and those without one are all that were begun', () => {
  const projects = begunIn(at(WHOLE));
  const bands = bandsOf(projects);
  const without = projects.filter(({ amountFen }) => amountFen === undefined);
  expect(bands.flatMap((band) => band.projects).length + without.length).toBe(projects.length);
  expect(bands.reduce((sum, { sumFen }) => sum + sumFen, 0)).toBe(
    projects.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0),
  );
  expect(new Set(projects.map(({ key }) => key)).size).toBe(projects.length);
});

test('a tender that is repeated is not begun again', () => {
  const known = at(WHOLE);
  const begun = begunIn(known).flatMap(({ calls }) => calls.map(({ row }) => row.id));
  const again = calledAgainIn(known).map(({ row }) => row.id);
  expect(again).toContain('gm-cg-2026-044-retender');
  expect(begun).toContain('gm-cg-2026-044-tender');
  expect(begun.filter((id) => again.includes(id))).toEqual([]);
});

test('a project counts as ended when its call was terminated or had too few bidders by then', () => {
  const { ended, corrected } = fatesOf(begunIn(at(WHOLE)));
  expect(ended.map(({ key }) => key)).toEqual(['GM-JS-2026-009', 'GM-JS-2026-018', 'GM-CQ-2026-09']);
  expect(corrected.map(({ key }) => key)).toContain('GM-JS-2026-031');
});

test('a price is held against the amount of its call, in whole fen, and one of some lots is not', () => {
  const { budgeted } = outcomesIn(at(WHOLE));
  const pair = (id: string) => budgeted.find(({ record }) => record.row.id === id);
  expect(pair('gm-js-2026-012-award')).toMatchObject({ againstFen: 358_600_000, priceFen: 341_200_000 });
  expect(pair('gm-td-2026-03-result')).toMatchObject({
    againstFen: 1_876_000_000,
    priceFen: 1_976_000_000,
  });
  expect(pair('gm-cq-2026-05-result')).toBeUndefined(); // a rent by the year
  expect(pair('gm-js-2026-020-award')).toBeUndefined(); // one lot of it failed
});

test('days to bid run from the day of publication to the deadline in force', () => {
  const days = new Map(daysToBid(at(WHOLE)).map(({ record, days: count }) => [record.row.id, count]));
  expect(days.get('gm-js-2026-012-tender')).toBe(23);
  expect(days.get('gm-js-2026-031-tender')).toBe(43);
});

test('the number of bidders is that of the whole call, once a call', () => {
  const { ended, stated } = participationIn(at(WHOLE));
  const numbers = Object.fromEntries(stated.map(({ call, bidders }) => [call.row.id, bidders]));
  expect(numbers['gm-js-2026-012-tender']).toBe(5);
  expect(numbers['gm-js-2026-020-tender']).toBeUndefined(); // told of two lots of three
  expect(numbers['gm-js-2026-018-tender']).toBe(2);
  expect(new Set(ended).size).toBe(ended.length);
});
