import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Disposal } from './disposal.ts';
import type { Member } from './matter.ts';
import { rowOf } from './rows.ts';

/**
 * What is told of a matter whose first announcement was withdrawn 撤下: that it was, when and why, so that whoever has
 * taken it over can take it out. Nothing that it said is said again.
 */
export function withdrawnDisposal({ id, announcement }: Member): Disposal {
  const { at, reason } = withdrawalOf(announcement)!;
  return {
    id,
    announcement: id,
    title: announcement.title,
    projectCode: ('projectCode' in announcement ? announcement.projectCode : undefined) ?? null,
    region: announcement.region ?? null,
    kind: rowOf(announcement.category, announcement.type)!.kind,
    stage: 'withdrawn',
    withdrawn: { at, reason },
    method: null,
    transferor: null,
    transferee: null,
    proposedTransferee: null,
    object: null,
    price: null,
    dates: null,
    offeredBefore: null,
    offeredAgain: null,
    announcements: [id],
  };
}
