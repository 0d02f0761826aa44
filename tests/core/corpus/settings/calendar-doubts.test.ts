import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays } from '../../../../src/core/calendar.ts';
import { doubtsOfCalendar } from '../../../../src/core/corpus/settings/calendar-doubts.ts';

type Arranged = Parameters<typeof doubtsOfCalendar>[0];

const folder = dirname(createRequire(import.meta.url).resolve('chinese-days'));
const NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** The arrangement of a year by chinese-days; as many festival days as that year's law has. */
function arrangementOf(year: number): Arranged {
  const { holidays, workdays } = JSON.parse(readFileSync(join(folder, `years/${year}.json`), 'utf8')) as {
    holidays: Record<string, string>;
    workdays: Record<string, string>;
  };
  const runs: { name: string; from: string; to: string }[] = [];
  for (const day of Object.keys(holidays).sort()) {
    const name = holidays[day]!.split(',')[1]!;
    const last = runs.at(-1);
    // Where two festivals meet, the State Council arranges one holiday: 国庆节、中秋节.
    if (last && last.to === addDays(day, -1)) {
      last.to = day;
      if (!last.name.includes(name)) last.name += `、${name}`;
    } else runs.push({ name: NAMES[name] ?? name, from: day, to: day });
  }
  return {
    year,
    notice: '示例通知',
    noticeCode: '示例〔2026〕1号',
    holidays: runs,
    festivals: Object.keys(holidays).slice(0, year >= 2025 ? 13 : 11),
    makeUpDays: Object.keys(workdays),
  };
}

const YEARS = Array.from({ length: 2026 - 2008 + 1 }, (_, at) => 2008 + at);

test.each(YEARS)('%i 年真正的安排没有可疑的地方', (year) => {
  expect(doubtsOfCalendar(arrangementOf(year)).map(({ message }) => message)).toEqual([]);
});

const moved = (name: string, from: string, to: string): Arranged => {
  const arranged = arrangementOf(2026);
  return {
    ...arranged,
    holidays: arranged.holidays.map((one) => (one.name === name ? { name, from, to } : one)),
  };
};

test.each([
  ['国庆节', '2026-11-01', '2026-11-07', '2026 年的国庆节在 10月1日前后，写的放假从 11月1日 开始'],
  ['国庆节', '2026-01-01', '2026-01-07', '2026 年的国庆节在 10月1日前后，写的放假从 1月1日 开始'],
  ['春节', '2026-07-15', '2026-07-23', '2026 年的春节在 2月17日前后，写的放假从 7月15日 开始'],
  ['春节', '2026-01-28', '2026-02-04', '2026 年的春节在 2月17日前后，写的放假从 1月28日 开始'],
  ['端午节', '2026-05-31', '2026-06-02', '2026 年的端午节在 6月19日前后，写的放假从 5月31日 开始'],
  ['中秋节', '2026-10-06', '2026-10-06', '2026 年的中秋节在 9月25日前后，写的放假从 10月6日 开始'],
  ['清明节', '2026-05-08', '2026-05-10', '2026 年的清明节在 4月4日前后，写的放假从 5月8日 开始'],
  ['劳动节', '2026-06-01', '2026-06-05', '2026 年的劳动节在 5月1日前后，写的放假从 6月1日 开始'],
  ['元旦', '2026-02-01', '2026-02-03', '2026 年的元旦在 1月1日前后，写的放假从 2月1日 开始'],
  ['春节', '2026-02-10', '2026-02-28', '春节放假 19 天'],
])('%s写成 %s 到 %s', (name, from, to, message) => {
  expect(doubtsOfCalendar(moved(name, from, to)).map((doubt) => doubt.message)).toContain(message);
});

test('少写的节日、天数、离得太远的调休都要核对', () => {
  const arranged = arrangementOf(2026);
  const messages = doubtsOfCalendar({
    ...arranged,
    holidays: arranged.holidays.slice(0, 2),
    festivals: arranged.festivals.slice(0, 4),
    makeUpDays: ['2026-02-14', '2026-07-25'],
  }).map(({ message }) => message);
  expect(messages).toEqual([
    '没有写清明节、劳动节、端午节、中秋节、国庆节的放假',
    '全年放假一共 12 天，历年是 26 到 33 天',
    '法定节日写了 4 天，2026 年应当是 13 天',
    '调休上班 2026-07-25 离哪一次放假都很远',
  ]);
});
