import { canFollow } from '../announcement/former-type.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import type { CheckedContent } from '../check.ts';
import type { Entry } from '../corpus/corpus.ts';
import type { Finding } from '../diagnostic.ts';
import { checkDateOrder } from '../rules/date-order.ts';
import { rulesFor } from '../rules/list.ts';
import { gatherMatters, type Matter } from '../rules/matter.ts';
import { findingOf, judge, type Judgement, type Rule } from '../rules/rule.ts';

/** What stands for the id of an announcement that has none yet. */
const NEW = '';

/** The announcements that are there already, as somebody who writes the next one needs them. */
export class ExistingAnnouncements {
  readonly content: CheckedContent;
  readonly #byId: ReadonlyMap<string, Entry>;

  constructor(content: CheckedContent) {
    this.content = content;
    this.#byId = new Map(content.corpus.entries.map((entry) => [entry.id, entry]));
  }

  /** The announcements that one of a type may follow, the newest first. */
  predecessorsOf(spec: TypeSpec): readonly Entry[] {
    return this.content.corpus.current
      .filter(({ announcement }) => canFollow(spec, announcement))
      .toSorted((a, b) => (a.announcement.publishedAt < b.announcement.publishedAt ? 1 : -1));
  }

  entry(id: string | undefined): Entry | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** An announcement as it is in force, with all corrections. */
  inForce(id: string | undefined): Announcement | undefined {
    return id === undefined ? undefined : this.content.links.effective.get(id)?.announcement;
  }

  /** An announcement and those that it rests on, nearest first, each as it is in force. */
  lineInForce(id: string | undefined): readonly Announcement[] {
    const entry = this.entry(id);
    if (!entry) return [];
    return [entry, ...this.#lineOf(entry.announcement)].map(
      (one) => this.inForce(one.id) ?? one.announcement,
    );
  }

  /** Announcements of a stage that name one. */
  followersOf(id: string, spec: TypeSpec): readonly Entry[] {
    return this.content.corpus.entries.filter(
      ({ announcement }) =>
        announcement.type === spec.id && 'related' in announcement && announcement.related === id,
    );
  }

  specOf({ category, type }: Announcement): TypeSpec {
    return typeOf(category, type);
  }

  get projectCodes(): ReadonlySet<string> {
    return new Set(this.content.links.projects.keys());
  }

  /** What dates and law have against a form that is still being filled. */
  objections(part: Announcement): readonly Finding[] {
    const matter = this.matterOf(part);
    const statutory =
      part.publishedAt === undefined ? [] : judgedOf(matter).flatMap((one) => findingOf(matter, one) ?? []);
    return [...checkDateOrder(NEW, part), ...statutory];
  }

  /** What the law says of a form that is still being filled. */
  judgements(part: Announcement): readonly Judgement[] {
    return part.publishedAt === undefined ? [] : judgedOf(this.matterOf(part));
  }

  /** A form that is still being filled, as the rules see it. */
  matterOf(part: Announcement, body = ''): Matter {
    const { links, corpus } = this.content;
    const own = { id: NEW, announcement: part, body, attachments: [] };
    const line = this.#lineOf(part);
    const effective = new Map([
      ...line.flatMap(({ id }) => (links.effective.has(id) ? [[id, links.effective.get(id)!] as const] : [])),
      [NEW, { announcement: part, changes: [] }] as const,
    ]);
    const matters = gatherMatters({
      entries: [own, ...line],
      effective,
      calendar: corpus.calendar,
      local: corpus.site?.localPeriods ?? [],
    });
    return matters.find(({ id }) => id === NEW)!;
  }

  /** The announcements that one rests on, nearest first. */
  #lineOf(part: Announcement): readonly Entry[] {
    const line = new Set<Entry>();
    for (let next = this.#parentOf(part); next && !line.has(next); next = this.#parentOf(next.announcement))
      line.add(next);
    return [...line];
  }

  #parentOf(announcement: Announcement): Entry | undefined {
    return this.entry('related' in announcement ? announcement.related : undefined);
  }
}

const judgedOf = (matter: Matter): readonly Judgement[] =>
  rulesFor(matter).flatMap((rule) => opinion(rule, matter));

/** A rule is written for a whole form. Of a part it may stumble over what is missing, and then has no opinion yet. */
function opinion(rule: Rule, matter: Matter): readonly Judgement[] {
  try {
    return judge([rule], matter);
  } catch (reason) {
    if (reason instanceof TypeError) return [];
    throw reason;
  }
}
