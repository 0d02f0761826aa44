import type { Labelled, Listed } from './catalogue.ts';
import type { Question } from './question.ts';
import { searchable } from './text.ts';

/** A fact that no row of a list shows, and what of the question stands in it, in searchable form. */
interface Reason {
  fact: Labelled;
  sought: readonly string[];
}

/**
 * Code and parties are no part of a row, unless they are why it was found.
 * @param parts of what was looked for, in searchable form
 */
export function reasonsFor(
  {
    projectCode,
    principal,
    agency,
    parties = [],
  }: Pick<Listed, 'projectCode' | 'principal' | 'agency' | 'parties'>,
  { code, buyer }: Pick<Question, 'code' | 'buyer'>,
  parts: readonly string[],
): readonly Reason[] {
  const reason = (fact: Labelled | undefined, condition: string): readonly Reason[] => {
    const sought = [...parts, ...(condition === '' ? [] : [searchable(condition)])];
    const isReason = fact && sought.some((part) => searchable(fact.text).indexOf(part) >= 0);
    return isReason ? [{ fact, sought }] : [];
  };
  return [
    ...reason(projectCode === undefined ? undefined : { label: '项目编号', text: projectCode }, code),
    ...reason(principal, buyer),
    ...reason(agency, ''),
    ...parties.flatMap((text) => reason({ label: '相关单位', text }, '')),
  ];
}
