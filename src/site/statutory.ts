import type { Edition } from '../core/edition.ts';
import { printDate } from '../core/announcement/instant.ts';
import type { Length } from '../core/announcement/quantity.ts';
import type { Excused } from '../core/exceptions.ts';
import type { Verdict } from '../core/rules/period.ts';
import { printCitation, type Judgement, type Outcome } from '../core/rules/rule.ts';

export const VERDICT: Readonly<Record<Verdict, string>> = {
  pass: '通过',
  'warn-counting': '按不同算法结论不同',
  fail: '不符合',
  unknown: '无法判断',
};

/** One line of 法定期限核验. */
export interface CheckLine {
  code: string;
  href: string;
  title: string;
  /** The dates and what was counted between them. */
  figures: string;
  verdict: Verdict;
  verdictText: string;
  article: string;
  /** The announcement's own word for a finding that it excuses. */
  exception: string | undefined;
}

export const rulePath = (code: string): string => `rules/${code}/`;

/** What the statutory rules say of an announcement, as its page shows it. */
export function checkLines(edition: Edition, id: string): readonly CheckLine[] {
  return edition.judgements(id).map((judgement) => lineOf(edition, judgement, edition.excused(id)));
}

/** What an announcement excuses though no rule looks at it: personal data, amounts along the chain. */
export function otherExceptions(
  edition: Edition,
  id: string,
): readonly { code: string; what: string; why: string }[] {
  const codes = new Set(edition.judgements(id).map(({ rule }) => rule.code));
  return edition
    .excused(id)
    .filter(({ finding }) => !codes.has(finding.code))
    .map((one) => ({ code: one.finding.code, what: one.finding.message, why: reasonOf(one) }));
}

/** The same for machines. */
export const checkData = (edition: Edition, id: string): readonly Record<string, unknown>[] =>
  edition.judgements(id).map(({ rule, outcome }) => {
    const { instrument, article, confidence } = outcome.citation ?? rule.citation;
    const { period } = outcome;
    const exception = exceptionOf(rule.code, edition.excused(id));
    return {
      code: rule.code,
      name: rule.name,
      title: outcome.title ?? rule.title,
      verdict: outcome.verdict,
      message: outcome.message,
      citation: { instrument, article, confidence },
      period: period && {
        from: period.from,
        to: period.to,
        firstDay: period.firstDay ?? null,
        counted: period.counted,
        required: period.required.count,
        unit: period.required.unit,
        bound: period.bound,
      },
      exception: exception && { reason: exception.reason, documentCode: exception.documentCode ?? null },
    };
  });

function lineOf(edition: Edition, { rule, outcome }: Judgement, excused: readonly Excused[]): CheckLine {
  const { quote: _, ...citation } = outcome.citation ?? rule.citation;
  const exception = exceptionOf(rule.code, excused);
  return {
    code: rule.code,
    href: edition.address(rulePath(rule.code)),
    title: outcome.title ?? rule.title,
    figures: figuresOf(outcome),
    verdict: outcome.verdict,
    verdictText: VERDICT[outcome.verdict],
    article: printCitation(citation),
    exception: exception && reasonOf(exception),
  };
}

const exceptionOf = (code: string, excused: readonly Excused[]): Excused | undefined =>
  excused.find(({ finding }) => finding.code === code);

const reasonOf = ({ reason, documentCode }: Excused): string =>
  documentCode === undefined ? reason : `${reason}（${documentCode}）`;

const BOUND = { 'at-least': '要求不少于', 'at-most': '要求不超过', exactly: '应为' } as const;

/** `2026年3月2日（招标文件发出日）至 …，共 23 日；不少于 20 日`. A pass that counted nothing says what it found. */
export function figuresOf({ period, message, verdict }: Outcome): string {
  if (!period) return message;
  const { from, to, fromWhat, toWhat, counted, required, bound, firstDay } = period;
  const how = firstDay === undefined ? '' : firstDay === 'counted' ? '，当天计入' : '，当天不计入';
  const span = `${printDate(from)}（${fromWhat}${how}）至${printDate(to)}（${toWhat}）`;
  const found = counted === 'unknown' ? '' : `，共 ${lengthText({ ...required, count: counted })}`;
  const why = verdict === 'pass' || verdict === 'fail' ? '' : `。${message}`;
  return `${span}${found}，${BOUND[bound]} ${lengthText(required)}${why}`;
}

const lengthText = ({ count, unit }: Length): string => `${count} ${unit === 'days' ? '日' : '个工作日'}`;
