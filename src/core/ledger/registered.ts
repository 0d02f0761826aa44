import type { LedgerFiles } from '../corpus/ledger-folder.ts';
import type { Book, LedgerFault } from './book.ts';
import type { Hash } from './judge.ts';
import type { Leaf } from './leaf.ts';
import type { Published } from './published.ts';
import { canonical } from './record.ts';
import { parseVersion, recordName, statementOf, type VersionRecord } from './version-record.ts';

/** The last leaf of an announcement. */
export interface Registration {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly rev: number;
  /** `sha256:` and the digest of its record. */
  readonly record: string;
}

/** Each announcement by its last leaf. */
export const registrationsIn = ({ leaves, ids, of }: Book): readonly Registration[] =>
  [...ids].map((id) => {
    const index = of(id).at(-1)!;
    const { rev, record } = leaves[index]!;
    return { id, index, rev, record };
  });

type Read = LedgerFiles['record'];

/** The number that people call a leaf by. */
const numberOf = (index: number): string => `登记第 ${index + 1} 号`;

/**
 * What is kept of an announcement: its last version, with its withdrawal where there is one; the withdrawal alone where
 * its words were removed by law.
 */
export function keptOf(registration: Registration, read: Read, hash: Hash): Published | LedgerFault {
  const last = recordAt(registration, read, hash);
  if ('message' in last) return last;
  const words = (isStatement(last) ? last : statementBefore(last, read)) ?? last;
  const { withdrawn } = last.fields;
  const statement = statementOf(words);
  const record = {
    ...statement,
    fields: { ...statement.fields, ...(withdrawn !== undefined && { withdrawn }) },
  };
  return {
    id: registration.id,
    file: fileOf(words),
    publishedAt: publishedAtOf(words),
    firstSeen: words.at,
    digest: `sha256:${hash(canonical(record))}`,
    record,
    number: registration.index + 1,
  };
}

/** The record that a leaf vouches for. */
function recordAt(
  { id, rev, index, record: digest }: Registration,
  read: Read,
  hash: Hash,
): VersionRecord | LedgerFault {
  const name = recordName({ id, rev });
  const text = read(name);
  const fault = { path: `records/${name}`, line: 1, id };
  if (text === undefined) return { ...fault, message: `${numberOf(index)}的记录不见了` };
  const record = parseVersion(text);
  if (!record || `sha256:${hash(text)}` !== digest)
    return { ...fault, message: `${numberOf(index)}的记录和登记时不一样` };
  return record;
}

/** Every announcement says when it was published; a withdrawal says that alone. */
const isStatement = ({ fields }: VersionRecord): boolean => fields['publishedAt'] !== undefined;

function statementBefore({ id, rev }: VersionRecord, read: Read): VersionRecord | undefined {
  const earlier = Array.from({ length: rev - 1 }, (_, down) => rev - 1 - down);
  for (const one of earlier) {
    const text = read(recordName({ id, rev: one }));
    const record = text === undefined ? undefined : parseVersion(text);
    if (record && isStatement(record)) return record;
  }
  return undefined;
}

const publishedAtOf = ({ fields, at }: VersionRecord): string => String(fields['publishedAt'] ?? at);

/** Where such a file lies, as the templates have it: of one that is gone there is no other trace. */
const fileOf = (words: VersionRecord): string =>
  `announcements/${String(words.fields['category'])}/${publishedAtOf(words).slice(0, 4)}/${words.id}.md`;

/** What is wrong with records: each leaf's own is there as it was, but for those that the law has removed. */
export const faultsOfRecords = (book: Book, read: Read, hash: Hash): readonly LedgerFault[] =>
  book.leaves.flatMap((leaf, index) => {
    if (isRemoved(book, leaf) && read(recordName(leaf)) === undefined) return [];
    const found = recordAt({ ...leaf, index }, read, hash);
    return 'message' in found ? [found] : [];
  });

/** Whether a record may be gone: words of its announcement were removed by law afterwards. */
export const isRemoved = (book: Book, { id, rev }: Leaf): boolean =>
  book.of(id).some((index) => {
    const later = book.leaves[index]!;
    return later.event === 'redact' && later.rev > rev;
  });
