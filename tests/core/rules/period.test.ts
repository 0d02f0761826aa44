import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Calendar } from '../../../src/core/calendar.ts';
import { check } from '../../../src/core/check.ts';
import { countAtLeast, countAtMost, days, workingDays } from '../../../src/core/rules/period.ts';

const { calendar } = check('content').corpus;

/** Rows of the register: dates, days, working days without and with the first, and the verdict of their use. */
test.each([
  ['2026-02-10', '2026-02-24', 14, 5, workingDays(5), 'pass'],
  ['2026-03-16', '2026-03-23', 7, 5, workingDays(5), 'pass'],
  ['2026-03-17', '2026-03-23', 6, 4, workingDays(5), 'warn-counting'],
  ['2026-03-16', '2026-03-18', 2, 2, days(3), 'warn-counting'],
  ['2026-03-16', '2026-03-19', 3, 3, days(3), 'pass'],
  ['2026-03-12', '2026-03-14', 2, 1, days(3), 'warn-counting'],
  ['2026-02-03', '2026-03-06', 31, 19, workingDays(20), 'warn-counting'],
  ['2026-04-13', '2026-05-03', 20, 13, days(20), 'warn-counting'],
  ['2026-03-17', '2026-03-27', 10, 8, days(10), 'pass'],
  ['2024-09-26', '2024-10-02', 6, 3, workingDays(5), 'fail'],
  ['2025-06-03', '2025-06-10', 7, 5, workingDays(5), 'pass'],
] as const)('%s 到 %s：%i 日，%i 个工作日', (from, to, calendarDays, worked, length, verdict) => {
  expect(countAtLeast(calendar, days(1), from, to).counted).toBe(calendarDays);
  expect(countAtLeast(calendar, workingDays(1), from, to).counted).toBe(worked);
  expect(countAtLeast(calendar, length, from, to).verdict).toBe(verdict);
});

describe('最后一日落在不上班的日子', () => {
  test('在节假日里，顺延到节后第一个上班的日子', () => {
    const count = countAtLeast(calendar, days(20), '2026-04-13', '2026-05-03');
    expect(count).toMatchObject({ doubt: 'last-day-holiday', limit: '2026-05-06' });
    expect(countAtLeast(calendar, days(20), '2026-04-13', '2026-05-06').verdict).toBe('pass');
  });

  test('在普通周六，两部法律的说法不同，只作说明', () => {
    expect(countAtLeast(calendar, days(5), '2026-03-09', '2026-03-14')).toMatchObject({
      verdict: 'warn-counting',
      doubt: 'last-day-weekend',
    });
  });

  test('限期的最后一日在节假日里，节后第一个上班的日子不算晚', () => {
    expect(countAtMost(calendar, days(3), '2026-04-29', '2026-05-06').verdict).toBe('pass');
    expect(countAtMost(calendar, days(3), '2026-04-29', '2026-05-07').verdict).toBe('fail');
  });

  test('限期的最后一日在周六，下周一要看怎么算，下周二晚了', () => {
    expect(countAtMost(calendar, days(3), '2026-03-11', '2026-03-16').verdict).toBe('warn-counting');
    expect(countAtMost(calendar, days(3), '2026-03-11', '2026-03-17').verdict).toBe('fail');
  });
});

describe('没有录入节假日安排的年份', () => {
  test.each([
    [workingDays(20), '2026-12-04', '2027-01-08'],
    [workingDays(5), '2027-03-01', '2027-03-09'],
    [days(20), '2026-12-14', '2027-01-05'],
  ])('%o，从 %s 到 %s，无法判断', (length, from, to) => {
    expect(countAtLeast(calendar, length, from, to)).toMatchObject({ verdict: 'unknown', missingYear: 2027 });
  });

  test('录入那一年以后就有结论', () => {
    const next = {
      year: 2027,
      daysOff: new Set(['2027-01-01']),
      festivals: new Set(['2027-01-01']),
      makeUpDays: new Set<string>(),
    };
    const both: Calendar = new Map([...calendar, [2027, next]]);
    expect(countAtLeast(both, workingDays(20), '2026-12-04', '2027-01-08').verdict).toBe('pass');
    expect(countAtLeast(both, workingDays(5), '2027-03-01', '2027-03-05').verdict).toBe('warn-counting');
  });

  test('差得再多天也不够的，不必等节假日安排', () => {
    expect(countAtLeast(calendar, workingDays(20), '2026-12-28', '2027-01-08').verdict).toBe('fail');
  });
});

const RANK = { fail: 0, 'warn-counting': 1, unknown: 1, pass: 2 };
const someDay = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-01-01', offset));
const someLength = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('days' as const, 'working-days' as const),
});

describe('对任何日期', () => {
  test('结束得越晚，越不会从够变成不够', () => {
    fc.assert(
      fc.property(someLength, someDay, fc.integer({ min: 0, max: 60 }), (length, from, span) => {
        const [to, later] = [addDays(from, span), addDays(from, span + 1)];
        const at = (end: string) => RANK[countAtLeast(calendar, length, from, end).verdict];
        return at(later) >= at(to);
      }),
    );
  });

  test('办得越晚，越不会从晚变成不晚', () => {
    fc.assert(
      fc.property(someLength, someDay, fc.integer({ min: 0, max: 60 }), (length, from, span) => {
        const at = (end: string) => RANK[countAtMost(calendar, length, from, end).verdict];
        return at(addDays(from, span + 1)) <= at(addDays(from, span));
      }),
    );
  });

  test('前一段和后一段加起来等于整段', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.nat(50),
        fc.nat(50),
        fc.constantFrom(days, workingDays),
        (from, first, second, of) => {
          const counted = (start: string, end: string) => countAtLeast(calendar, of(1), start, end).counted;
          const [middle, to] = [addDays(from, first), addDays(from, first + second)];
          const parts = [counted(from, middle), counted(middle, to)];
          fc.pre(!parts.includes('unknown'));
          return (parts[0] as number) + (parts[1] as number) === counted(from, to);
        },
      ),
    );
  });

  test('刚好写到提示的日子，就够了', () => {
    fc.assert(
      fc.property(someLength, someDay, (length, from) => {
        const { limit } = countAtLeast(calendar, length, from, addDays(from, 1));
        fc.pre(limit < '2027');
        return countAtLeast(calendar, length, from, limit).verdict === 'pass';
      }),
    );
  });
});

test('在哪个时区的电脑上算都一样', () => {
  const program = `
    const { check } = await import('./src/core/check.ts');
    const { countAtLeast, workingDays, days } = await import('./src/core/rules/period.ts');
    const { calendar } = check('content').corpus;
    console.log(JSON.stringify([['2026-02-10', '2026-02-24'], ['2026-02-07', '2026-02-09'], ['2026-04-13', '2026-05-03']]
      .flatMap(([from, to]) => [workingDays(5), days(20)].map((length) => countAtLeast(calendar, length, from, to)))));`;
  const under = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  expect(under('America/New_York')).toBe(under('Asia/Shanghai'));
  expect(under('Pacific/Auckland')).toBe(under('Asia/Shanghai'));
}, 30_000);
