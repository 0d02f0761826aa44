import type { Edition } from '../core/edition.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { typeIn } from '../core/announcement/former-type.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { rowOf } from '../core/ocds/rows.ts';
import { parentIn } from '../core/project/links.ts';
import { procedureOf, type Neighbours } from '../core/project/procedure.ts';

/** Whether an announcement is one of a contracting process: construction and procurement, but for what buys nothing. */
const isContracting = (announcement: Announcement): boolean =>
  rowOf(announcement.category, typeIn(announcement).id) !== undefined;

/** The announcement that an announcement follows, of its matter or of the one before; what was withdrawn, too. */
export function earlierOf(edition: Edition, entry: Entry): Entry | undefined {
  return parentIn(entry, (id) => (edition.has(id) ? edition.entry(id) : undefined));
}

/**
 * The id of the announcement that opened the procedure of one; none where it is of no contracting process. A decision
 * 处理决定 that names no announcement is about none.
 */
export function openerOf(edition: Edition, entry: Entry): string | undefined {
  if (!isContracting(entry.announcement)) return undefined;
  const { id, announcement } = procedureOf(entry, neighboursIn(edition));
  return isContracting(announcement) && typeIn(announcement).stage !== 'dispute' ? id : undefined;
}

const neighboursIn = (edition: Edition): Neighbours => ({
  parentOf: (entry) => earlierOf(edition, entry as Entry),
  begunBefore: ({ id, announcement }) => begunBefore(edition, id, announcement),
});

/** The last that a project had begun before an announcement of it; each call and plan begins one, old or new. */
function begunBefore(edition: Edition, id: string, announcement: Announcement): Entry | undefined {
  const ids = idsOfProject(edition, announcement);
  return ids
    .slice(0, ids.indexOf(id))
    .map((one) => edition.entry(one))
    .findLast((entry) => BEGINS.has(typeIn(entry.announcement).stage) && isContracting(entry.announcement));
}

const BEGINS: ReadonlySet<string> = new Set(['call', 'plan']);

/** The announcements under its project code, in the order of publication. */
const idsOfProject = (edition: Edition, announcement: Announcement): readonly string[] => {
  const code = 'projectCode' in announcement ? announcement.projectCode : undefined;
  return code === undefined ? [] : edition.project(code).ids;
};

/** The announcements of the procedure that one has opened, in the order of publication; none where it has opened none. */
export function membersOf(edition: Edition, opener: Entry): readonly Entry[] {
  if (openerOf(edition, opener) !== opener.id) return [];
  const near = [...connectedTo(edition, opener.id)].map((id) => edition.entry(id));
  return near.filter((entry) => openerOf(edition, entry) === opener.id).toSorted(byTime);
}

/** All that is joined with an announcement by its project code, its matter and what was done to it. */
function connectedTo(edition: Edition, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [id];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const { announcement } = edition.entry(next);
    const { corrected, withdrawn = [], turns = [] } = edition.events(next);
    const course = edition.course(next)?.ids ?? [];
    left.push(...idsOfProject(edition, announcement), ...course, ...corrected, ...withdrawn, ...turns);
  }
  return found;
}

const byTime = (a: Entry, b: Entry): number => {
  const [first, second] = [a.announcement.publishedAt, b.announcement.publishedAt];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
};
