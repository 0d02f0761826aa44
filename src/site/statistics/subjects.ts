import { CATEGORIES, categories } from '../../core/announcement/category.ts';
import { toBars } from '../../core/chart/bars.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { byType } from '../../core/statistics/published.ts';
import { counted, percentOf, searchPath, word, type Told } from './figure.ts';

/** Fewer announcements than this say nothing by their shares. */
const FEWEST = 10;

/** What the announcements are about, by category. */
export function byCategory({ period, records }: Known): Told {
  const groups = categories.map((category) => ({
    category,
    count: records.filter(({ row }) => row.category === category).length,
  }));
  const total = records.length;
  const [first, second] = groups.toSorted((a, b) => b.count - a.count);
  const isClear = total >= FEWEST && first!.count > second!.count;
  return {
    figure: {
      id: 'categories',
      title: '公告属于哪一类',
      finding: isClear
        ? `${CATEGORIES[first!.category]}最多，${first!.count} 份，占 ${percentOf(first!.count, total)}；其次是${CATEGORIES[second!.category]}，${second!.count} 份，占 ${percentOf(second!.count, total)}。`
        : `共 ${total} 份，各类相差不大或者数量太少，不作比较。`,
      chart: {
        kind: 'bars',
        chart: toBars({
          bars: groups.map(({ category, count }) => ({
            key: category,
            label: CATEGORIES[category],
            value: count,
            text: count === 0 ? '0 份' : `${count} 份，${percentOf(count, total)}`,
          })),
        }),
      },
      table: {
        head: ['类别', '公告（份）', '占全部'],
        rows: groups.map(({ category, count }) => [
          word(CATEGORIES[category]),
          counted(count, searchPath(period, { category })),
          word(percentOf(count, total)),
        ]),
      },
      definition: '每份公告只属于一类。更正、终止等公告算在原公告的类别里。',
    },
    lists: [],
  };
}

/** Types beyond these are drawn together; the table has them all. */
const MOST_BARS = 10;

/** What the announcements are about, by type. */
export function byKind(known: Known): Told {
  const { period } = known;
  const groups = byType(known);
  const total = known.records.length;
  const names = groups.map(({ category, term }) => `${term}（${CATEGORIES[category]}）`);
  const rest = groups.slice(MOST_BARS);
  const restCount = rest.reduce((sum, { records }) => sum + records.length, 0);
  const top = groups.slice(0, 3).reduce((sum, { records }) => sum + records.length, 0);
  const isClear =
    total >= FEWEST && groups.length > 3 && groups[0]!.records.length > groups[1]!.records.length;
  return {
    figure: {
      id: 'types',
      title: '公告是什么种类',
      finding: isClear
        ? `共 ${groups.length} 种，最多的是${names[0]!}，${groups[0]!.records.length} 份；前三种合计占 ${percentOf(top, total)}。`
        : `共 ${groups.length} 种，没有一种明显更多。`,
      chart: {
        kind: 'bars',
        chart: toBars({
          bars: [
            ...groups.slice(0, MOST_BARS).map(({ category, records }, index) => ({
              key: category,
              label: names[index]!,
              value: records.length,
              text: `${records.length} 份`,
            })),
            ...(rest.length === 0
              ? []
              : [
                  { key: 'rest', label: `其余 ${rest.length} 种`, value: restCount, text: `${restCount} 份` },
                ]),
          ],
        }),
      },
      table: {
        head: ['种类', '类别', '公告（份）', '占全部'],
        rows: groups.map(({ category, type, term, records }) => [
          word(term),
          word(CATEGORIES[category]),
          counted(records.length, searchPath(period, { category, types: [type] })),
          word(percentOf(records.length, total)),
        ]),
      },
      definition: '种类按法定的公告名称；同名的种类在不同类别里分开数。',
    },
    lists: [],
  };
}
