import type { Edition } from '../core/edition.ts';
import { formOf, typeOf } from '../core/announcement/schema.ts';
import { codeOf, type Severity } from '../core/diagnostic.ts';
import { exampleMatter } from '../core/rules/example.ts';
import { REVIEWED_ON, rules, termsOf } from '../core/rules/list.ts';
import { callOf, type Matter } from '../core/rules/matter.ts';
import { notChecked } from '../core/rules/not-checked.ts';
import { judge, severityOfRule, type Confidence, type Rule } from '../core/rules/rule.ts';
import { CATEGORIES } from '../core/announcement/category.ts';
import { printDate } from '../core/announcement/instant.ts';
import { figuresOf, rulePath, VERDICT } from './statutory.ts';

/** How well the text of the law is known, in words for readers. */
const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  V: '已核对条文全文',
  'V*': '已核对一处全文，待另一处印证',
  V1: '有一处逐字引用，未核对全文',
  V2: '多处引用一致，未核对全文',
  'M+': '依据待核（把握较大）',
  M: '依据待核',
  'M-': '依据待核（把握较小）',
};

const LOUDNESS: Readonly<Record<Severity, string>> = {
  error: '不符合的不能发布',
  warning: '不符合的提醒经办人',
  info: '不符合的只作说明',
};

interface RuleLine {
  code: string;
  href: string;
  title: string;
  article: string;
  confidence: string;
}

interface RuleExample {
  facts: readonly { label: string; text: string }[];
  verdict: string;
  figures: string;
}

/** All that a rule's page shows. */
interface RulePage extends RuleLine {
  path: string;
  name: string;
  instrument: string;
  quote: string | undefined;
  why: string;
  loudness: string;
  inForce: string;
  categories: readonly string[];
  types: readonly string[];
  pass: RuleExample;
  fail: RuleExample;
}

export const reviewedOn = printDate(REVIEWED_ON);

export const ruleCodes: readonly string[] = rules.map(({ code }) => code);

/** All rules under the instruments that they come from. */
export const instruments = (
  edition: Edition,
): readonly { instrument: string; rules: readonly RuleLine[] }[] =>
  [...Map.groupBy(rules, ({ citation }) => citation.instrument)].map(([instrument, members]) => ({
    instrument,
    rules: members.map((one) => lineOf(edition, one)),
  }));

/** Requirements that are known and not checked, with the reason. */
export const unchecked = (): readonly { id: string; reason: string }[] =>
  Object.entries(notChecked).map(([id, reason]) => ({ id, reason }));

/** Gathers the page of a rule. */
export function rulePage(edition: Edition, code: string): RulePage {
  const rule = rules.find((one) => one.code === code)!;
  const { citation, inForce, appliesTo, name } = rule;
  return {
    ...lineOf(edition, rule),
    path: rulePath(code),
    name,
    instrument: citation.instrument,
    quote: citation.quote,
    why: codeOf(code).why,
    loudness: LOUDNESS[severityOfRule(rule)],
    inForce: `${printDate(inForce.from)}起${inForce.to === undefined ? '' : `，至${printDate(inForce.to)}`}`,
    categories: appliesTo.categories.map((category) => CATEGORIES[category]),
    types: termsOf(rule),
    pass: exampleOf(edition, rule, 'pass'),
    fail: exampleOf(edition, rule, 'fail'),
  };
}

const lineOf = (edition: Edition, { code, title, citation }: Rule): RuleLine => ({
  code,
  href: edition.address(rulePath(code)),
  title,
  article: citation.article,
  confidence: CONFIDENCE[citation.confidence],
});

/** An example is judged by the rule itself, so that it cannot say what the rule does not. */
function exampleOf(edition: Edition, rule: Rule, which: 'pass' | 'fail'): RuleExample {
  const matter = exampleMatter(rule, rule.examples[which], edition.calendar);
  const [judgement] = judge([rule], matter);
  if (!judgement) throw new Error(`the example “${which}” of ${rule.code} is not governed by its rule`);
  const shown = callOf(matter) === matter ? [matter] : [matter, ...ancestors(matter)];
  const facts = shown.flatMap((one) => factsOf(one, one === matter ? rule.examples[which].facts : one.facts));
  return { facts, verdict: VERDICT[judgement.outcome.verdict], figures: figuresOf(judgement.outcome) };
}

const ancestors = ({ parent }: Matter): readonly Matter[] => (parent ? [parent, ...ancestors(parent)] : []);

/** Fields as a clerk writes them; of an announcement that it rests on, under that one's name. */
function factsOf(
  { id, category, type, facts: all }: Matter,
  facts: Matter['facts'],
): { label: string; text: string }[] {
  const spec = typeOf(category, type);
  const values = facts as Readonly<Record<string, unknown>>;
  const whose = id === 'example' ? '' : `${spec.term}的`;
  return formOf(spec)
    .filter(
      ({ key }) =>
        values[key] !== undefined &&
        !(id !== 'example' && key === 'publishedAt' && all.publishedAt === undefined),
    )
    .map((field) => ({
      label: `${whose}${field.label}`,
      text: field.kind
        ? field.kind.print(values[field.key])
        : listText(values[field.key] as readonly object[], field.fields ?? []),
    }));
}

const listText = (
  records: readonly object[],
  fields: NonNullable<ReturnType<typeof formOf>[number]['fields']>,
): string =>
  records
    .map((record) =>
      fields
        .filter(({ key }) => (record as Record<string, unknown>)[key] !== undefined)
        .map(({ label, kind, key }) => `${label} ${kind!.print((record as Record<string, unknown>)[key])}`)
        .join('，'),
    )
    .join('；');
