import { CATEGORIES, categories } from '../../core/announcement/category.ts';
import type { Length } from '../../core/announcement/quantity.ts';
import { typesIn } from '../../core/announcement/schema.ts';
import { medianOf, toStrip } from '../../core/chart/strip.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { daysToBid } from '../../core/statistics/outcomes.ts';
import { announcementPath } from '../address.ts';
import { counted, plain, searchPath, word, type Told } from './figure.ts';

/** Fewer calls than this have no middle worth naming. */
const FEWEST = 5;

/** A chart of more rows than this is no longer seen at once. */
const MOST_ROWS = 6;

/** The least time that a rule leaves bidders. */
export interface Least {
  length: Length;
  /** The period that the rule counts, where it is not the one from the call to its deadline: 披露开始到披露结束. */
  span?: string;
  /** Whom the rule governs, where it leaves out others: 依法必须招标的. */
  whom?: string;
}

/** What the rules for an announcement leave bidders. */
export type LeastTime = (id: string) => readonly Least[];

interface Group {
  name: string;
  key: string;
  path: string;
  days: readonly number[];
  /** For the line of the chart: the one length from the call to its deadline, where all that are governed have one. */
  line: Length | undefined;
  /** For the table: every length with what it is of, and who is meant. */
  least: string;
  /** Ids of the calls with the fewest and with the most days. */
  shortest: string;
  longest: string;
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
                rows: drawn.map(({ name, key, days, line, least }) => ({
                  key,
                  label: `${name}（${days.length} 份）${line?.unit === 'working-days' ? `，法定不少于 ${least}` : ''}`,
                  values: days,
                  line: line?.unit === 'days' ? { at: line.count, label: `法定 ${least}` } : undefined,
                })),
              }),
            },
      table: {
        head: ['公告种类', '公告（份）', '最短（天）', '中位数（天）', '最长（天）', '法定不少于'],
        rows: groups.map(({ name, path, days, least, shortest, longest }) => [
          word(name),
          counted(days.length, path),
          { ...plain(Math.min(...days)), path: announcementPath(shortest) },
          plain(medianOf(days)),
          { ...plain(Math.max(...days)), path: announcementPath(longest) },
          word(least),
        ]),
      },
      definition:
        '从公告发布那天数到投标、响应或报名截止那天，发布当天不算；截止时间更正过的，按当时有效的数。法定期限取自本站的核验规则，从文件发出或者公告发布之日起算；规定的不是到截止那天的，括号里写明是哪一段。是否合乎规定，以每份公告页上的“法定期限核验”为准。',
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
      const sorted = own.toSorted((a, b) => a.days - b.days);
      return [
        {
          name: `${term}（${CATEGORIES[category]}）`,
          key: category,
          path: searchPath(known.period, { category, types: [id] }),
          days: own.map(({ days }) => days),
          line: lineOf(least),
          least: leastText(least),
          shortest: sorted[0]!.record.row.id,
          longest: sorted.at(-1)!.record.row.id,
        },
      ];
    }),
  );
}

/** The length to draw: where rules differ among the calls there is none. */
function lineOf(least: readonly (readonly Least[])[]): Length | undefined {
  const toDeadline = least.flat().filter(({ span }) => span === undefined);
  return new Set(toDeadline.map(({ length }) => lengthText(length))).size === 1
    ? toDeadline[0]!.length
    : undefined;
}

/** `20 日`; `20 日（依法必须招标的）` where the others are not governed; `20 个工作日（披露开始到披露结束）`. */
function leastText(least: readonly (readonly Least[])[]): string {
  const lengths = Map.groupBy(least.flat(), ({ length }) => lengthText(length));
  if (lengths.size === 0) return '没有统一规定';
  const isForAll = (text: string): boolean =>
    least.every((own) => own.some(({ length }) => lengthText(length) === text));
  return [...lengths]
    .map(([text, own]) => {
      const spans = [...new Set(own.flatMap(({ span }) => span ?? []))];
      const whom = isForAll(text) ? [] : [own.find((one) => one.whom !== undefined)?.whom ?? '其中一部分'];
      const remarks = [...spans, ...whom];
      return remarks.length === 0 ? text : `${text}（${remarks.join('，')}）`;
    })
    .join('；');
}

const lengthText = ({ count, unit }: Length): string => `${count} ${unit === 'days' ? '日' : '个工作日'}`;

function finding(largest: Group | undefined): string {
  if (!largest) return '写明截止时间的公告太少，看不出一般留多少时间。';
  const { name, days } = largest;
  return `${name}从发布到截止，中位数是 ${medianOf(days)} 天（${days.length} 份），最短 ${Math.min(...days)} 天，最长 ${Math.max(...days)} 天。`;
}
