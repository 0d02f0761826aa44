import type { Values } from './fact.ts';
import type { Field } from './field.ts';
import { formInUse } from './former-type.ts';
import type { LotRecord } from './lot-records.ts';
import type { Announcement } from './schema.ts';

/** What one of several sources states first: a record of a list, an announcement. */
export interface Stated {
  /** As it is held. */
  value: (key: string) => unknown;
  /** As machines get it; null where none states it. */
  json: (key: string) => unknown;
  /** As a page prints it. */
  printed: (key: string) => string | undefined;
}

interface Source {
  fields: readonly Field[];
  values: Values;
}

/** The sources in the order in which they are asked; what is absent has been left out by the caller. */
export function statedIn(sources: readonly (Announcement | LotRecord | undefined)[]): Stated {
  const all = sources.flatMap((source) => (source === undefined ? [] : [sourceOf(source)]));
  const find = (key: string): { field: Field; value: unknown } | undefined => {
    for (const { fields, values } of all) {
      const field = fields.find((one) => one.key === key);
      if (field && values[key] !== undefined) return { field, value: values[key] };
    }
    return undefined;
  };
  return {
    value: (key) => find(key)?.value,
    json: (key) => {
      const found = find(key);
      return found?.field.kind?.toJson(found.value) ?? null;
    },
    printed: (key) => {
      const found = find(key);
      return found?.field.kind?.print(found.value);
    },
  };
}

const sourceOf = (source: Announcement | LotRecord): Source =>
  'fields' in source ? source : { fields: formInUse(source), values: source as unknown as Values };
