import { CATEGORIES, categories } from '../../core/announcement/category.ts';
import { toColumns } from '../../core/chart/columns.ts';
import { addCounts, countMonths, totalOf, type Counts } from '../../core/statistics.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { lastDayOf, monthsOf, type Period } from '../../core/statistics/period.ts';
import { regularityOf } from '../../core/statistics/published.ts';
import { categoryPath } from '../address.ts';
import { counted, searchOf, searchPath, word, type Told } from './figure.ts';

/** How much is published, and how evenly. `before` are the months of the year before, where it published anything. */
export function monthly({ period, records }: Known, before: readonly Counts[] | undefined): Told {
  const months = monthCounts(records, period);
  const last = before?.map(totalOf);
  const sums = addCounts(months);
  const names = months.map((_, index) => `${index + 1}月`);
  return {
    figure: {
      id: 'months',
      title: '每月发布多少公告',
      finding: finding(months.map(totalOf), period, last),
      chart: {
        kind: 'columns',
        chart: toColumns({
          labels: names,
          series: categories.map((key) => ({ key, values: months.map((counts) => counts[key]) })),
          compare: last && { name: `${period.year - 1}年合计`, values: last },
        }),
        keys: categories.map((key) => ({
          key,
          name: CATEGORIES[key],
          cell: counted(sums[key], searchPath(period, { category: key })),
        })),
      },
      table: {
        unit: '份',
        head: ['月份', ...categories.map((category) => CATEGORIES[category]), '合计'],
        rows: [
          ...monthsOf(period).map((month, index) => [
            word(names[index]!),
            ...categories.map((category) =>
              counted(months[index]![category], categoryPath(category, month.slice(0, 4), month.slice(5))),
            ),
            counted(totalOf(months[index]!), searchOf(`${month}-01`, lastDayOf(month))),
          ]),
          [
            word('合计'),
            ...categories.map((category) => counted(sums[category], searchPath(period, { category }))),
            counted(totalOf(sums), searchPath(period)),
          ],
        ],
      },
      definition:
        '按第一次发布的时间（北京时间）数，一份公告数一次。更正、暂停、终止也是公告；撤回的也发布过，同样计入。',
    },
    lists: [],
  };
}

const monthCounts = (records: Known['records'], { year, toMonth }: Period): readonly Counts[] =>
  countMonths(
    records.map(({ row }) => row),
    year,
  ).slice(0, toMonth);

function finding(totals: readonly number[], { year }: Period, last: readonly number[] | undefined): string {
  const total = totals.reduce((a, b) => a + b, 0);
  const regularity = regularityOf(totals);
  if (!regularity) return `共发布 ${total} 份，数量太少，看不出各月的规律。`;
  const { perMonth, most, least } = regularity;
  const named = (months: readonly number[]): string =>
    months.length > 3 ? `${months.length} 个月` : `${months.join('、')}月`;
  const spread =
    most.count === least.count
      ? `每月都是 ${most.count} 份`
      : `平均每月 ${perMonth} 份；${named(most.months)}最多（${most.count} 份），${named(least.months)}最少（${least.count} 份）`;
  const before = last?.slice(0, totals.length).reduce((a, b) => a + b, 0) ?? 0;
  return `共发布 ${total} 份，${spread}。${before === 0 ? '' : compared(total, before, year - 1, totals.length)}`;
}

function compared(total: number, before: number, year: number, months: number): string {
  const span = months === 12 ? `${year}年` : `${year}年同期`;
  if (total === before) return `与${span}一样多。`;
  return `比${span}（${before} 份）${total > before ? '多' : '少'} ${Math.abs(total - before)} 份。`;
}
