import type { Field } from '../announcement/field.ts';
import { momentsJoined } from '../announcement/joined-names.ts';
import type { MapEntry, MapNode } from './tree.ts';

/**
 * An announcement in which what one name says of two fields, `投标截止时间（开标时间）: …`, stands in each of them. Where one
 * of them is written beside it, the two could differ: then the name stays as it is, and is told.
 */
export const withJoined = (map: MapNode, form: readonly Field[]): MapNode => ({
  ...map,
  entries: map.entries.flatMap((entry) => partsOf(entry, map, form)),
});

function partsOf(entry: MapEntry, { entries }: MapNode, form: readonly Field[]): readonly MapEntry[] {
  if (entry.value.kind !== 'text' || form.some(({ label }) => label === entry.key)) return [entry];
  const fields = momentsJoined(entry.key, form);
  const isWritten = fields.some(({ label }) => entries.some(({ key }) => key === label));
  return fields.length === 0 || isWritten ? [entry] : fields.map(({ label }) => ({ ...entry, key: label }));
}
