import { plainSumIn } from '../announcement/price.ts';
import type { Category } from '../announcement/category.ts';
import { elsewhereOf, typeElsewhere } from '../announcement/elsewhere.ts';
import type { LocalPeriod } from '../announcement/local-period.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Calendar } from '../calendar.ts';

type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/** The fields of an announcement of any type; those that it does not have are absent. */
export type Facts = {
  readonly [K in Exclude<KeyOf<Announcement>, 'category' | 'type'>]?: ValueOf<Announcement, K>;
};

interface Change {
  by: string;
  field?: string;
  values?: { from: unknown; to: unknown };
}

/** An announcement as the rules see it: corrected, with what it rests on. */
export interface Matter {
  id: string;
  category: Category;
  type: string;
  /** With all corrections applied. */
  facts: Facts;
  body: string;
  attachments: readonly string[];
  /** The corrections that were applied, oldest first. */
  changes: readonly Change[];
  parent?: Matter;
  /** The call that it belongs to, or itself. */
  call?: Matter;
  /** Of a call: the ceiling of its prices in fen, from itself or from the notice that gave it later. */
  ceilingFen?: number;
  calendar: Calendar;
  local: readonly LocalPeriod[];
  correctionsBy(id: string): Facts['corrections'];
}

interface Source {
  id: string;
  announcement: Announcement;
  body: string;
  attachments: readonly { name: string }[];
}

export interface Sources {
  entries: readonly Source[];
  effective: ReadonlyMap<string, { announcement: Announcement; changes: readonly Change[] }>;
  calendar: Calendar;
  local: readonly LocalPeriod[];
}

/** All announcements as the rules see them. */
export function gatherMatters({ entries, effective, calendar, local }: Sources): readonly Matter[] {
  const matters = new Map<string, Matter>();
  const correctionsBy = (id: string): Facts['corrections'] => matters.get(id)?.facts.corrections;
  for (const { id, body, attachments } of entries) {
    const { announcement, changes } = effective.get(id)!;
    const { category, type } = announcement;
    const names = attachments.map(({ name }) => name);
    const facts: Facts = announcement;
    matters.set(id, {
      id,
      category,
      type,
      facts,
      body,
      attachments: names,
      changes,
      calendar,
      local,
      correctionsBy,
    });
  }
  for (const matter of matters.values()) {
    const parent = matters.get(matter.facts.related ?? '');
    if (parent && parent.category === matter.category && parent !== matter) matter.parent = parent;
    const outside = parent ? undefined : parentElsewhere(matter);
    if (outside) matter.parent = outside;
  }
  for (const matter of matters.values()) {
    const call = callOf(matter);
    if (call) matter.call = call;
  }
  for (const matter of matters.values()) {
    const priceCeilingFen = plainSumIn(matter.facts.priceCeilingFen);
    if (priceCeilingFen === undefined || !matter.call || withdrawalOf(matter.facts)) continue;
    if (matter === matter.call || matter.type === 'price-ceiling-notice')
      matter.call.ceilingFen = priceCeilingFen;
  }
  return [...matters.values()];
}

/**
 * What a matter rests on where that was published elsewhere: its kind, as far as the title says it, and when. The rest
 * of it is not known, and rules that ask for it cannot tell.
 */
function parentElsewhere(matter: Matter): Matter | undefined {
  const announcement = { ...matter.facts, category: matter.category, type: matter.type } as Announcement;
  const [first] = elsewhereOf(announcement);
  const spec = first && typeElsewhere(announcement, first);
  if (!spec) return undefined;
  const { title, url, publishedAt } = first;
  const { category, calendar, local, correctionsBy } = matter;
  const facts: Facts = { title, publishedAt };
  return {
    ...{ id: url, category, type: spec.id, facts, body: '', attachments: [], changes: [] },
    ...{ calendar, local, correctionsBy },
  };
}

/** Links are a clerk's words: they may run in a circle. */
const LONGEST_LINE = 20;

/** The nearest call above, or the announcement itself. */
export function callOf(matter: Matter): Matter | undefined {
  let current: Matter | undefined = matter;
  for (let step = 0; current && step < LONGEST_LINE; step += 1) {
    if (typeOf(current.category, current.type).stage === 'call') return current;
    current = current.parent;
  }
  return undefined;
}
