import { CATEGORIES } from '../../core/announcement/category.ts';
import { printMoney } from '../../core/announcement/money.ts';
import { toBars } from '../../core/chart/bars.ts';
import { printRoughly } from '../../core/statistics/amount.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { bandsOf, begunIn, type BegunProject } from '../../core/statistics/projects.ts';
import { announcementPath, projectPath } from '../address.ts';
import { counted, listPath, percentOf, sum, word, type MemberList, type Told } from './figure.ts';

/** A distribution of fewer projects than this is none. */
const FEWEST = 5;

/** From this class on a project counts as large, 5,000 万元. */
const LARGE = ['under-10000', 'over-10000'];

/** How big the projects are that were begun in a period. */
export function amounts(known: Known): Told {
  const { year } = known.period;
  const projects = begunIn(known);
  const bands = bandsOf(projects);
  const priced = projects.filter(({ amountFen }) => amountFen !== undefined);
  const unpriced = projects.filter(({ amountFen }) => amountFen === undefined);
  const sumFen = bands.reduce((all, band) => all + band.sumFen, 0);
  const large = bands.filter(({ id }) => LARGE.includes(id));
  const largeCount = large.reduce((all, band) => all + band.projects.length, 0);
  const largeFen = large.reduce((all, band) => all + band.sumFen, 0);
  const has = `开始的 ${projects.length} 个项目中，${priced.length} 个写明了总金额`;
  return {
    figure: {
      id: 'amounts',
      title: '项目有多大',
      finding:
        priced.length < FEWEST
          ? `${has}，太少，看不出分布。`
          : `${has}，合计 ${printRoughly(sumFen)}；5000万元以上的 ${largeCount} 个，占金额的 ${percentOf(largeFen, sumFen)}。`,
      chart:
        priced.length < FEWEST
          ? undefined
          : {
              kind: 'bars',
              chart: toBars({
                bars: bands.map((band) => ({
                  label: band.label,
                  value: band.projects.length,
                  text:
                    band.projects.length === 0
                      ? '0 个'
                      : `${band.projects.length} 个，${printRoughly(band.sumFen)}`,
                })),
              }),
            },
      table: {
        head: ['金额', '项目（个）', '合计（元）'],
        rows: [
          ...bands.map((band) => [
            word(band.label),
            counted(band.projects.length, listPath(year, band.id)),
            sum(band.sumFen, listPath(year, band.id)),
          ]),
          [word('没有写明总金额'), counted(unpriced.length, listPath(year, 'no-amount')), word('—')],
        ],
      },
      definition:
        '数项目，不数公告：同一项目编号只数一次，更正、重新招标不另算；按首份招标、采购、出让或转让公告里的预算、起始价或底价，更正过的按当时有效的数。按年、按月或按面积计价的（例如租金）不是总金额，不计入。',
    },
    lists: [
      ...bands.map((band) => projectList(band.id, `${band.label}的项目`, band.projects)),
      projectList('no-amount', '没有写明总金额的项目', unpriced),
    ],
  };
}

/** Projects under the title of their first call, each leading to its page. */
export const projectList = (id: string, title: string, projects: readonly BegunProject[]): MemberList => ({
  id,
  title,
  members: projects.map(({ category, calls, amountFen }) => {
    const { row } = calls[0]!;
    const amount = amountFen === undefined ? [] : [printMoney(amountFen)];
    return {
      title: row.title,
      path: row.projectCode === undefined ? announcementPath(row.id) : projectPath(row.projectCode),
      note: [CATEGORIES[category], row.publishedAt.slice(0, 10), ...amount].join(' · '),
    };
  }),
});
