import type { Field } from '../announcement/field.ts';
import { fieldMeant } from '../announcement/unit-in-name.ts';
import type { MapEntry, Tree } from './tree.ts';

/** The field that an entry means, and the unit of its figure where that stands in its name. */
export const meaningOf = (
  { key, value }: MapEntry,
  form: readonly Field[],
): { field: Field; unit?: string } | undefined =>
  fieldMeant(key, value.kind === 'text' ? value.text.trim() : undefined, form);

/** A value with the unit that its name has behind it. */
export const withUnit = (value: Tree, unit = ''): Tree =>
  value.kind === 'text' && unit !== '' ? { ...value, text: `${value.text.trim()}${unit}` } : value;
