import { typeOf, type Announcement } from '../announcement/schema.ts';

/** A name that announcements give to something under 其他事项. */
export interface UsedLabel {
  name: string;
  /** How many announcements use it. */
  announcements: number;
  /** Terms of the types that use it, the most frequent first. */
  types: readonly string[];
  /** What the first of them says under it. */
  example: string;
}

/** The names under 其他事项 that at least `least` announcements use, the most used first: each could become a field. */
export function usedLabels(announcements: readonly Announcement[], least: number): readonly UsedLabel[] {
  const uses = announcements.flatMap(({ category, type, otherFacts = [] }) =>
    [...new Map(otherFacts.map((fact) => [keyOf(fact.name), fact])).values()].map((fact) => ({
      ...fact,
      term: typeOf(category, type).term,
    })),
  );
  return [...Map.groupBy(uses, ({ name }) => keyOf(name)).values()]
    .filter(({ length }) => length >= least)
    .map((own) => ({
      name: own[0]!.name,
      announcements: own.length,
      types: byFrequency(own.map(({ term }) => term)),
      example: own[0]!.content,
    }))
    .toSorted((a, b) => b.announcements - a.announcements || (a.name < b.name ? -1 : 1));
}

/** Names that differ in width, blanks or a colon at the end are one. */
const keyOf = (name: string): string => name.normalize('NFKC').replace(/\s+|[：:]$/gu, '');

const byFrequency = (terms: readonly string[]): readonly string[] =>
  [...Map.groupBy(terms, (term) => term)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([term]) => term);
