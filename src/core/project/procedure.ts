import { typeIn } from '../announcement/former-type.ts';
import { isLegacy } from '../announcement/legacy.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Stage } from '../announcement/type.ts';
import type { Linked } from './links.ts';

type Told = Pick<Linked, 'id' | 'announcement'>;

/** What is asked of other announcements to find the procedure of one. */
export interface Neighbours {
  /** The earlier announcement that one names, what was withdrawn too. */
  parentOf(entry: Told): Told | undefined;
  /** The opener that began last before an announcement under its project code. */
  begunBefore(entry: Told): Told | undefined;
}

/**
 * The announcement that opened the procedure of another: up to its call, and from a call on to the prequalification that
 * it follows. A plan is a procedure of its own, and so is each call after a failure, a termination or a result. An old
 * announcement 存量公告 that names none, and calls for nothing, belongs to what its project began before it.
 */
export function procedureOf(entry: Told, neighbours: Neighbours): Told {
  const seen = new Set([entry.id]);
  let at = entry;
  while (true) {
    const next = before(at, neighbours);
    if (!next || seen.has(next.id)) return at;
    seen.add(next.id);
    at = next;
  }
}

function before(entry: Told, { parentOf, begunBefore }: Neighbours): Told | undefined {
  const stage = stageIn(entry.announcement);
  const parent = parentOf(entry);
  if (stage === 'plan') return undefined;
  if (stage === 'call') return parent && CALLING.has(stageIn(parent.announcement)) ? parent : undefined;
  return parent ?? (isLegacy(entry.announcement) ? begunBefore(entry) : undefined);
}

/** Stages after which a call goes on with the same procedure: a prequalification, and who passed it. */
const CALLING: ReadonlySet<Stage> = new Set(['call', 'evaluation']);

const stageIn = (announcement: Announcement): Stage => typeIn(announcement).stage;
