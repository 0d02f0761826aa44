import { codeOf } from '../diagnostic.ts';
import { formOf, typesIn } from '../announcement/schema.ts';
import { ruleWith, termsOf } from './list.ts';
import { printCitation, type Example, type Rule } from './rule.ts';

/** What a code means, for `check -- --explain`: of a rule with the law and an example of either kind. */
export function explain(code: string): string {
  const rule = ruleWith(code);
  const { why } = codeOf(code);
  if (!rule) return `${code}\n\n  ${why}`;
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
