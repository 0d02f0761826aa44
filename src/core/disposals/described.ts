import type { Award } from './award.ts';
import type { DisposalDates, DisposalObject } from './disposal.ts';
import type { Part } from './parts.ts';
import { statedIn, type Stated } from '../announcement/stated.ts';
import type { Announcement } from '../announcement/schema.ts';

/** The parcel or asset itself. The area that is stated of several together is none of theirs. */
export function objectOf({ code, record }: Part, stated: Stated, isOnly: boolean): DisposalObject {
  const text = (...keys: readonly string[]): string | null =>
    (keys.map((key) => stated.value(key)).find((value) => typeof value === 'string') as string | undefined) ??
    null;
  const first = (from: Stated, ...keys: readonly string[]): unknown =>
    keys.map((key) => from.json(key)).find((value) => value !== null) ?? null;
  const term = first(stated, 'term', 'mineTerm', 'leaseTerm') as { months?: number; text?: string } | null;
  return {
    code: code ?? null,
    name: text('name', 'asset', 'enterprise'),
    location: text('location'),
    area: first(isOnly ? stated : statedIn([record]), 'area', 'mineArea', 'assetArea'),
    use: text('use'),
    termMonths: term?.months ?? null,
    termText: text('termsByUse') ?? term?.text ?? null,
    plotRatio: text('plotRatio'),
    coverage: stated.json('coverage') as number | string | null,
    greenRatio: stated.json('greenRatio') as number | string | null,
    mineral: text('mineral'),
    miningRight: text('kind', 'mineKind'),
    licenceCode: text('licenceCode'),
    shareRatio: stated.json('shareRatio') as number | null,
    raisedRatio: stated.json('raisedRatio') as number | string | null,
    heldRatio: stated.json('heldRatio') as number | null,
  };
}

export function datesOf(announcement: Announcement, award: Award | undefined, stated: Stated): DisposalDates {
  const at = (key: string): string | null => stated.json(key) as string | null;
  const published = (of: Announcement): string => statedIn([of]).json('publishedAt') as string;
  return {
    published: published(announcement),
    documentsUntil: at('documentsUntil'),
    registrationUntil: at('registrationDeadline'),
    depositUntil: at('depositDeadline'),
    listingFrom: at('listingFrom'),
    listingUntil: at('listingUntil'),
    disclosureFrom: at('disclosureFrom'),
    disclosureUntil: at('disclosureUntil'),
    bidUntil: at('bidDeadline'),
    auctionAt: at('auctionAt') ?? at('biddingAt'),
    publicityFrom: at('publicityFrom'),
    publicityUntil: at('publicityUntil'),
    closedOn: at('closedOn'),
    resultPublished: award ? published(award.announcement) : null,
  };
}
