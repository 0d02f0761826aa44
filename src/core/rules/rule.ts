import type { Length } from '../announcement/quantity.ts';
import type { Category } from '../announcement/category.ts';
import { dayOf, type PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import type { Finding, Severity } from '../diagnostic.ts';
import type { Facts, Matter } from './matter.ts';
import type { Doubt, Verdict } from './period.ts';

/**
 * How well the text of the law is known: V read word for word in two places or more; V* in full in one copy; V1 word
 * for word in one place, the rest unread; V2 quoted alike in several independent places; M from memory. It limits how
 * loudly a rule may speak.
 */
export type Confidence = 'V' | 'V*' | 'V1' | 'V2' | 'M+' | 'M' | 'M-';

export interface Citation {
  /** Full name of the instrument, with its document number where it has one. */
  instrument: string;
  article: string;
  /** Words of the article, where they are known. */
  quote?: string;
  confidence: Confidence;
}

/** One requirement of the law: data first, then one short check. */
export interface Rule {
  /** Permanent; the list of all codes is in `diagnostic.ts`. */
  code: string;
  /** As permanent as the code. */
  name: string;
  /** What is asked, as a heading. */
  title: string;
  /** Ids of the rows of docs/register.md that it checks. */
  rows: readonly string[];
  citation: Citation;
  /** Held against the day on which the period starts, or else the day of publication. `to` is the last day. */
  inForce: { from: PlainDate; to?: PlainDate };
  appliesTo: { categories: readonly Category[]; types: readonly string[]; regime?: Regime };
  /** Loudest severity, where confidence would allow more. */
  atMost?: Severity;
  /** Loudest severity where it hangs on whether the first day counts; `warning` when absent. */
  firstDayAtMost?: Severity;
  /** Whether it asks what an announcement says at all, so that the words of its attachments count too. */
  asksContents?: true;
  /** Both are run by the tests and printed on the rule's page. */
  examples: { pass: Example; fail: Example };
  check(facts: Facts, matter: Matter): Outcome | undefined;
}

/** An announcement cut down to the fields that a rule looks at, with the one it belongs to. */
export interface Example {
  /** The first of `appliesTo.types` when absent. */
  type?: string;
  facts: Facts;
  body?: string;
  parent?: { type: string; facts: Facts; parent?: { type: string; facts: Facts } };
}

/** Whether a rule governs this matter; `unknown` names what the announcement does not say. */
export type Regime = (matter: Matter) => 'applies' | 'does-not-apply' | Presumed | Unknown;

/** What the announcement lets one presume without saying it; a breach is at most a warning. */
interface Presumed {
  presumed: string;
  /** What the clerk could write where it is not so. */
  otherwise: string;
}

interface Unknown {
  unknown: string;
  /** What the clerk could write. Without it nobody can help, and the page alone says that it cannot be told. */
  ask?: string;
}

/** What a rule found of one announcement. */
export interface Outcome {
  verdict: Verdict;
  /** English key of the guilty field. */
  at: string;
  /** The fault, or of a pass what was found. */
  message: string;
  help?: string;
  also?: { at: string; text: string };
  /** Where a period was counted. */
  period?: Period;
  doubt?: Doubt;
  /** The year whose calendar is missing. */
  missingYear?: number;
  /** Where it is only presumed that the rule governs. */
  isPresumed?: true;
  /** Another source than the rule's: a local number. */
  citation?: Citation;
  title?: string;
}

export interface Period {
  from: PlainDate;
  to: PlainDate;
  fromWhat: string;
  toWhat: string;
  counted: number | 'unknown';
  required: Length;
  bound: 'at-least' | 'at-most' | 'exactly';
  /** Whether `from` is counted itself; absent where the days are counted back from `to`. */
  firstDay?: 'counted' | 'not-counted';
}

/** An outcome with the rule that gave it. */
export interface Judgement {
  rule: Rule;
  outcome: Outcome;
}

/** What the rules for its type say of one announcement, in the order of the list. */
export function judge(rules: readonly Rule[], matter: Matter): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const rule of rules) {
    const regime = rule.appliesTo.regime?.(matter) ?? 'applies';
    if (regime === 'does-not-apply') continue;
    const outcome = rule.check(matter.facts, matter);
    if (!outcome || !isInForce(rule, matter, outcome)) continue;
    judgements.push({ rule, outcome: regime === 'applies' ? outcome : under(regime, outcome) });
  }
  return judgements;
}

/** What a judgement says aloud; a pass says nothing, nor does what nobody could supply. */
export function findingOf(matter: Matter, { rule, outcome }: Judgement): Finding | undefined {
  const { verdict, message, help, also } = outcome;
  if (verdict === 'pass' || (verdict === 'unknown' && help === undefined)) return undefined;
  const citation = outcome.citation ?? rule.citation;
  const said = {
    code: rule.code,
    severity: severityOf(rule, outcome),
    message,
    citation: printCitation(citation),
    ...(help === undefined ? {} : { help }),
  };
  const correction = correctionOf(matter, outcome);
  if (correction) return { ...said, ...correction };
  return { ...said, id: matter.id, at: outcome.at, ...(also === undefined ? {} : { also }) };
}

const LOUDNESS: readonly Severity[] = ['info', 'warning', 'error'];

const quieter = (a: Severity, b: Severity): Severity => (LOUDNESS.indexOf(a) < LOUDNESS.indexOf(b) ? a : b);

const ALLOWED: Readonly<Record<Confidence, Severity>> = {
  V: 'error',
  'V*': 'warning',
  V1: 'warning',
  V2: 'warning',
  'M+': 'info',
  M: 'info',
  'M-': 'info',
};

/** The loudest severity that a source of law allows. */
export const loudest = (confidence: Confidence): Severity => ALLOWED[confidence];

/** How loudly a rule speaks of a plain breach. */
export const severityOfRule = ({ citation, atMost = 'error' }: Rule): Severity =>
  quieter(loudest(citation.confidence), atMost);

function severityOf(rule: Rule, { verdict, doubt, citation, isPresumed }: Outcome): Severity {
  const allowed = quieter(severityOfRule(rule), loudest((citation ?? rule.citation).confidence));
  const most = isPresumed ? quieter(allowed, 'warning') : allowed;
  if (verdict === 'fail') return most;
  if (verdict === 'unknown' || doubt === 'last-day-weekend') return 'info';
  return quieter(most, doubt === 'first-day' ? (rule.firstDayAtMost ?? 'warning') : 'warning');
}

/** `《中华人民共和国招标投标法》第二十四条：“…”`; what was not read in full is marked. */
export const printCitation = ({ instrument, article, quote, confidence }: Citation): string =>
  `《${instrument}》${article}${quote === undefined ? '' : `：“${quote}”`}${confidence.startsWith('M') ? '（依据待核）' : ''}`;

function isInForce({ inForce: { from, to } }: Rule, { facts }: Matter, { period }: Outcome): boolean {
  const day = period?.from ?? dayOf(facts.publishedAt!);
  return day >= from && (to === undefined || day <= to);
}

const under = (regime: Presumed | Unknown, outcome: Outcome): Outcome =>
  'presumed' in regime ? presume(outcome, regime) : undecided(outcome, regime);

/** A pass is one whether the rule governs or not. */
function presume(outcome: Outcome, { presumed, otherwise }: Presumed): Outcome {
  if (outcome.verdict === 'pass' || outcome.verdict === 'unknown') return outcome;
  const help = outcome.help === undefined ? otherwise : `${outcome.help}；${otherwise}`;
  return { ...outcome, isPresumed: true, message: `${outcome.message}（${presumed}）`, help };
}

/** A breach of a rule that may not govern at all is none that one could tell. */
function undecided(outcome: Outcome, { unknown, ask }: Unknown): Outcome {
  if (outcome.verdict === 'pass' && ask !== undefined) return outcome;
  if (outcome.verdict === 'unknown') return outcome;
  const { help: _, ...rest } = outcome;
  const isShort = outcome.verdict !== 'pass';
  return {
    ...rest,
    verdict: 'unknown',
    message: isShort ? `${unknown}，无法判断：${outcome.message}` : `${unknown}，无法判断`,
    ...(isShort ? { help: ask ?? '核对适用的规定；确实适用更短的期限，请在正文里写明依据' } : {}),
  };
}

/** A field that a correction changed was set there: the correction is to be mended, not what it corrects. */
function correctionOf(matter: Matter, { at, also }: Outcome): Pick<Finding, 'id' | 'at'> | undefined {
  const changed = [at, also?.at];
  const change = matter.changes.findLast(({ field }) => field !== undefined && changed.includes(field));
  if (!change) return undefined;
  const form = formOf(typeOf(matter.category, matter.type));
  const label = form.find(({ key }) => key === change.field)?.label;
  const index = (matter.correctionsBy(change.by) ?? []).findIndex(({ field }) => field === label);
  return index < 0 ? undefined : { id: change.by, at: `corrections.${index}.to` };
}
