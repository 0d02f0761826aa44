import { isReadable, withdrawalOf } from '../announcement/withdrawal.ts';
import { typeIn } from '../announcement/former-type.ts';
import type { Announcement } from '../announcement/schema.ts';
import { amending, amendmentIn, updating, wordsOf } from './amendment.ts';
import { changesBetween } from './changes.ts';
import { documentsOf } from './documents.ts';
import { corrected, eventsOf, versionAt, versionOf, type Event, type Member } from './events.ts';
import { filled, joined, listIn, type Json } from './json.ts';
import { mergedInto, type Release } from './merge.ts';
import { withAllRoles } from './parties.ts';
import { rowOf, type Row, type Tag } from './rows.ts';
import { mergeRules } from './schema.ts';
import { lotsUnlisted } from './sets/lots.ts';
import { type Made, type Statement } from './statement.ts';
import { withdrawalIn } from './withdrawn.ts';

/** All announcements of one contracting process, in the order of publication, and the processes that it follows. */
interface Procedure {
  ocid: string;
  /** `tender.id`. */
  tenderId: string;
  members: readonly Member[];
  related: readonly Json[];
}

/** A release for every version of every announcement; each says what was known then, and nothing that came later. */
export function releasesOf(procedure: Procedure): readonly Release[] {
  const nothing: Told = { known: {}, releases: [], made: new Map(), sources: [] };
  return eventsOf(procedure.members).reduce((told, event) => tell(procedure, told, event), nothing).releases;
}

/** What has been told up to a moment. */
interface Told {
  known: Json;
  releases: readonly Release[];
  made: ReadonlyMap<string, Made>;
  /** The announcement that each release is of. */
  sources: readonly string[];
}

/** What a release is of, and what it says. */
interface Part {
  tags: readonly Tag[];
  says: Json;
}

function tell(procedure: Procedure, told: Told, event: Event): Told {
  const { member } = event;
  const part = partOf(procedure, told, event);
  const release = finished(procedure, told, event, part);
  return {
    known: mergedInto(told.known, release, mergeRules),
    releases: [...told.releases, release],
    made: new Map([...told.made, [member.id, madeBy(told, member, release)]]),
    sources: [...told.sources, member.id],
  };
}

function partOf(procedure: Procedure, told: Told, event: Event): Part {
  const { member, what } = event;
  const row = rowIn(member);
  if (what === 'withdrawn') return withdrawn(told, member, row);
  if (!isReadable(member.announcement)) return { tags: [row.tag], says: bare(procedure, told, member) };
  return what.version === 1
    ? published(procedure, told, member, row)
    : slipMended(procedure, told, event, what.version);
}

const rowIn = ({ announcement }: Member): Row => rowOf(announcement.category, typeIn(announcement).id)!;

/** The first version: what its type sets, and what it corrects in others. */
function published(procedure: Procedure, told: Told, member: Member, row: Row): Part {
  const statement = statementOf(procedure, told, member, versionOf(member, 1));
  const corrections = procedure.members.flatMap((target) => correction(procedure, told, member, target));
  const tags = corrections.flatMap((one) => one.tags);
  return {
    tags: tags.length > 0 ? [...new Set(tags)] : (row.tags?.(statement) ?? [row.tag]),
    says: joined([...corrections.map(({ says }) => says), row.sets(statement)]),
  };
}

/** What one announcement changes in another, alone, and an amendment that says it in words. */
function correction(procedure: Procedure, told: Told, by: Member, target: Member): readonly Part[] {
  const changes = target.changes.filter((change) => change.by === by.id);
  if (changes.length === 0 || !isReadable(target.announcement)) return [];
  const row = rowIn(target);
  const at = by.announcement.publishedAt;
  const earlier = target.changes.filter(
    (change) => stood(procedure, change.by, at) && isBefore(target, change.by, by.id),
  );
  const says = (made: Member['changes']): Json =>
    setsOf(procedure, told, target, corrected(versionAt(target, at), made), row);
  const amendment = filled({
    id: by.id,
    date: at,
    rationale: 'reason' in by.announcement ? by.announcement.reason : undefined,
    description: wordsOf(changes),
    amendsReleaseID: lastReleaseOf(told, target.id),
    releaseID: `${by.id}-v1`,
  });
  return [
    {
      tags: [amending(row)],
      says: joined([
        changesBetween(says(earlier), says([...earlier, ...changes])),
        amendmentIn(row, told.made.get(target.id), amendment, told.known),
      ]),
    },
  ];
}

/** Whether a correction stood at a moment: one that was withdrawn by then changes nothing. */
function stood({ members }: Procedure, id: string, at: string): boolean {
  const by = members.find((member) => member.id === id);
  const withdrawal = by && withdrawalOf(by.announcement);
  return withdrawal === undefined || withdrawal.at > at;
}

/** Whether one correction of an announcement came before another. */
const isBefore = ({ changes }: Member, one: string, other: string): boolean =>
  changes.findIndex(({ by }) => by === one) < changes.findIndex(({ by }) => by === other);

const lastReleaseOf = ({ releases, sources }: Told, id: string): string | undefined =>
  releases[sources.lastIndexOf(id)]?.id;

/** A later version 勘误: what differs from the one before. */
function slipMended(procedure: Procedure, told: Told, { at, member }: Event, version: number): Part {
  const row = rowIn(member);
  const changes = member.changes.filter((change) => change.at <= at && stood(procedure, change.by, at));
  const says = (number: number): Json =>
    setsOf(procedure, told, member, corrected(versionOf(member, number), changes), row);
  const { title } = member.announcement;
  const document = { id: member.id, title, url: member.url, dateModified: at };
  return {
    tags: [updating(row)],
    says: joined([changesBetween(says(version - 1), says(version)), { tender: { documents: [document] } }]),
  };
}

const setsOf = (
  procedure: Procedure,
  told: Told,
  member: Member,
  announcement: Announcement,
  row: Row,
): Json => {
  const { parties: _, ...says } = row.sets(statementOf(procedure, told, member, announcement));
  return says;
};

/** Of one whose text may no longer be read: that there was an announcement. */
const bare = (procedure: Procedure, told: Told, member: Member): Json => ({
  tender: {
    documents: documentsOf({ ...statementOf(procedure, told, member, member.announcement), attachments: [] }),
  },
});

function withdrawn(told: Told, member: Member, row: Row): Part {
  const others = told.releases.filter((_, at) => told.sources[at] !== member.id);
  const after = others.reduce<Json>((known, release) => mergedInto(known, release, mergeRules), {});
  return { tags: [updating(row)], says: withdrawalIn(member, row, told.known, after) };
}

function statementOf(
  { tenderId, members }: Procedure,
  { known, made }: Told,
  { id, url, attachments, parent, resumes = false }: Member,
  announcement: Announcement,
): Statement {
  const earlier = members.slice(
    0,
    members.findIndex((member) => member.id === id),
  );
  return {
    id,
    announcement: { ...announcement, type: typeIn(announcement).id } as Announcement,
    url,
    attachments,
    resumes,
    tenderId,
    isCalled: earlier.some((member) => rowIn(member).tag === 'tender'),
    known,
    parent: parent === undefined ? undefined : made.get(parent),
  };
}

/** What an announcement made, or else what the one above it had made. */
function madeBy({ made }: Told, { id, parent }: Member, release: Release): Made {
  const above = made.get(id) ?? (parent === undefined ? undefined : made.get(parent));
  const awards = listIn(release, 'awards').map((award) => String(award['id']));
  const [contract] = listIn(release, 'contracts');
  return {
    awards: awards.length > 0 ? awards : (above?.awards ?? []),
    ...(contract
      ? { contract: String(contract['id']) }
      : above?.contract !== undefined && { contract: above.contract }),
  };
}

/** A release in the order of the schema. */
function finished(
  { ocid, tenderId, related }: Procedure,
  { known, releases }: Told,
  { at, member, what }: Event,
  { tags, says }: Part,
): Release {
  const { parties, buyer, planning, tender, ...rest } = says;
  const lots = [...listIn(tender, 'lots'), ...lotsUnlisted(known, says)];
  return {
    ocid,
    id: `${member.id}-${what === 'withdrawn' ? what : `v${what.version}`}`,
    date: at,
    tag: tags,
    initiationType: 'tender',
    language: 'zh',
    ...filled({
      parties: withAllRoles(known, (parties ?? []) as readonly Json[]),
      buyer,
      planning,
      tender: { id: tenderId, ...filled({ ...(tender as Json | undefined), lots }) },
      ...rest,
      relatedProcesses: releases.length === 0 ? related : [],
    }),
  };
}
