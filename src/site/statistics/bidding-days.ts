import { CATEGORIES, categories } from '../../core/announcement/category.ts';
import type { Length } from '../../core/announcement/quantity.ts';
import { typesIn } from '../../core/announcement/schema.ts';
import { medianOf, toStrip } from '../../core/chart/strip.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { daysToBid } from '../../core/statistics/outcomes.ts';
import { counted, searchPath, word, type Told } from './figure.ts';

/** Fewer calls than this have no middle worth naming. */
const FEWEST = 5;

/** A chart of more rows than this is no longer seen at once. */
const MOST_ROWS = 6;

/** The least time that the law leaves between the call and its deadline, if a rule for this announcement says so. */
export type LeastTime = (id: string) => Length | undefined;

interface Group {
  name: string;
  key: string;
  path: string;
  days: readonly number[];
  least: Length | undefined;
}

/** How much time bidders had. */
export function biddingDays(known: Known, leastTime: LeastTime): Told {
  const groups = groupsOf(known, leastTime);
  const drawn = groups
    .filter(({ days }) => days.length >= FEWEST)
    .toSorted((a, b) => b.days.length - a.days.length)
    .slice(0, MOST_ROWS);
  return {
    figure: {
      id: 'bidding-days',
      title: '留给投标、报名的时间有多长',
      finding: finding(drawn[0]),
      chart:
        drawn.length === 0
          ? undefined
          : {
              kind: 'strip',
              chart: toStrip({
                unit: '天',
                from: 0,
                to: 40,
                rows: drawn.map(({ name, key, days, least }) => ({
                  key,
                  label: `${name}（${days.length} 份）${least?.unit === 'working-days' ? `，法定不少于 ${lengthText(least)}` : ''}`,
                  values: days,
                  line:
                    least?.unit === 'days' ? { at: least.count, label: `法定 ${least.count} 日` } : undefined,
                })),
              }),
            },
      table: {
        head: ['公告种类', '公告（份）', '最短（天）', '中位数（天）', '最长（天）', '法定不少于'],
        rows: groups.map(({ name, path, days, least }) => [
          word(name),
          counted(days.length, path),
          word(String(Math.min(...days))),
          word(String(medianOf(days))),
          word(String(Math.max(...days))),
          word(least ? lengthText(least) : '没有统一规定'),
        ]),
      },
      definition:
        '从公告发布那天数到投标、响应或报名截止那天，发布当天不算；截止时间更正过的，按当时有效的数。法定期限从文件发出之日起算，取自本站的核验规则；是否合乎规定，以每份公告页上的“法定期限核验”为准。',
    },
    lists: [],
  };
}

function groupsOf(known: Known, leastTime: LeastTime): readonly Group[] {
  const calls = daysToBid(known);
  return categories.flatMap((category) =>
    typesIn(category).flatMap(({ id, term }) => {
      const own = calls.filter(({ record: { row } }) => row.category === category && row.type === id);
      if (own.length === 0) return [];
      const least = own.map(({ record }) => leastTime(record.row.id));
      const isOne = new Set(least.map((length) => length && lengthText(length))).size === 1;
      return [
        {
          name: `${term}（${CATEGORIES[category]}）`,
          key: category,
          path: searchPath(known.period, { category, types: [id] }),
          days: own.map(({ days }) => days),
          least: isOne ? least[0] : undefined,
        },
      ];
    }),
  );
}

const lengthText = ({ count, unit }: Length): string => `${count} ${unit === 'days' ? '日' : '个工作日'}`;

function finding(largest: Group | undefined): string {
  if (!largest) return '写明截止时间的公告太少，看不出一般留多少时间。';
  const { name, days } = largest;
  return `${name}从发布到截止，中位数是 ${medianOf(days)} 天（${days.length} 份），最短 ${Math.min(...days)} 天，最长 ${Math.max(...days)} 天。`;
}
