import { factOf } from '../announcement/fact.ts';
import { formerTypesOf } from '../announcement/former-type.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { recordOf, type LotRecord } from '../announcement/lot-records.ts';
import { partyIn } from '../announcement/party.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { LotCourse } from '../project/course.ts';
import type { DisposalParty } from './disposal.ts';
import type { Matter, Member } from './matter.ts';
import type { Part } from './parts.ts';
import { decisiveStep, stageOf } from './stage.ts';
import { statedIn } from '../announcement/stated.ts';

/** What says who has a part and for how much: the announcement, and its record of this part where it lists several. */
export interface Award {
  announcement: Announcement;
  record: LotRecord | undefined;
}

/** The result that stands; of what an imported notice alone tells, that notice. */
export function awardOf(matter: Matter, { lot, code }: Part): Award | undefined {
  const member = stageOf(matter, lot) === 'archived' ? archivedAward(matter) : wonBy(matter, lot);
  if (!member) return undefined;
  const { announcement } = member;
  return { announcement, record: code === undefined ? undefined : recordOf(announcement, code) };
}

function wonBy(matter: Matter, lot: LotCourse | undefined): Member | undefined {
  if (stageOf(matter, lot) !== 'sold') return undefined;
  const won = lot!.steps.findLast(({ state }) => state === 'won') ?? decisiveStep(lot)!;
  return matter.members.find(({ id }) => id === won.by);
}

const archivedAward = ({ members }: Matter): Member | undefined =>
  members.findLast(
    ({ announcement }) =>
      isLegacy(announcement) &&
      !formerTypesOf(announcement).some(({ stage }) => stage === 'call' || stage === 'plan') &&
      (factOf(announcement, 'winner') ?? factOf(announcement, 'price')) !== undefined,
  );

/** Who has it. The credit code that a result gives is of the one whom it names above its list. */
export function awardee({ announcement, record }: Award): DisposalParty | null {
  const whole = factOf(announcement, 'winner')?.text;
  const own = record?.fields.find(({ role }) => role === 'winner')?.key;
  const name = (own === undefined ? undefined : (record!.values[own] as string | undefined)) ?? whole;
  if (name === undefined) return null;
  const stated = statedIn([announcement]);
  const code = stated.value('granteeCode') ?? stated.value('winnerCode');
  return partyOf(name, name === whole ? code : undefined);
}

/** Whether an announcement names a grantee and a price before anything is decided: of agreements and transfers. */
export const isProposal = (announcement: Announcement): boolean =>
  typeOf(announcement.category, announcement.type).stage === 'call';

export function proposedTo(announcement: Announcement): DisposalParty | null {
  const winner = isProposal(announcement) ? factOf(announcement, 'winner') : undefined;
  return winner ? partyOf(winner.text, undefined) : null;
}

export const partyOf = (name: string, code: unknown): DisposalParty => ({
  name,
  code: typeof code === 'string' ? code : null,
  members: partyIn(name).members,
});
