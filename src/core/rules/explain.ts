import { CODE_EXAMPLES } from '../code-examples.ts';
import { codeOf, type Severity } from '../diagnostic.ts';
import { formOf, typesIn } from '../announcement/schema.ts';
import { ruleWith, termsOf } from './list.ts';
import { printCitation, type Example, type Rule } from './rule.ts';

/** What a code means, for `check -- --explain`: with an example of either kind, of a rule also the law. */
export function explain(code: string): string {
  const rule = ruleWith(code);
  const { why } = codeOf(code);
  if (!rule) return withoutRule(code);
  return [
    `${code}  ${rule.title}`,
    '',
    `  原因  ${why}`,
    `  依据  ${printCitation(rule.citation)}`,
    `  适用  ${termsOf(rule).join('、')}（${rule.inForce.from} 起）`,
    `  对的  ${exampleText(rule, rule.examples.pass)}`,
    `  错的  ${exampleText(rule, rule.examples.fail)}`,
    `  网页  网站的 /rules/${code}/`,
    '',
    `  确有正当理由的，在公告里写：例外: - 代码: ${code}，原因: …，文号: …`,
  ].join('\n');
}

/** What a code means that no statutory rule has: why it is a fault, how much that weighs, an example of either kind. */
function withoutRule(code: string): string {
  const { why, severity, fixable } = codeOf(code);
  const { good, bad } = CODE_EXAMPLES[code]!;
  return [
    `${code}  ${why}`,
    '',
    `  对的  ${indented(good)}`,
    `  错的  ${indented(bad)}`,
    `  ${WEIGHT[severity]}`,
    ...(fixable ? ['  代劳  npm run fix 会改，意思不变'] : []),
  ].join('\n');
}

const indented = (lines: string): string => lines.replaceAll('\n', `\n${' '.repeat(8)}`);

const WEIGHT: Readonly<Record<Severity, string>> = {
  error: '错误  改好才能发布',
  warning: '提醒  可以发布，请先看一看是不是写错了',
  info: '说明  可以发布',
};

/** The fields of an example in the clerk's words; a list by the number of its items. */
function exampleText(rule: Rule, { type = rule.appliesTo.types[0]!, facts, parent }: Example): string {
  const own = factsText(rule, type, facts);
  const above = parent ? factsText(rule, parent.type, parent.facts) : '';
  return [own, above].filter(Boolean).join('；前一份公告 ') || '（没有写这一栏）';
}

function factsText({ appliesTo }: Rule, type: string, facts: Example['facts']): string {
  const spec = appliesTo.categories.flatMap((category) => typesIn(category)).find(({ id }) => id === type)!;
  const form = formOf(spec);
  return Object.entries(facts)
    .map(([key, value]) => {
      const { label, kind } = form.find((field) => field.key === key)!;
      return `${label}: ${kind ? kind.print(value) : `${(value as readonly unknown[]).length} 项`}`;
    })
    .join('，');
}
