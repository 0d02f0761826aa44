import type { Field } from '../announcement/field.ts';
import { fieldMeant } from '../announcement/unit-in-name.ts';

/** Kinds of values that are words, to which no unit belongs. */
const WORDS: ReadonlySet<string> = new Set([
  'text',
  'code',
  'phone',
  'choice',
  'yes-no',
  'uscc',
  'url',
  'instant',
  'date',
  'month',
]);

/** The field that a label means, and the text of its value with the unit where that stands in the label. */
export function meaningOf(
  name: string,
  text: string,
  form: readonly Field[],
): { field: Field; text: string } | undefined {
  const meant = fieldMeant(name, text, form);
  if (!meant) return undefined;
  const { field, unit } = meant;
  if (unit === undefined || text === '') return { field, text };
  return WORDS.has((field.kind ?? field.item)?.name ?? '') ? undefined : { field, text: text + unit };
}
