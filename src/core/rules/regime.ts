import type { Matter } from './matter.ts';
import { presumedMustTender } from './presumed.ts';
import type { Regime } from './rule.ts';

/** 依法必须进行招标的项目, as the call says, or as its money and size let one presume. */
export const mustTender: Regime = ({ call }) => {
  const stated = call?.facts.mustTender;
  if (stated !== undefined) return stated ? 'applies' : 'does-not-apply';
  const presumed = call && presumedMustTender(call.facts);
  if (presumed !== undefined) return { presumed, otherwise: '不属于的，在招标公告里写 依法必须招标: 否' };
  return { unknown: '公告没有写“依法必须招标”', ask: '在招标公告里写 依法必须招标: 是 或者 否' };
};

/** Whether a matter must be tendered, as it says or as may be presumed of it. */
export function isTenderedByDuty(matter: Matter): boolean {
  const regime = mustTender(matter);
  return regime === 'applies' || (typeof regime === 'object' && 'presumed' in regime);
}

/** Works procured by tender follow the law of tenders (政府采购法 第四条); everything else that of procurement. */
const isWorks = ({ call }: Matter): boolean | undefined =>
  call?.facts.procurementKind === undefined ? undefined : call.facts.procurementKind === 'works';

const emergency = ({ call }: Matter): ReturnType<Regime> =>
  call?.facts.emergency === true
    ? { unknown: '本项目按紧急采购组织，《紧急采购管理暂行办法》（财库〔2026〕12号）的期限还没有核对' }
    : 'applies';

/** Any procurement that is not an emergency. */
export const procurement: Regime = emergency;

/** Goods and services procured by tender. */
export const goodsOrServices: Regime = (matter) => {
  const works = isWorks(matter);
  if (works === true) return 'does-not-apply';
  if (works === false) return emergency(matter);
  return { unknown: '公告没有写“品目类别”', ask: '在采购公告里写 品目类别: 货物、服务 或者 工程' };
};

/** Procurement but works; of what is not told apart too, where the law of works asks the same. */
export const procurementButWorks: Regime = (matter) =>
  isWorks(matter) === true ? 'does-not-apply' : emergency(matter);

/** Construction tenders, and works that are procured by tender. */
export const tenderLaw: Regime = (matter) => {
  if (matter.category === 'construction') return 'applies';
  return isWorks(matter) === true ? 'applies' : 'does-not-apply';
};

/** As `tenderLaw`, where only projects that must be tendered are meant; procured works are such. */
export const mustTenderOrWorks: Regime = (matter) =>
  matter.category === 'construction' ? mustTender(matter) : tenderLaw(matter);

/** Whom a regime leaves, in words, where it leaves out some: 20 日（依法必须招标的）. */
export const governedBy = (regime: Regime | undefined): string | undefined =>
  regime === mustTenderOrWorks || regime === mustTender ? '依法必须招标的' : undefined;

/** Whoever is only given another time or place need not write anything anew. */
const TIME_AND_PLACE: ReadonlySet<string> = new Set([
  '投标截止',
  '申请截止',
  '响应截止',
  '异议截止',
  '质疑截止',
  '开标时间',
  '开标地点',
  '文件获取结束',
]);

/** A change that may bear on how bids are written. */
export const affectsBids: Regime = ({ facts, category }) => {
  if (facts.affectsBids !== undefined) return facts.affectsBids ? 'applies' : 'does-not-apply';
  const { corrections = [] } = facts;
  if (
    corrections.length > 0 &&
    corrections.every(({ field }) => field !== undefined && TIME_AND_PLACE.has(field))
  ) {
    return 'does-not-apply';
  }
  const label = category === 'construction' ? '影响投标文件编制' : '影响响应文件编制';
  return { unknown: `没有写“${label}”`, ask: `写上 ${label}: 是 或者 否` };
};

/** Assets of enterprises owned by the state. */
export const stateEnterprise: Regime = ({ facts, call, parent }) =>
  (facts.ownership ?? call?.facts.ownership ?? parent?.facts.ownership) === 'enterprise'
    ? 'applies'
    : 'does-not-apply';

/** Both must govern; what is unknown of the second counts only when the first governs. */
export const both =
  (first: Regime, second: Regime): Regime =>
  (matter) => {
    const one = first(matter);
    return one === 'applies' ? second(matter) : one;
  };
