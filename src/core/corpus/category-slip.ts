import type { Category } from '../announcement/category.ts';
import { formOf, typesNamed } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { entryOf } from './places.ts';
import type { MapNode } from './tree.ts';

/**
 * The type that an announcement is of by the folder it lies in, where its category names another folder and its fields
 * are the folder's: then only the category is a slip. Nothing where the fields are those of the category as well.
 */
export function categorySlip(map: MapNode, category: Category, folder: Category): TypeSpec | undefined {
  if (category === folder) return undefined;
  const meant = typeIn(map, folder);
  if (!meant) return undefined;
  const said = typeIn(map, category);
  return !said || misfits(map, meant) < misfits(map, said) ? meant : undefined;
}

/** The one type of a category that an announcement names. */
function typeIn(map: MapNode, category: Category): TypeSpec | undefined {
  const value = entryOf(map, '类型')?.value;
  const [spec, ...others] = value?.kind === 'text' ? typesNamed(category, value.text.trim()) : [];
  return others.length === 0 ? spec : undefined;
}

/** How many fields are written that a form does not have, or are missing that it must. */
function misfits(map: MapNode, spec: TypeSpec): number {
  const form = formOf(spec);
  const known = new Set(form.map(({ label }) => label));
  const written = new Set(map.entries.map(({ key }) => key));
  const foreign = [...written].filter((label) => !known.has(label)).length;
  return foreign + form.filter(({ label, required }) => required && !written.has(label)).length;
}
