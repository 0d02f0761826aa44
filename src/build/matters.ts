import type { Entry } from '../core/corpus/corpus.ts';
import type { Checked } from '../core/edition.ts';
import type { Excused } from '../core/exceptions.ts';
import type { Course, Effective, Events, Project } from '../core/project.ts';
import { codeOf, relatedOf } from '../core/project/links.ts';
import { ruleWith } from '../core/rules/list.ts';
import type { Judgement } from '../core/rules/rule.ts';

/** A judgement that can be stored: its rule by its code. */
interface StoredJudgement {
  readonly code: string;
  readonly outcome: Judgement['outcome'];
}

/**
 * All that can be said of announcements which 关联公告 or one 项目编号 joins with each other and with no more. Nothing in
 * it changes unless one of them does.
 */
export interface StoredMatter {
  readonly entries: readonly Entry[];
  readonly effective: ReadonlyMap<string, Effective>;
  readonly events: ReadonlyMap<string, Events>;
  readonly courses: readonly Course[];
  readonly projects: readonly Project[];
  readonly judgements: ReadonlyMap<string, readonly StoredJudgement[]>;
  readonly excused: ReadonlyMap<string, readonly Excused[]>;
}

/** The announcements of each matter. One joins another by a name that some announcement among these bears. */
export function mattersOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const ids = new Set(entries.map(({ id }) => id));
  const joined = new Joined();
  for (const { id, announcement } of entries) {
    const related = relatedOf(announcement);
    const code = codeOf(announcement);
    if (related !== undefined && ids.has(related)) joined.join(`id ${id}`, `id ${related}`);
    if (code !== undefined) joined.join(`id ${id}`, `code ${code}`);
  }
  return [...Map.groupBy(entries, ({ id }) => joined.whole(`id ${id}`)).values()];
}

/** Gathers a matter from what was checked. */
export function gatherMatter(
  { collection, judgements, excused }: Checked,
  entries: readonly Entry[],
): StoredMatter {
  const ids = entries.map(({ id }) => id);
  const codes = new Set(entries.flatMap(({ announcement }) => codeOf(announcement) ?? []));
  const known = <T>(of: (id: string) => T | undefined): ReadonlyMap<string, T> =>
    new Map(
      ids.flatMap((id) => {
        const value = of(id);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  return {
    entries,
    effective: known(collection.effective),
    events: known(collection.events),
    courses: [...new Set(ids.flatMap((id) => collection.course(id) ?? []))],
    projects: [...codes].map(collection.project),
    judgements: known((id) => judgements.get(id)?.map(({ rule, outcome }) => ({ code: rule.code, outcome }))),
    excused: known((id) => excused.get(id)),
  };
}

/** A judgement with its rule. */
export function judgementIn({ code, outcome }: StoredJudgement): Judgement {
  const rule = ruleWith(code);
  if (!rule) throw new Error(`${code} is not the code of a rule`);
  return { rule, outcome };
}

/** Names, each of them in one whole with those that it was joined with. */
class Joined {
  readonly #above = new Map<string, string>();

  join(one: string, other: string): void {
    this.#above.set(this.whole(one), this.whole(other));
  }

  /** The name that stands for the whole that a name is in. */
  whole(name: string): string {
    const above = this.#above.get(name);
    if (above === undefined || above === name) return name;
    const top = this.whole(above);
    this.#above.set(name, top);
    return top;
  }
}
