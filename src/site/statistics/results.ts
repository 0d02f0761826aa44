import { CATEGORIES, categories, type Category } from '../../core/announcement/category.ts';
import { printMoney } from '../../core/announcement/money.ts';
import { medianOf, toStrip } from '../../core/chart/strip.ts';
import { printRoughly, printYuan } from '../../core/statistics/amount.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { outcomesIn, type Outcome } from '../../core/statistics/outcomes.ts';
import { announcementPath } from '../address.ts';
import { counted, listPath, sum, word, type Figure, type Told } from './figure.ts';

/** Fewer results than this have no middle worth naming. */
const FEWEST = 5;

/** What a price is held against: bought below a budget, sold above a starting price. */
const AGAINST: Readonly<Record<Category, string>> = {
  construction: '预算',
  procurement: '预算',
  land: '起始价',
  property: '底价',
  general: '预算',
};

/** Categories whose calls may name a price that no bid may exceed. */
const CAPPED: readonly Category[] = ['construction', 'procurement'];

/** Results of one category that are held against one amount. */
interface Group {
  id: string;
  key: Category;
  against: string;
  pairs: readonly Outcome[];
  againstFen: number;
  priceFen: number;
}

/** How much was saved in buying or gained in selling, by the results that a period published. */
export function results(known: Known): Told {
  const { results: all, budgeted, unsummed } = outcomesIn(known);
  const groups = groupsOf(
    categories,
    (key) => `results-${key}`,
    (key) => AGAINST[key],
    budgeted,
  );
  const { chart, lists } = drawn(groups);
  return {
    figure: {
      chart,
      id: 'results',
      title: '成交价与预算、起始价相差多少',
      finding:
        finding(groups, `公布的 ${all.length} 个结果中，${budgeted.length} 个能与预算、起始价对照`) +
        unsummedText(unsummed.length),
      table: tableOf(known, groups, '预算、起始价合计（元）'),
      definition:
        '数本年公布结果、公告里又同时有预算（起始价、底价）和成交价的；公告在上一年发布的也算。只含部分标段的结果、以单价（费率）成交的（按年、按面积计价的也是）不计入。中位数：一半项目比它高，一半比它低。',
    },
    lists,
  };
}

/** How far below the ceiling 最高限价 the prices were: what a bidder is held to, where a budget may be larger. */
export function ceilings(known: Known): Told {
  const { results: all, capped } = outcomesIn(known);
  const bought = all.filter(({ row }) => CAPPED.includes(row.category));
  const groups = groupsOf(
    CAPPED,
    (key) => `ceiling-${key}`,
    () => '最高限价',
    capped,
  );
  const { chart, lists } = drawn(groups);
  return {
    figure: {
      chart,
      id: 'ceilings',
      title: '中标价比最高限价低多少',
      finding: finding(
        groups,
        `公布的 ${bought.length} 个招标、采购结果中，${capped.length} 个能与最高限价对照`,
      ),
      table: tableOf(known, groups, '最高限价合计（元）'),
      definition:
        '数本年公布结果的招标和采购，公告或者结果里写明了最高限价、又有成交价的。只含部分标段的结果、以单价（费率）成交的不计入。',
    },
    lists,
  };
}

const groupsOf = (
  keys: readonly Category[],
  idOf: (key: Category) => string,
  againstOf: (key: Category) => string,
  all: readonly Outcome[],
): readonly Group[] =>
  keys
    .map((key): Group => {
      const pairs = all.filter(({ record }) => record.row.category === key);
      return {
        id: idOf(key),
        key,
        against: againstOf(key),
        pairs,
        againstFen: pairs.reduce((total, pair) => total + pair.againstFen, 0),
        priceFen: pairs.reduce((total, pair) => total + pair.priceFen, 0),
      };
    })
    .filter(({ pairs }) => pairs.length > 0);

const largeIn = (groups: readonly Group[]): readonly Group[] =>
  groups.filter(({ pairs }) => pairs.length >= FEWEST);

/** The picture of some groups, and the lists that their numbers lead to. */
function drawn(groups: readonly Group[]): { chart: Figure['chart']; lists: Told['lists'] } {
  const large = largeIn(groups);
  return {
    chart:
      large.length === 0
        ? undefined
        : {
            kind: 'strip',
            chart: toStrip({
              unit: '%',
              from: 80,
              to: 110,
              rows: large.map(({ key, against, pairs: own }) => ({
                key,
                label: `${CATEGORIES[key]}：成交价是${against}的百分之几（${own.length} 个）`,
                values: own.map(({ percent }) => percent),
                line: { at: 100, label: `${against} 100%` },
              })),
            }),
          },
    lists: groups.map(({ id, key, against, pairs: own }) => ({
      id,
      title: `${CATEGORIES[key]}：同时公布${against}与成交价的结果`,
      members: own.map(({ record, againstFen, priceFen, percent }) => ({
        title: record.row.title,
        path: announcementPath(record.row.id),
        note: `${against} ${printMoney(againstFen)} · 成交价 ${printMoney(priceFen)} · ${tenth(percent)}%`,
      })),
    })),
  };
}

const tableOf = ({ period: { year } }: Known, groups: readonly Group[], head: string): Figure['table'] => ({
  head: ['类别', '结果（个）', head, '成交价合计（元）', '成交价比它们（元）', '成交价占比的中位数'],
  rows: groups.map(({ id, key, pairs: own, againstFen, priceFen }) => [
    word(CATEGORIES[key]),
    counted(own.length, listPath(year, id)),
    sum(againstFen, listPath(year, id)),
    sum(priceFen, listPath(year, id)),
    word(difference(priceFen - againstFen, printYuan)),
    word(medianText(own)),
  ]),
});

/** Said where there are any, since they are missing from every sum. */
const unsummedText = (count: number): string =>
  count === 0 ? '' : `另有 ${count} 个以单价（费率）成交，不计入合计。`;

const tenth = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

const medianText = (pairs: readonly Outcome[]): string =>
  `${tenth(medianOf(pairs.map(({ percent }) => percent)))}%`;

function finding(all: readonly Group[], basis: string): string {
  const groups = largeIn(all);
  if (groups.length === 0) return `${basis}，太少，看不出一般的情形。`;
  const sentences = groups.map(({ key, against, pairs: own, againstFen, priceFen }) => {
    return `${CATEGORIES[key]}成交价的中位数是${against}的 ${medianText(own)}（${own.length} 个），合计${difference(priceFen - againstFen, printRoughly)}`;
  });
  return `${basis}：${sentences.join('；')}。`;
}

/** How much more or less was paid, in words: `少 62.64万元`. */
const difference = (moreFen: number, print: (fen: number) => string): string =>
  moreFen === 0 ? '相同' : `${moreFen < 0 ? '少' : '多'} ${print(Math.abs(moreFen))}`;
