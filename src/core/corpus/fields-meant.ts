import type { Field } from '../announcement/field.ts';
import { isWindow, periodNamesOf } from '../announcement/window.ts';
import type { MapEntry } from './tree.ts';
import { meaningOf } from './unit-in-name.ts';

/**
 * The fields that an entry means in any of the forms that an announcement could have, under another name than their own:
 * what its forms call them, with a unit behind, or as a period.
 */
export function fieldsMeant(entry: MapEntry, forms: readonly (readonly Field[])[]): readonly Field[] {
  const named = forms.flatMap((form) => meaningOf(entry, form)?.field ?? []);
  if (named.length > 0 || !isWindow(entry.key)) return named;
  return forms.flat().filter(({ label }) => periodNamesOf(label).includes(entry.key));
}
