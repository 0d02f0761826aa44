import { sumIn } from '../announcement/price.ts';
import { dayOf, printDate } from '../announcement/instant.ts';
import { workingDaysBetween } from '../calendar.ts';
import type { Facts, Matter } from './matter.ts';
import { fail, notShorter, pass } from './outcome.ts';
import { workingDays } from './period.ts';
import { disclosureStart, publicityStart } from './publicity.ts';
import { stateEnterprise } from './regime.ts';
import type { Citation, Outcome, Rule } from './rule.ts';

const order32 = (article: string, confidence: Citation['confidence'], quote?: string): Citation => ({
  instrument: '企业国有资产交易监督管理办法（国资委 财政部令第32号）',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence,
});

const since2016 = { from: '2016-06-24' };
const enterprise = { ownership: 'enterprise' } as const;
const opened = {
  ...enterprise,
  publishedAt: '2026-03-02T09:00:00+08:00',
  disclosureFrom: '2026-03-02',
} as const;

/** 国资委 财政部令第32号《企业国有资产交易监督管理办法》, rules in article order. */
export const propertyOrder32: readonly Rule[] = [
  {
    code: 'D501',
    name: 'transfer-disclosed-too-short',
    title: '产权转让正式披露不少于 20 个工作日',
    rows: ['SOE-TRANSFER-20WD'],
    citation: order32('第十三条', 'V2', '正式披露信息时间不得少于20个工作日'),
    inForce: since2016,
    firstDayAtMost: 'info',
    appliesTo: { categories: ['property'], types: ['property-transfer'], regime: stateEnterprise },
    examples: {
      pass: { facts: { ...opened, disclosureUntil: '2026-03-31' } },
      fail: { facts: { ...opened, disclosureUntil: '2026-03-26' } },
    },
    check: (facts, matter) => (isRepeated(facts) ? undefined : disclosed(facts, matter, 20)),
  },
  {
    code: 'D502',
    name: 'transfer-preview-missing-or-short',
    title: '导致控制权转移的先预披露，不少于 20 个工作日',
    rows: ['SOE-PREDISC-20WD'],
    citation: order32('第十三条', 'V2'),
    inForce: since2016,
    firstDayAtMost: 'info',
    appliesTo: {
      categories: ['property'],
      types: ['property-transfer-preview', 'property-transfer'],
      regime: stateEnterprise,
    },
    examples: {
      pass: { facts: { ...opened, control: true, disclosureUntil: '2026-03-31' } },
      fail: { facts: { ...opened, control: true, disclosureUntil: '2026-03-26' } },
    },
    check(facts, matter) {
      if (facts.control !== true) return undefined;
      if (matter.type === 'property-transfer-preview') return disclosed(facts, matter, 20);
      if (isRepeated(facts)) return undefined;
      if (matter.parent?.type === 'property-transfer-preview') return pass('control', '已经预披露');
      return fail('control', '导致控制权转移，没有关联预披露', '关联公告: 预披露的标识');
    },
  },
  {
    code: 'D503',
    name: 'repeated-disclosure-too-short',
    title: '只降价重新披露的，产权不少于 10 个、资产不少于 5 个工作日；改变其他条件的照首次',
    rows: ['SOE-REDISC'],
    citation: order32('第十八条、国资发产权规〔2022〕39号', 'M+'),
    inForce: since2016,
    appliesTo: {
      categories: ['property'],
      types: ['property-transfer', 'asset-transfer'],
      regime: stateEnterprise,
    },
    examples: {
      pass: { facts: { ...opened, firstDisclosedOn: '2025-10-09', disclosureUntil: '2026-03-31' } },
      fail: { facts: { ...opened, firstDisclosedOn: '2025-10-09', disclosureUntil: '2026-03-11' } },
    },
    check(facts, matter) {
      const days = isRepeated(facts) ? daysAgain(facts, matter.type) : undefined;
      if (!days) return undefined;
      const whole = disclosed(facts, matter, days.whole);
      const onlyPrice = disclosed(facts, matter, days.onlyPrice);
      if (whole.verdict === 'pass' || onlyPrice.verdict !== 'pass')
        return whole.verdict === 'pass' ? whole : onlyPrice;
      return {
        ...whole,
        verdict: 'unknown',
        message: `${onlyPrice.message}；只降低底价的够了，改变了其他条件的不够，无法判断`,
        help: '在正文里写明本次只降低底价，并用“例外”写明；改变了其他条件的，延长披露',
      };
    },
  },
  {
    code: 'D504',
    name: 'disclosure-older-than-twelve-months',
    title: '自首次正式披露超过 12 个月的重新审计、评估、披露',
    rows: ['SOE-12M'],
    citation: order32('第十九条', 'M+'),
    inForce: since2016,
    appliesTo: { categories: ['property'], types: ['property-transfer'], regime: stateEnterprise },
    examples: {
      pass: { facts: { ...opened, firstDisclosedOn: '2025-10-09' } },
      fail: { facts: { ...opened, firstDisclosedOn: '2025-01-09' } },
    },
    check({ firstDisclosedOn, publishedAt }) {
      if (firstDisclosedOn === undefined) return undefined;
      const until = Temporal.PlainDate.from(firstDisclosedOn).add({ months: 12 }).toString();
      if (dayOf(publishedAt!) <= until) return pass('firstDisclosedOn', '距首次披露不超过 12 个月');
      const message = `首次披露于${printDate(firstDisclosedOn)}，已经超过 12 个月`;
      return fail('firstDisclosedOn', message, '重新履行审计、评估和信息披露程序，“首次披露日期”不写');
    },
  },
  {
    code: 'D505',
    name: 'transfer-result-shown-too-short',
    title: '产权转让、增资的交易结果公告不少于 5 个工作日',
    rows: ['SOE-RESULT-5WD'],
    citation: order32('关于交易结果公告的规定（增资为第四十四条）', 'V2'),
    inForce: since2016,
    appliesTo: {
      categories: ['property'],
      types: ['property-transfer-result', 'capital-increase-result'],
      regime: stateEnterprise,
    },
    examples: {
      pass: {
        facts: { ...enterprise, publishedAt: '2026-03-16T09:00:00+08:00', publicityUntil: '2026-03-24' },
      },
      fail: {
        facts: { ...enterprise, publishedAt: '2026-03-16T09:00:00+08:00', publicityUntil: '2026-03-18' },
      },
    },
    check: (facts, { calendar }) =>
      notShorter(calendar, workingDays(5), publicityStart(facts), {
        what: '公告结束',
        on: facts.publicityUntil,
        at: 'publicityUntil',
      }),
  },
  {
    code: 'D506',
    name: 'capital-increase-disclosed-too-short',
    title: '增资正式披露不少于 20 个工作日，与预披露合计不少于 40 个工作日',
    rows: ['SOE-CAPITAL-40WD'],
    citation: order32('第三十九条、国资发产权规〔2022〕39号', 'V2'),
    inForce: { from: '2022-05-16' },
    appliesTo: { categories: ['property'], types: ['capital-increase'], regime: stateEnterprise },
    examples: {
      pass: { facts: { ...opened, disclosureUntil: '2026-04-30' } },
      fail: { facts: { ...opened, disclosureUntil: '2026-03-26' } },
    },
    check(facts, matter) {
      const { parent, calendar } = matter;
      const preview = parent?.type === 'capital-increase-preview' ? parent : undefined;
      const before = preview ? disclosed(preview.facts, preview, 1).period?.counted : 0;
      const formal = disclosed(facts, matter, 20);
      if (formal.verdict !== 'pass') return formal;
      if (before === 'unknown' || before === undefined)
        return { ...formal, verdict: 'unknown', message: '预披露的工作日数无法判断' };
      const both = disclosed(facts, matter, Math.max(1, 40 - before));
      if (both.verdict === 'pass') return formal;
      const together = before + Number(workingDaysBetween(calendar, both.period!.from, both.period!.to));
      return { ...both, message: `预披露和正式披露合计 ${together} 个工作日，少于 40 个工作日` };
    },
  },
  {
    code: 'D507',
    name: 'asset-disclosed-too-short',
    title: '底价高于 100 万元、低于 1000 万元的资产转让披露不少于 10 个工作日',
    rows: ['SOE-ASSET-10WD'],
    citation: order32('第五十条', 'V2'),
    inForce: since2016,
    firstDayAtMost: 'info',
    appliesTo: { categories: ['property'], types: ['asset-transfer'], regime: stateEnterprise },
    examples: {
      pass: { facts: { ...opened, basePriceFen: 268_000_000, disclosureUntil: '2026-03-17' } },
      fail: { facts: { ...opened, basePriceFen: 268_000_000, disclosureUntil: '2026-03-11' } },
    },
    check(facts, matter) {
      const base = sumIn(facts.basePriceFen);
      if (base === undefined || isRepeated(facts)) return undefined;
      return base > MILLION_YUAN && base < 10 * MILLION_YUAN ? disclosed(facts, matter, 10) : undefined;
    },
  },
  {
    code: 'D508',
    name: 'large-asset-disclosed-too-short',
    title: '底价高于 1000 万元的资产转让披露不少于 20 个工作日',
    rows: ['SOE-ASSET-20WD'],
    citation: order32('第五十条', 'V2'),
    inForce: since2016,
    firstDayAtMost: 'info',
    appliesTo: { categories: ['property'], types: ['asset-transfer'], regime: stateEnterprise },
    examples: {
      pass: { facts: { ...opened, basePriceFen: 1_286_000_000, disclosureUntil: '2026-03-31' } },
      fail: { facts: { ...opened, basePriceFen: 1_286_000_000, disclosureUntil: '2026-03-26' } },
    },
    check(facts, matter) {
      const base = sumIn(facts.basePriceFen);
      if (base === undefined || isRepeated(facts)) return undefined;
      if (base < 10 * MILLION_YUAN) return undefined;
      const outcome = disclosed(facts, matter, 20);
      return base > 10 * MILLION_YUAN || outcome.verdict === 'pass' ? outcome : atTenMillion(outcome);
    },
  },
];

/** The article asks ten days of less than ten million and twenty of more; of just that it says nothing. */
const atTenMillion = ({ at }: Outcome): Outcome => ({
  verdict: 'unknown',
  at,
  message: '底价正好 1000 万元，条文只写了低于的不少于 10 个工作日、高于的不少于 20 个工作日，无法判断',
  help: '披露 20 个工作日，怎样理解都够',
});

const MILLION_YUAN = 100_000_000;

/** Whether it was disclosed before and is disclosed again. */
const isRepeated = ({ retender, firstDisclosedOn }: Facts): boolean =>
  retender === true || firstDisclosedOn !== undefined;

/** Working days of another disclosure: of a company's shares, or of an asset, whose first one hangs on its price. */
function daysAgain({ basePriceFen }: Facts, type: string): { whole: number; onlyPrice: number } | undefined {
  if (type === 'property-transfer') return { whole: 20, onlyPrice: 10 };
  const base = sumIn(basePriceFen);
  if (base === undefined || base <= MILLION_YUAN) return undefined;
  return { whole: base > 10 * MILLION_YUAN ? 20 : 10, onlyPrice: 5 };
}

const disclosed = (facts: Facts, { calendar }: Pick<Matter, 'calendar'>, count: number): Outcome =>
  notShorter(calendar, workingDays(count), disclosureStart(facts), {
    what: '披露结束',
    on: facts.disclosureUntil,
    at: 'disclosureUntil',
  });
