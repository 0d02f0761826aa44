import { expect, test } from 'vitest';
import { boundsOf } from '../../../src/core/search/period.ts';

test.each([
  ['当天', { days: '1' }, '2026-11-22', '2026-11-22'],
  ['近三天', { days: '3' }, '2026-11-22', '2026-11-20'],
  ['近三天 over New Year', { days: '3' }, '2027-01-01', '2026-12-30'],
  ['近十天', { days: '10' }, '2026-03-05', '2026-02-24'],
  ['近一月', { months: '1' }, '2026-11-22', '2026-10-22'],
  ['近一月 at the end of March', { months: '1' }, '2026-03-31', '2026-02-28'],
  ['近一月 at the end of March of a leap year', { months: '1' }, '2028-03-31', '2028-02-29'],
  ['近三月', { months: '3' }, '2026-11-22', '2026-08-22'],
  ['近三月 over New Year', { months: '3' }, '2026-01-31', '2025-10-31'],
  ['近三月 to the end of a short month', { months: '3' }, '2026-05-31', '2026-02-28'],
])('%s on %s looks from %s on, to no end', (_, period, today, from) => {
  expect(boundsOf(period, today)).toEqual({ from, to: '' });
});

test.each([
  ['三天内', '3', '2026-11-22', '2026-11-25'],
  ['七天内', '7', '2026-11-22', '2026-11-29'],
  ['半月内 over New Year', '15', '2026-12-20', '2027-01-04'],
  ['三天内 over the end of February', '3', '2026-02-27', '2026-03-02'],
])('%s (%s days) on %s looks for what closes from today to %s', (_, closesIn, today, closesTo) => {
  expect(boundsOf({ closesIn }, today)).toEqual({ closesFrom: today, closesTo });
});
