import { expect, test } from 'vitest';
import { monthAfter, weeksOf } from '../../../src/core/agenda/month.ts';
import type { When } from '../../../src/core/agenda/occasion.ts';
import { entriesSince } from '../../../src/core/agenda/select.ts';

const entry = (id: string, when: When) => ({
  row: { id },
  occasion: {
    kind: 'bid',
    words: '投标截止',
    ending: '投标截止',
    when,
    isDeadline: true,
    remindDays: [],
    moves: [],
  },
});

test('日历留最新公告之前 31 天以来的事，按时间排', () => {
  const entries = [
    entry('future', { at: '2027-01-05T09:30:00+08:00' }),
    entry('kept', { at: '2026-10-22T09:30:00+08:00' }),
    entry('dropped', { at: '2026-10-21T09:30:00+08:00' }),
    entry('long', { from: '2026-10-01', until: '2026-10-22' }),
  ];
  expect(entriesSince(entries, '2026-11-22').map(({ row }) => row.id)).toEqual(['long', 'kept', 'future']);
});

test('一个月分成周一开始的整周', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]!.slice(0, 6)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  expect(weeks[0]![6]).toBe('2026-11-01');
  expect(weeks[5]!.slice(0, 2)).toEqual(['2026-11-30', undefined]);
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect(monthAfter('2026-12')).toBe('2027-01');
});
