import type { Known } from '../../core/statistics/chronicle.ts';
import { toBars } from '../../core/chart/bars.ts';
import { printRoughly } from '../../core/statistics/amount.ts';
import { begunIn, type BegunProject } from '../../core/statistics/projects.ts';
import { counted, listPath, percentOf, sum, word, type Told } from './figure.ts';
import { projectList } from './money.ts';

/** Shares of fewer projects than this would jump with every one. */
const FEWEST = 10;

const GROUPS = [
  { id: 'sme-only', label: '专门面向中小企业', is: true },
  { id: 'sme-not', label: '不专门面向中小企业', is: false },
  { id: 'sme-unsaid', label: '没有写明', is: undefined },
] as const;

/** How much of what is procured is set aside for small and medium-sized firms. */
export function smallFirms(known: Known): Told {
  const { year } = known.period;
  const projects = begunIn(known).filter(({ category }) => category === 'procurement');
  const groups = GROUPS.map((group) => {
    const own = projects.filter((project) => isSmeOnly(project) === group.is);
    return { ...group, own, fen: own.reduce((all, { amountFen = 0 }) => all + amountFen, 0) };
  });
  const [only, not] = groups;
  const stated = only!.own.length + not!.own.length;
  const isEnough = stated >= FEWEST && stated * 2 >= projects.length;
  const has = `开始的 ${projects.length} 个采购项目中，${stated} 个写明是否专门面向中小企业`;
  return {
    figure: {
      id: 'small-firms',
      title: '专门面向中小企业的采购有多少',
      finding: !isEnough
        ? `${has}，太少，不算比例。`
        : `${has}；专门面向的 ${only!.own.length} 个，占 ${percentOf(only!.own.length, stated)}，预算 ${printRoughly(only!.fen)}，占 ${percentOf(only!.fen, Math.max(1, only!.fen + not!.fen))}。`,
      chart: isEnough
        ? {
            kind: 'bars',
            chart: toBars({
              whole: projects.length,
              bars: groups.map(({ label, own }) => ({ label, value: own.length, text: `${own.length} 个` })),
            }),
          }
        : undefined,
      table: {
        head: ['是否专门面向', '项目（个）', '预算合计（元）'],
        rows: groups.map(({ id, label, own, fen }) => [
          word(label),
          counted(own.length, listPath(year, id)),
          sum(fen, listPath(year, id)),
        ]),
      },
      definition:
        '数本年开始的政府采购项目，看首份采购公告里的“专门面向中小企业”。给中小企业价格扣除、预留一部分的，公告写“否”，不算专门面向。没有写总预算的项目只计个数。',
    },
    lists: groups.map(({ id, label, own }) => projectList(id, `政府采购：${label}的项目`, own)),
  };
}

/** Whether all of a project is set aside; nothing where none of its calls says it. */
function isSmeOnly({ calls }: BegunProject): boolean | undefined {
  const said = calls.flatMap(({ row }) => row.smeOnly ?? []);
  return said.length === 0 ? undefined : said.every(Boolean);
}
