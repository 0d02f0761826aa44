import { expect, test } from 'vitest';
import { formOf, typeOf, type Announcement } from '../../../src/core/announcement/schema.ts';
import type { Calendar } from '../../../src/core/calendar.ts';
import { proposeDate, type Asked } from '../../../src/core/drafting/dates.ts';

const year = (number: number, ...daysOff: string[]) =>
  [
    number,
    { year: number, daysOff: new Set(daysOff), festivals: new Set<string>(), makeUpDays: new Set<string>() },
  ] as const;
const calendar: Calendar = new Map([
  year(2026, '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'),
]);
const form = formOf(typeOf('construction', 'tender-notice'));
const propose = (key: string, part: object, more: Partial<Asked> = {}) =>
  proposeDate(
    form.find((field) => field.key === key)!,
    {
      part: { category: 'construction', type: 'tender-notice', ...part } as Announcement,
      now: '2026-03-06T16:00:00+08:00',
      calendar,
      objectedTo: () => new Set(),
      ...more,
    },
  );

test('publication is proposed for the present, on a day of rest too: what is written now is public at once', () => {
  expect(propose('publishedAt', {})).toBe('2026-03-06 16:00');
  expect(propose('publishedAt', {}, { now: '2026-05-02T22:41:59+08:00' })).toBe('2026-05-02 22:41');
});

test.each([
  ['2026-03-06T15:59:00+08:00', '2026-03-06 16:00'],
  ['2026-03-06T16:00:30+08:00', '2026-03-06 16:01'],
  ['2026-03-31T23:59:01+08:00', '2026-04-01 00:00'],
  ['2026-03-25T09:30:00+08:00', '2026-03-25 09:30'],
])('what cannot be published before %s is proposed for %s', (notBefore, proposed) => {
  expect(propose('publishedAt', {}, { notBefore })).toBe(proposed);
});

test('the bid deadline is proposed twenty days after the documents, and never on a day of rest', () => {
  expect(propose('bidDeadline', { documentsFrom: '2026-03-09' })).toBe('2026-03-30 09:30');
  expect(propose('bidDeadline', { documentsFrom: '2026-04-13' })).toBe('2026-05-06 09:30');
});

test('the opening is proposed for the deadline, to the minute', () => {
  expect(propose('openingAt', { bidDeadline: '2026-03-30T10:15:00+08:00' })).toBe('2026-03-30 10:15');
});

test('a day to which a rule objects is passed over', () => {
  const objectedTo = (part: Announcement) =>
    new Set('bidDeadline' in part && part.bidDeadline! < '2026-04-08' ? ['bidDeadline'] : []);
  expect(propose('bidDeadline', { documentsFrom: '2026-03-09' }, { objectedTo })).toBe('2026-04-08 09:30');
});

test('nothing is proposed where every day is objected to, where nothing is known to count from, or without a calendar', () => {
  const objectedTo = () => new Set(['bidDeadline']);
  expect(propose('bidDeadline', { documentsFrom: '2026-03-09' }, { objectedTo })).toBeUndefined();
  expect(propose('bidDeadline', {})).toBeUndefined();
  expect(propose('bidDeadline', { documentsFrom: '2026-12-20' })).toBeUndefined();
  expect(propose('title', {})).toBeUndefined();
});
