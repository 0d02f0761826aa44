import { LOCAL_SUBJECTS, type LocalPeriod, type LocalSubject } from '../announcement/local-period.ts';
import type { Matter } from './matter.ts';
import { leadTime, notShorter, type Moment } from './outcome.ts';
import { disclosureStart } from './publicity.ts';
import type { Citation, Outcome, Rule } from './rule.ts';

/** What is cited until the place states its own source. */
const noNational = (article: string): Citation => ({
  instrument: '本地规定（content/site.yaml 的“地方期限”）',
  article,
  confidence: 'V',
});

/** Numbers that the nation leaves to the place, in the order of the categories. */
export const localRules: readonly Rule[] = [
  {
    code: 'D701',
    name: 'tender-plan-published-late',
    title: '招标计划比招标公告提前发布（天数由本地规定）',
    rows: ['ENG-PLAN-30D'],
    citation: noNational('招标计划提前'),
    inForce: { from: '2000-01-01' },
    appliesTo: {
      categories: ['construction'],
      types: ['tender-notice', 'tender-invitation', 'prequalification-notice'],
    },
    examples: {
      pass: {
        facts: { publishedAt: '2026-03-02T09:00:00+08:00' },
        parent: { type: 'tender-plan', facts: { publishedAt: '2026-01-12T09:00:00+08:00' } },
      },
      fail: {
        facts: { publishedAt: '2026-03-02T09:00:00+08:00' },
        parent: { type: 'tender-plan', facts: { publishedAt: '2026-02-12T09:00:00+08:00' } },
      },
    },
    check({ publishedAt }, { parent, ...matter }) {
      if (parent?.type !== 'tender-plan') return undefined;
      const from = { what: '招标计划发布日', on: parent.facts.publishedAt };
      const to = { what: '招标公告发布日', on: publishedAt, at: 'publishedAt' };
      return localPeriod('tender-plan', matter, from, to);
    },
  },
  {
    code: 'D702',
    name: 'collective-asset-disclosed-too-short',
    title: '农村集体资产出租、转让的公告期（天数由本地规定）',
    rows: ['RURAL-LEASE'],
    citation: noNational('农村集体资产公告期'),
    inForce: { from: '2000-01-01' },
    appliesTo: { categories: ['property'], types: ['asset-lease', 'asset-transfer'] },
    examples: localExamples('collective'),
    check: (facts, matter) =>
      facts.ownership === 'collective'
        ? localPeriod(
            matter.type === 'asset-lease' ? 'collective-lease' : 'collective-transfer',
            matter,
            disclosureStart(facts),
            {
              what: '披露结束',
              on: facts.disclosureUntil,
              at: 'disclosureUntil',
            },
          )
        : undefined,
  },
  {
    code: 'D703',
    name: 'administrative-asset-disclosed-too-short',
    title: '行政事业性国有资产出租、转让的公告期（天数由本地规定）',
    rows: ['ADM-ASSET'],
    citation: noNational('行政事业性国有资产公告期'),
    inForce: { from: '2000-01-01' },
    appliesTo: { categories: ['property'], types: ['asset-lease', 'asset-transfer'] },
    examples: localExamples('administrative'),
    check: (facts, matter) =>
      facts.ownership === 'administrative'
        ? localPeriod(
            matter.type === 'asset-lease' ? 'administrative-lease' : 'administrative-transfer',
            matter,
            disclosureStart(facts),
            { what: '披露结束', on: facts.disclosureUntil, at: 'disclosureUntil' },
          )
        : undefined,
  },
];

/** Local numbers by which the examples of these rules are run; a site states its own. */
export const EXAMPLE_LOCAL_PERIODS: readonly LocalPeriod[] = (
  Object.keys(LOCAL_SUBJECTS) as LocalSubject[]
).map((subject) => ({
  subject,
  length: subject === 'tender-plan' ? { count: 30, unit: 'days' } : { count: 10, unit: 'working-days' },
  instrument: '本地规定（示例）',
  verified: true,
}));

function localPeriod(
  subject: LocalSubject,
  { local, calendar }: Pick<Matter, 'local' | 'calendar'>,
  from: Moment,
  to: Moment,
): Outcome | undefined {
  const stated = local.find((one) => one.subject === subject);
  if (!stated) return undefined;
  const mend = (limit: string): string => `改为 ${limit} 或之后`;
  const outcome = (subject === 'tender-plan' ? leadTime : notShorter)(
    calendar,
    stated.length,
    from,
    to,
    mend,
  );
  return {
    ...outcome,
    message: outcome.message.replace('法定', '本地规定'),
    citation: citationOf(stated),
    title: LOCAL_SUBJECTS[subject],
  };
}

const citationOf = ({ instrument, article = '', verified }: LocalPeriod): Citation => ({
  instrument,
  article,
  confidence: verified ? 'V' : 'V2',
});

function localExamples(ownership: 'collective' | 'administrative') {
  const facts = {
    ownership,
    publishedAt: '2026-03-02T09:00:00+08:00',
    disclosureFrom: '2026-03-02',
  } as const;
  return {
    pass: { facts: { ...facts, disclosureUntil: '2026-03-17' } },
    fail: { facts: { ...facts, disclosureUntil: '2026-03-11' } },
  };
}
