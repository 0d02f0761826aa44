import { CATEGORIES, categories, type Category } from '../../core/announcement/category.ts';
import { printMoney } from '../../core/announcement/money.ts';
import { medianOf, toStrip } from '../../core/chart/strip.ts';
import { printRoughly, printYuan } from '../../core/statistics/amount.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { outcomesIn, type Outcome } from '../../core/statistics/outcomes.ts';
import { announcementPath } from '../address.ts';
import { counted, listPath, sum, word, type Told } from './figure.ts';

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

interface Group {
  category: Category;
  pairs: readonly Outcome[];
  amountFen: number;
  priceFen: number;
}

/** How much was saved in buying or gained in selling, by the results that a period published. */
export function results(known: Known): Told {
  const { year } = known.period;
  const { results: all, pairs, unsummed } = outcomesIn(known);
  const groups = categories
    .map((category): Group => {
      const own = pairs.filter(({ record }) => record.row.category === category);
      return {
        category,
        pairs: own,
        amountFen: own.reduce((all, pair) => all + pair.amountFen, 0),
        priceFen: own.reduce((all, pair) => all + pair.priceFen, 0),
      };
    })
    .filter((group) => group.pairs.length > 0);
  const large = groups.filter((group) => group.pairs.length >= FEWEST);
  return {
    figure: {
      id: 'results',
      title: '成交价与预算、起始价相差多少',
      finding: finding(large, pairs.length, all.length) + unsummedText(unsummed.length),
      chart:
        large.length === 0
          ? undefined
          : {
              kind: 'strip',
              chart: toStrip({
                unit: '%',
                from: 80,
                to: 110,
                rows: large.map(({ category, pairs: own }) => ({
                  key: category,
                  label: `${CATEGORIES[category]}：成交价是${AGAINST[category]}的百分之几（${own.length} 个）`,
                  values: own.map(({ percent }) => percent),
                  line: { at: 100, label: `${AGAINST[category]} 100%` },
                })),
              }),
            },
      table: {
        head: [
          '类别',
          '结果（个）',
          '预算、起始价合计（元）',
          '成交价合计（元）',
          '成交价比它们（元）',
          '成交价占比的中位数',
        ],
        rows: groups.map(({ category, pairs: own, amountFen, priceFen }) => [
          word(CATEGORIES[category]),
          counted(own.length, listPath(year, `results-${category}`)),
          sum(amountFen),
          sum(priceFen),
          word(difference(priceFen - amountFen, printYuan)),
          word(medianText(own)),
        ]),
      },
      definition:
        '数本年公布结果、公告里又同时有预算（起始价、底价）和成交价的；公告在上一年发布的也算。只含部分标段的结果、以单价（费率）成交的（按年、按面积计价的也是）不计入。中位数：一半项目比它高，一半比它低。',
    },
    lists: groups.map(({ category, pairs: own }) => ({
      id: `results-${category}`,
      title: `${CATEGORIES[category]}：同时公布${AGAINST[category]}与成交价的结果`,
      members: own.map(({ record, amountFen, priceFen, percent }) => ({
        title: record.row.title,
        path: announcementPath(record.row.id),
        note: `${AGAINST[category]} ${printMoney(amountFen)} · 成交价 ${printMoney(priceFen)} · ${tenth(percent)}%`,
      })),
    })),
  };
}

/** Said where there are any, since they are missing from every sum. */
const unsummedText = (count: number): string =>
  count === 0 ? '' : `另有 ${count} 个以单价（费率）成交，不计入合计。`;

const tenth = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

const medianText = (pairs: readonly Outcome[]): string =>
  `${tenth(medianOf(pairs.map(({ percent }) => percent)))}%`;

function finding(groups: readonly Group[], pairs: number, all: number): string {
  const basis = `公布的 ${all} 个结果中，${pairs} 个能与预算、起始价对照`;
  if (groups.length === 0) return `${basis}，太少，看不出一般的情形。`;
  const sentences = groups.map(({ category, pairs: own, amountFen, priceFen }) => {
    return `${CATEGORIES[category]}成交价的中位数是${AGAINST[category]}的 ${medianText(own)}（${own.length} 个），合计${difference(priceFen - amountFen, printRoughly)}`;
  });
  return `${basis}：${sentences.join('；')}。`;
}

/** How much more or less was paid, in words: `少 62.64万元`. */
const difference = (moreFen: number, print: (fen: number) => string): string =>
  moreFen === 0 ? '相同' : `${moreFen < 0 ? '少' : '多'} ${print(Math.abs(moreFen))}`;
