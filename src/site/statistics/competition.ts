import { toBars } from '../../core/chart/bars.ts';
import { medianOf } from '../../core/chart/strip.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { participationIn } from '../../core/statistics/outcomes.ts';
import { announcementPath } from '../address.ts';
import { counted, listPath, percentOf, word, type Told } from './figure.ts';

const FEWEST = 5;

const GROUPS = [
  { id: 'bidders-0', label: '没有人参加', from: 0, to: 0 },
  { id: 'bidders-1', label: '1 家', from: 1, to: 1 },
  { id: 'bidders-2', label: '2 家', from: 2, to: 2 },
  { id: 'bidders-3', label: '3 家', from: 3, to: 3 },
  { id: 'bidders-4', label: '4 至 6 家', from: 4, to: 6 },
  { id: 'bidders-7', label: '7 家及以上', from: 7, to: Infinity },
] as const;

/** How many took part. Only failures must state it, so a year in which few others do would look worse than it was. */
export function competition(known: Known): Told {
  const { year } = known.period;
  const { ended, stated } = participationIn(known);
  const isEnough = stated.length >= FEWEST && stated.length * 2 >= ended.length;
  const groups = GROUPS.map((group) => ({
    ...group,
    own: stated.filter(({ bidders }) => bidders >= group.from && bidders <= group.to),
  }));
  const single = groups[1]!.own.length;
  const has = `有了结果或者流标的 ${ended.length} 次交易中，写明参加家数的有 ${stated.length} 次`;
  return {
    figure: {
      id: 'competition',
      title: '有多少家参加',
      finding: isEnough
        ? `${has}：一般（中位数）${medianOf(stated.map(({ bidders }) => bidders))} 家；只有 1 家的占 ${percentOf(single, stated.length)}。`
        : `${has}，不足以说明竞争的情况，所以不画图。`,
      chart: isEnough
        ? {
            kind: 'bars',
            chart: toBars({
              bars: groups.map(({ label, own }) => ({ label, value: own.length, text: `${own.length} 次` })),
            }),
          }
        : undefined,
      table: {
        head: ['参加家数', '交易（次）'],
        rows: groups.map(({ id, label, own }) => [word(label), counted(own.length, listPath(year, id))]),
      },
      definition:
        '一份招标、采购、出让或转让公告算一次，数本年公布结果或流标的；家数取开标记录、结果和流标公告里写明的投标人（意向方）数量，没有写的不猜。写明的不到一半时不画图：流标公告总要写家数，别的可以不写，只看写了的会偏。',
    },
    lists: groups.map(({ id, label, own }) => ({
      id,
      title: `参加家数：${label}`,
      members: own.map(({ call: { row }, bidders }) => ({
        title: row.title,
        path: announcementPath(row.id),
        note: `${row.typeTerm} · ${row.publishedAt.slice(0, 10)} · ${bidders} 家`,
      })),
    })),
  };
}
