import type { Edition } from '../../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../../core/announcement/category.ts';
import { toColumns } from '../../core/chart/columns.ts';
import { addCounts, totalOf, type Counts } from '../../core/statistics.ts';
import { firstDay, isWhole, lastDay, type Period } from '../../core/statistics/period.ts';
import { counted, searchOf, searchPath, statisticsPath, word, type Figure } from './figure.ts';
import { countedYears } from './records.ts';
import { yearlyDisclosure } from './year.ts';

/** Columns of more years than these would be too narrow for their numbers. */
const MOST_YEARS = 12;

/** All years beside each other, and the years that have a page. */
export function overview(edition: Edition): {
  years: readonly { year: number; label: string; path: string; total: number }[];
  figure: Figure;
  latest: { year: number; text: string } | undefined;
} {
  const periods = countedYears(edition);
  const counts = new Map(periods.map((period) => [period.year, yearlyDisclosure(edition, period).counts]));
  const newest = periods[0];
  return {
    years: periods.map((period) => ({
      year: period.year,
      label: labelOf(period),
      path: statisticsPath(period.year),
      total: totalOf(counts.get(period.year)!),
    })),
    figure: figureOf(periods, counts),
    latest: newest && { year: newest.year, text: yearlyDisclosure(edition, newest).text },
  };
}

const labelOf = (period: Period): string =>
  isWhole(period) ? `${period.year}年` : `${period.year}年1-${period.toMonth}月`;

function figureOf(periods: readonly Period[], counts: ReadonlyMap<number, Counts>): Figure {
  const years = neighbours(periods.map(({ year }) => year));
  const sums = addCounts([...counts.values()]);
  return {
    id: 'years',
    title: '历年发布多少公告',
    finding: finding(periods, counts),
    chart:
      periods.length < 2
        ? undefined
        : {
            kind: 'columns',
            chart: toColumns({
              labels: years.map(String),
              series: categories.map((key) => ({
                key,
                values: years.map((year) => counts.get(year)?.[key] ?? 0),
              })),
            }),
            keys: categories.map((key) => ({
              key,
              name: CATEGORIES[key],
              cell: counted(sums[key], spanPath(periods, key)),
            })),
          },
    table: {
      unit: '份',
      head: ['年份', ...categories.map((category) => CATEGORIES[category]), '合计'],
      rows: periods.map((period) => {
        const own = counts.get(period.year)!;
        return [
          word(labelOf(period)),
          ...categories.map((category) => counted(own[category], searchPath(period, { category }))),
          counted(totalOf(own), searchPath(period)),
        ];
      }),
    },
    definition: '按第一次发布的时间（北京时间）数，一份公告数一次。今年数到上个月底。',
  };
}

/** The search over all that is counted. */
const spanPath = (periods: readonly Period[], category: Category): string =>
  searchOf(firstDay(periods.at(-1)!), lastDay(periods[0]!), category);

/** The newest years in a row, also those without announcements: a gap must be seen as one. */
function neighbours(years: readonly number[]): readonly number[] {
  const newest = Math.max(...years);
  const oldest = Math.max(Math.min(...years), newest - MOST_YEARS + 1);
  return years.length === 0 ? [] : Array.from({ length: newest - oldest + 1 }, (_, index) => oldest + index);
}

function finding(periods: readonly Period[], counts: ReadonlyMap<number, Counts>): string {
  const whole = periods.filter(isWhole).map(({ year }) => ({ year, total: totalOf(counts.get(year)!) }));
  if (whole.length < 2) return '满一年的统计不足两年，还不能比较。';
  const [most, second] = whole.toSorted((a, b) => b.total - a.total);
  if (most!.total === second!.total) return `满一年的 ${whole.length} 年里，最多的是每年 ${most!.total} 份。`;
  return `满一年的 ${whole.length} 年里，${most!.year}年最多，${most!.total} 份；${second!.year}年其次，${second!.total} 份。`;
}
