import { rfc3339, type Instant } from '../announcement/instant.ts';
import { isReadable, withdrawalOf } from '../announcement/withdrawal.ts';
import { earlierVersions } from '../versions.ts';
import type { Book } from './book.ts';
import type { Hash, Present } from './judge.ts';
import { versionsIn, type Leaf } from './leaf.ts';
import type { Statement } from './record.ts';
import { printVersion, versionRecord, withdrawalRecord } from './version-record.ts';

/** A leaf that is to be appended, and the text of the record that it vouches for. */
export interface Addition {
  readonly leaf: Leaf;
  readonly record: string;
}

interface Means {
  readonly hash: Hash;
  /** 32 hexadecimal digits by chance, other ones each time. */
  readonly salt: () => string;
}

/** What happened to an announcement and is not registered. */
interface Step {
  readonly id: string;
  readonly event: Leaf['event'];
  readonly at: Instant;
  readonly rev: number;
  readonly statement: Statement;
}

/** Steps of one announcement stay in the order of their versions, whatever their times say. */
interface TimedStep extends Step {
  readonly notBefore: Instant;
}

/**
 * What is to be registered of the announcements that are published now, in the order in which it happened. Nothing of
 * one that was changed without a word is looked at here: the judge has refused that before.
 */
export const additionsTo = (book: Book, published: readonly Present[], means: Means): readonly Addition[] =>
  numbered(book, published.flatMap((one) => timed(stepsOf(book, one))).sort(inTime), means);

/** Whether anything of an announcement is to be registered, by what its file says alone. */
export const isDue = (book: Book, { id, announcement, body }: Omit<Present, 'attachments'>): boolean =>
  stepsOf(book, { id, announcement, body, attachments: [] }).length > 0;

/** That words were made unreadable in an announcement as it stands now; all records before it go. */
export function redaction(
  book: Book,
  one: Present,
  { at, ...redacted }: { readonly at: Instant; readonly field: string; readonly reason: string },
  { hash, salt }: Means,
): Addition {
  const prev = book.of(one.id).at(-1)!;
  const name = { id: one.id, rev: book.leaves[prev]!.rev + 1, at: rfc3339(at), salt: salt() };
  const record = printVersion({ ...versionRecord(name, one), redacted });
  const { id, rev } = name;
  return {
    leaf: { at: name.at, event: 'redact', id, prev, record: `sha256:${hash(record)}`, rev, v: 1 },
    record,
  };
}

/** What is registered when a ledger begins: every announcement that is public by then, at this moment. */
export function adoption(
  book: Book,
  published: readonly Present[],
  now: Instant,
  means: Means,
): readonly Addition[] {
  const steps = published
    .filter(({ id }) => book.of(id).length === 0)
    .toSorted(
      (a, b) => compare(a.announcement.publishedAt, b.announcement.publishedAt) || compare(a.id, b.id),
    )
    .flatMap((one) => adopted(one, now));
  return numbered(book, steps, means);
}

function adopted(one: Present, at: Instant): readonly Step[] {
  const { id, announcement } = one;
  const rev = (announcement.errata?.length ?? 0) + 1;
  const adopt: Step = { id, event: 'adopt', at, rev, statement: withoutWithdrawal(one) };
  if (!withdrawalOf(announcement)) return [adopt];
  const gone: Step = { id, event: 'withdraw', at, rev: rev + 1, statement: one };
  // What nobody should read is not written down either.
  return isReadable(announcement) ? [adopt, gone] : [{ ...gone, event: 'redact', rev }];
}

function stepsOf(book: Book, one: Present): readonly Step[] {
  const { id, announcement } = one;
  const own = book.of(id).map((index) => book.leaves[index]!);
  const known = own.at(-1);
  if (known?.event === 'withdraw' || (known?.event === 'redact' && !isReadable(announcement))) return [];
  const versions = isReadable(announcement) ? versionsOf(one) : [];
  const fresh = versions
    .slice(versionsIn(own))
    .map((step, index) => ({ ...step, rev: (known?.rev ?? 0) + index + 1 }));
  const withdrawal = withdrawalOf(announcement);
  if (!withdrawal) return fresh;
  const rev = (known?.rev ?? 0) + fresh.length + 1;
  const event = isReadable(announcement) ? 'withdraw' : 'redact';
  return [...fresh, { id, event, at: withdrawal.at, rev, statement: one }];
}

/** Every version of an announcement that stands, the first one first. */
function versionsOf(one: Present): readonly Step[] {
  const { id, attachments } = one;
  const { announcement, body } = withoutWithdrawal(one);
  const errata = announcement.errata ?? [];
  return [...earlierVersions(announcement, body), { announcement, body }].map((version, index) => ({
    id,
    event: index === 0 ? 'publish' : 'erratum',
    at: index === 0 ? announcement.publishedAt : errata[index - 1]!.at,
    rev: index + 1,
    statement: { announcement: version.announcement, body: version.body, attachments },
  }));
}

function withoutWithdrawal({ announcement, body, attachments }: Statement): Statement {
  const { withdrawn: _, ...standing } = announcement;
  return { announcement: standing as Statement['announcement'], body: body.normalize('NFC'), attachments };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function timed(steps: readonly Step[]): readonly TimedStep[] {
  let latest = '';
  return steps.map((step) => {
    latest = step.at > latest ? step.at : latest;
    return { ...step, notBefore: latest };
  });
}

const inTime = (a: TimedStep, b: TimedStep): number =>
  compare(a.notBefore, b.notBefore) || compare(a.id, b.id) || a.rev - b.rev;

function numbered(book: Book, steps: readonly Step[], { hash, salt }: Means): readonly Addition[] {
  const last = new Map<string, number>();
  return steps.map(({ id, event, at, rev, statement }, offset) => {
    const name = { id, rev, at: rfc3339(at), salt: salt() };
    const isGone = event === 'withdraw' || event === 'redact';
    const record = printVersion(isGone ? withdrawalRecord(name, statement) : versionRecord(name, statement));
    const prev = last.get(id) ?? book.of(id).at(-1);
    last.set(id, book.leaves.length + offset);
    const leaf: Leaf = {
      ...{ at: name.at, event, id },
      ...(prev !== undefined && { prev }),
      ...{ record: `sha256:${hash(record)}`, rev, v: 1 },
    };
    return { leaf, record };
  });
}
