import type { Layout } from './layout.ts';
import type { Freshness } from './words.ts';

/** The layout while the age of the data is told: the list gives way to it. */
export function withAge<L extends Layout>(layout: L, freshness: Freshness): L {
  const age = { fresh: 0, late: layout.lateBand, stale: layout.staleBand }[freshness];
  return { ...layout, list: layout.list - age, spare: layout.spare - age };
}

/** An age such as `3 小时`, and what else is said of it. */
export function splitAge(warning: string): { age: string; rest: string } {
  const [, said = '', age = '', rest = ''] = /^(.*?)(\d+ (?:分钟|小时|天))(.*)$/u.exec(warning) ?? [];
  return age === '' || said.trim() !== '已' ? { age, rest: warning } : { age, rest };
}
