import { factOf } from '../announcement/fact.ts';
import type { Announcement } from '../announcement/schema.ts';
import { awardee, awardOf, partyOf, proposedTo } from './award.ts';
import { datesOf, objectOf } from './described.ts';
import type { Disposal } from './disposal.ts';
import { kindOf } from './kind.ts';
import type { Matter } from './matter.ts';
import { partsOf, type Part } from './parts.ts';
import { pricesOf, type Place } from './prices.ts';
import { rowOf } from './rows.ts';
import { stageOf } from './stage.ts';
import { statedIn, type Stated } from '../announcement/stated.ts';

/** The parcels and assets of a matter, in the order in which its announcement lists them. */
export function disposalsOf(matter: Matter): readonly Disposal[] {
  const parts = partsOf(matter);
  return parts.map((part, at) => disposalOf(matter, part, { count: parts.length, isFirst: at === 0 }));
}

function disposalOf(matter: Matter, part: Part, place: Place): Disposal {
  const { root, course, members, before } = matter;
  const { announcement } = root;
  const award = awardOf(matter, part);
  const stated = statedIn([part.record, announcement, award?.record, award?.announcement]);
  return {
    id: part.id,
    announcement: root.id,
    title: announcement.title,
    projectCode: ('projectCode' in announcement ? announcement.projectCode : undefined) ?? null,
    region: announcement.region ?? null,
    kind: kindOf(matter),
    stage: stageOf(matter, part.lot),
    withdrawn: null,
    method: methodOf(announcement, stated),
    transferor: transferorOf(announcement, stated),
    transferee: award ? awardee(award) : null,
    proposedTransferee: proposedTo(announcement),
    object: objectOf(part, stated, place.count === 1),
    price: pricesOf(announcement, part.record, award, place),
    dates: datesOf(announcement, award, stated),
    offeredBefore: course.after ?? null,
    offeredAgain: part.lot?.steps.findLast(({ state }) => state === 'retendered')?.by ?? null,
    announcements: [...before, ...members.map(({ id }) => id)],
  };
}

function transferorOf(announcement: Announcement, stated: Stated): Disposal['transferor'] {
  const principal = factOf(announcement, 'principal');
  return principal ? partyOf(principal.text, stated.value('ownerCode')) : null;
}

function methodOf(announcement: Announcement, stated: Stated): Disposal['method'] {
  const id = stated.value('method');
  if (typeof id === 'string') return { id, term: stated.printed('method')! };
  return rowOf(announcement.category, announcement.type)?.method ?? null;
}
