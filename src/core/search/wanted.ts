import type { Question } from './question.ts';
import { isSingle, partsOf, searchable } from './text.ts';

/**
 * One thing that an announcement must have to be found: one of these forms anywhere in its title, code, parties or
 * text; or it is among `ids`, which are known to answer without having the words.
 */
export interface Want {
  forms: readonly string[];
  ids?: ReadonlySet<string>;
}

/** What the words of a question ask for, exactly as they were typed. */
export const wantsIn = (words: string): readonly Want[] => partsOf(words).map((part) => ({ forms: [part] }));

/** The forms of all wants in searchable form, each once: what is marked where it stands. */
export const partsIn = (wants: readonly Want[]): readonly string[] => [
  ...new Set(wants.flatMap(({ forms }) => forms.map(searchable))),
];

/** Whether the full-text index can answer: it cannot be asked for a form of one character. */
export const isLong = ({ forms, ids }: Want): boolean =>
  ids !== undefined || forms.some((form) => !isSingle(searchable(form)));

/** Whether a question is one for the texts of announcements. */
export const asksTexts = ({ words, inBodies }: Question): boolean =>
  words !== '' && inBodies && wantsIn(words).every(isLong);
