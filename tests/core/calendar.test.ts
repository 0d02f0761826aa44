import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkday,
  noteOf,
  workingDaysBetween,
} from '../../src/core/calendar.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';

const { calendar } = loadCorpus('content');
const years = [...calendar.keys()].sort();

test('内容文件夹里有 2018、2024、2025、2026 年的日历', () => {
  expect(years).toEqual([2018, 2024, 2025, 2026]);
});

/** 法定核验依据，第 0 节：calendar days; working days without and with the first day. */
test.each([
  ['2026-02-10', '2026-02-24', 14, 5, 6],
  ['2026-03-16', '2026-03-23', 7, 5, 6],
  ['2026-03-17', '2026-03-23', 6, 4, 5],
  ['2026-03-16', '2026-03-18', 2, 2, 3],
  ['2026-03-16', '2026-03-19', 3, 3, 4],
  ['2026-03-12', '2026-03-14', 2, 1, 2],
  ['2026-02-03', '2026-03-06', 31, 19, 20],
  ['2026-04-13', '2026-05-03', 20, 13, 14],
  ['2026-03-17', '2026-03-27', 10, 8, 9],
  ['2024-09-26', '2024-10-02', 6, 3, 4],
  ['2025-06-03', '2025-06-10', 7, 5, 6],
])('从 %s 到 %s 是 %i 天，%i 个工作日，算上第一天是 %i 个', (from, to, days, excluding, including) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(workingDaysBetween(calendar, from, to)).toBe(excluding);
  expect(workingDaysBetween(calendar, addDays(from, -1), to)).toBe(including);
});

describe('没有日历的年份', () => {
  test.each(['2027-01-04', '2023-06-01', '2019-01-01'])('%s 是不是工作日，说不准', (day) => {
    expect(isWorkday(calendar, day)).toBe('unknown');
  });

  test('跨进没有日历的年份，工作日数也说不准', () => {
    expect(workingDaysBetween(calendar, '2026-12-28', '2027-01-04')).toBe('unknown');
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toBe('unknown');
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toBe('2026-12-31');
    expect(workingDaysBetween(calendar, '2026-12-28', '2026-12-31')).toBe(3);
  });
});

test('假期伸进上一年的，按下一年的安排算', () => {
  const off = new Set(['2025-12-31']);
  const next = {
    year: 2026,
    daysOff: off,
    festivals: new Set<string>(),
    makeUpDays: new Set(['2025-12-28']),
  };
  const both = new Map([...calendar, [2026, next]]);
  expect(isWorkday(both, '2025-12-31')).toBe(false);
  expect(isWorkday(both, '2025-12-28')).toBe(true);
});

test.each([
  ['2026-10-01', '国庆节放假'],
  ['2026-10-08', undefined],
  ['2026-10-10', '调休上班'],
  ['2027-10-01', undefined],
])('日历上 %s 旁边写 %s', (day, note) => {
  expect(noteOf(calendar, day)).toBe(note);
});

const dayIn = (from: string, to: string) =>
  fc.nat(daysBetween(from, to)).map((count) => addDays(from, count));
const known = dayIn('2024-01-01', '2026-12-31');

describe('数工作日的规律', () => {
  test('日子越往后，工作日数不会变少', () => {
    fc.assert(
      fc.property(known, known, (from, to) => {
        fc.pre(from < to);
        const before = workingDaysBetween(calendar, from, addDays(to, -1)) as number;
        const after = workingDaysBetween(calendar, from, to) as number;
        expect(after - before).toBe(isWorkday(calendar, to) ? 1 : 0);
      }),
    );
  });

  test('分两段数，和一次数完一样', () => {
    fc.assert(
      fc.property(known, known, known, (...days) => {
        const [first, middle, last] = days.sort() as [string, string, string];
        const parts = [
          workingDaysBetween(calendar, first, middle),
          workingDaysBetween(calendar, middle, last),
        ];
        expect(Number(parts[0]) + Number(parts[1])).toBe(workingDaysBetween(calendar, first, last));
      }),
    );
  });

  test('往后数几个工作日，数回来还是几个', () => {
    fc.assert(
      fc.property(dayIn('2024-01-01', '2026-06-30'), fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(calendar, day, count);
        expect(workingDaysBetween(calendar, day, end)).toBe(count);
        expect(isWorkday(calendar, end)).toBe(true);
      }),
    );
  });
});

interface ChineseDays {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

/** The package's data files: its functions read the clock of the machine's own zone. */
const reference = (year: number): ChineseDays => {
  const index = createRequire(import.meta.url).resolve('chinese-days');
  return JSON.parse(readFileSync(join(dirname(index), 'years', `${year}.json`), 'utf8')) as ChineseDays;
};

test.each(years)('%i 年的每一天都和 chinese-days 一致', (year) => {
  const { holidays, workdays } = reference(year);
  const wrong: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const weekend = [6, 7].includes(Temporal.PlainDate.from(day).dayOfWeek);
    const works = day in workdays || (!(day in holidays) && !weekend);
    if (isWorkday(calendar, day) !== works) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});
