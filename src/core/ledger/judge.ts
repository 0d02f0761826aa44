import type { Field } from '../announcement/field.ts';
import type { Instant } from '../announcement/instant.ts';
import { formOf, typeOf, types } from '../announcement/schema.ts';
import { withoutAdditions } from './additions.ts';
import { bodyDifference, fieldDifferences, type Difference } from './differences.ts';
import { canonical, recordOf, type AnnouncementRecord, type Statement } from './record.ts';
import type { Breach, Published } from './published.ts';
import * as words from './words.ts';

/** An announcement as its file says it now. */
export interface Present extends Statement {
  readonly id: string;
}

/** Gives the SHA-256 of a text in hexadecimal: handed in, since a browser has another than Node. */
export type Hash = (text: string) => string;

interface Case {
  readonly kept: ReadonlyMap<string, Published>;
  readonly present: readonly Present[];
  /** Ids of all files, also of those that could not be read. */
  readonly ids: ReadonlySet<string>;
  /** The present moment, where it is to be asked which announcements appear late. */
  readonly now?: Instant | undefined;
  /** Whether what is published gets a number in a ledger. */
  readonly registers?: boolean | undefined;
  readonly hash: Hash;
}

/** Holds what the announcements say now against what was published. */
export function judgePublished({ kept, present, ids, now, registers, hash }: Case): readonly Breach[] {
  const fresh = present.filter(({ id }) => !kept.has(id));
  const gone = [...kept.values()].filter(({ id }) => !ids.has(id));
  const renamed = likelyRenamed(gone, fresh, hash);
  const renames = new Set(renamed.values());
  return [
    ...present.flatMap((one) => changesOf(kept.get(one.id), one, hash)),
    ...present.flatMap((one) => backDated(kept.get(one.id), one)),
    ...gone.map((one) => words.vanished(one, renamed.get(one.id))),
    ...fresh.flatMap((one) => (now === undefined || renames.has(one.id) ? [] : lateness(one, now))),
    ...(registers && now !== undefined
      ? present.flatMap((one) => unregistered(kept.get(one.id), one, now))
      : []),
  ];
}

/** What is to be kept of an announcement that is published as it stands. */
export function publish(
  { id, file }: { readonly id: string; readonly file: string },
  present: Present,
  firstSeen: Instant,
  hash: Hash,
): Published {
  const record = recordOf(present);
  const { publishedAt } = present.announcement;
  return { id, file, publishedAt, firstSeen, digest: digestOf(record, hash), record };
}

/** The digest by which a record is known. */
const digestOf = (record: AnnouncementRecord, hash: Hash): string => `sha256:${hash(canonical(record))}`;

function changesOf(kept: Published | undefined, present: Present, hash: Hash): readonly Breach[] {
  if (!kept) return [];
  const record = recordOf(withoutAdditions(kept.record, present));
  if (digestOf(record, hash) === kept.digest) return [];
  const fields = fieldDifferences(formFor(kept, present), kept.record.fields, record.fields);
  const body = bodyDifference(kept.record.body, record.body);
  return [
    ...fields.map((one) => fieldChange(kept, present, one)),
    ...(body ? [words.bodyChanged(kept, body)] : []),
    ...exchanged(kept, present),
  ];
}

/** An erratum that the kept record does not have was made after that was seen. */
const backDated = (kept: Published | undefined, { id, announcement }: Present): readonly Breach[] =>
  (announcement.errata ?? []).flatMap(({ at }, index) => {
    const isNew = kept !== undefined && index >= knownErrata(kept);
    return isNew && at < kept.firstSeen ? [words.backDated(id, index, kept.firstSeen)] : [];
  });

const knownErrata = ({ record }: Published): number =>
  (record.fields['errata'] as readonly unknown[] | undefined)?.length ?? 0;

/** A field that a new erratum speaks of is explained wrongly: the fault is in what the erratum says was there. */
function fieldChange(kept: Published, { announcement }: Present, one: Difference): Breach {
  const { errata = [] } = announcement;
  const known = knownErrata(kept);
  const index = errata.findIndex(({ field }, i) => i >= known && `“${field ?? ''}”` === one.name);
  return index < 0
    ? words.fieldChanged(kept, one)
    : words.wronglyExplained(kept, one, errata[index]!.from, index);
}

/** The fields of the present type, then those that only the kept type had. */
function formFor({ record }: Published, { announcement }: Present): readonly Field[] {
  const { category, type } = record.fields;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const before = types.find((spec) => spec.category === category && spec.id === type);
  return [
    ...form,
    ...(before ? formOf(before) : []).filter(({ key }) => form.every((field) => field.key !== key)),
  ];
}

/** A file that is not there, or that cannot be published, has been reported as such. */
const exchanged = (kept: Published, { id, attachments, announcement }: Present): readonly Breach[] =>
  kept.record.attachments.flatMap((was) => {
    const is = attachments.find(({ name }) => name.normalize('NFC') === was.name);
    if (!is || is.sha256 === was.sha256) return [];
    const index = (announcement.attachments ?? []).findIndex(({ file }) => file === was.name);
    return [words.exchanged(id, `attachments.${index}.file`, was, is)];
  });

/** The new announcements that say word for word what ones that are gone have said. */
function likelyRenamed(
  gone: readonly Published[],
  fresh: readonly Present[],
  hash: Hash,
): ReadonlyMap<string, string> {
  if (gone.length === 0) return new Map();
  const byDigest = new Map(fresh.map((one) => [digestOf(recordOf(one), hash), one.id]));
  return new Map(
    gone.flatMap(({ id, digest }) => (byDigest.has(digest) ? [[id, byDigest.get(digest)!] as const] : [])),
  );
}

/** One that is public by its own words and has no number yet. */
const unregistered = (
  kept: Published | undefined,
  { id, announcement }: Present,
  now: Instant,
): readonly Breach[] =>
  kept?.number === undefined && announcement.publishedAt <= now ? [words.unregistered(id)] : [];

const DAY_MS = 86_400_000;

/** What came from an old site, by the digest of its page, was public there. */
function lateness({ id, announcement }: Present, now: Instant): readonly Breach[] {
  if (announcement.originalHash !== undefined) return [];
  const late = Date.parse(now) - Date.parse(announcement.publishedAt);
  return late > DAY_MS ? [words.late(id, announcement.publishedAt, Math.floor(late / DAY_MS))] : [];
}
