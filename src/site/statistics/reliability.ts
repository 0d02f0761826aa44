import { CATEGORIES } from '../../core/announcement/category.ts';
import { toBars } from '../../core/chart/bars.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { begunIn, calledAgainIn, fatesOf } from '../../core/statistics/projects.ts';
import { announcementPath } from '../address.ts';
import { counted, listPath, percentOf, word, type Told } from './figure.ts';
import { projectList } from './money.ts';

/** Shares of fewer projects than this would jump with every one. */
const FEWEST = 10;

/** How often what was announced was changed, ended without a result, or announced again. */
export function reliability(known: Known): Told {
  const { year } = known.period;
  const projects = begunIn(known);
  const { corrected, ended } = fatesOf(projects);
  const again = calledAgainIn(known);
  const shares = [
    { id: 'corrected', label: '作过更正', own: corrected.length },
    { id: 'ended', label: '终止或者流标', own: ended.length },
  ];
  const all = projects.length;
  const counts = shares.map(
    ({ label, own }) => `${own} 个${label}${all < FEWEST ? '' : `（${percentOf(own, all)}）`}`,
  );
  return {
    figure: {
      id: 'reliability',
      title: '公告有多可靠',
      finding:
        all === 0
          ? '没有新开始的项目。'
          : `开始的 ${all} 个项目中，${counts.join('，')}；${again.length === 0 ? '没有' : `另有 ${again.length} 份`}重新招标的公告。`,
      chart:
        all < FEWEST
          ? undefined
          : {
              kind: 'bars',
              chart: toBars({
                whole: all,
                bars: shares.map(({ label, own }) => ({
                  label,
                  value: own,
                  text: `${percentOf(own, all)}（${own} / ${all}）`,
                })),
              }),
            },
      table: {
        head: ['情形', '个数', '占开始的项目'],
        rows: [
          ...shares.map(({ id, label, own }) => [
            word(label),
            counted(own, listPath(year, id)),
            word(all === 0 ? '—' : percentOf(own, all)),
          ]),
          [word('重新招标的公告'), counted(again.length, listPath(year, 'again')), word('—')],
        ],
      },
      definition:
        '数本年开始的项目（首份招标、采购、出让或转让公告在本年发布）截至统计之日的情形；以后的更正和终止不改动这里的数。',
    },
    lists: [
      projectList('corrected', '作过更正的项目', corrected),
      projectList('ended', '终止或者流标的项目', ended),
      {
        id: 'again',
        title: '重新招标的公告',
        members: again.map(({ row }) => ({
          title: row.title,
          path: announcementPath(row.id),
          note: `${CATEGORIES[row.category]} · ${row.publishedAt.slice(0, 10)}`,
        })),
      },
    ],
  };
}
