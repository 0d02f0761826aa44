import { z } from 'zod';
import type { Instant } from '../announcement/instant.ts';
import { canonical, FORMAT, recordOf, type AnnouncementRecord, type Statement } from './record.ts';

/** What one line of the ledger vouches for: what a version says, in a file of its own. */
export interface VersionRecord extends AnnouncementRecord {
  readonly id: string;
  readonly rev: number;
  readonly at: Instant;
  /** 32 hexadecimal digits by chance: without them nobody finds removed words by trying. */
  readonly salt: string;
  /** What was made unreadable in it, because the law demands it: the label of a field, or 正文, and why. */
  readonly redacted?: { readonly field: string; readonly reason: string } | undefined;
}

const recordSchema = z.looseObject({
  format: z.int(),
  id: z.string(),
  rev: z.int(),
  at: z.string(),
  salt: z.string(),
  fields: z.record(z.string(), z.json()),
  body: z.string(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** The bytes of the file, as text. */
export const printVersion = (record: VersionRecord): string => canonical(record);

/** Undefined for a text that is no record. */
export function parseVersion(text: string): VersionRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data as VersionRecord | undefined;
  } catch {
    return undefined;
  }
}

/** `gm-js-2026-012-tender/1.json`, in the folder of the records. */
export const recordName = ({ id, rev }: { readonly id: string; readonly rev: number }): string =>
  `${id}/${rev}.json`;

type Name = Pick<VersionRecord, 'id' | 'rev' | 'at' | 'salt'>;

export const versionRecord = (name: Name, statement: Statement): VersionRecord => ({
  ...recordOf(statement),
  ...name,
});

/** All that is kept of an announcement that was taken down: that, when and why; its words stay in the records before it. */
export function withdrawalRecord(name: Name, statement: Statement): VersionRecord {
  const { category, type, withdrawn } = recordOf(statement).fields;
  const fields = Object.fromEntries(
    Object.entries({ category, type, withdrawn }).filter(([, value]) => value !== undefined),
  ) as AnnouncementRecord['fields'];
  return { format: FORMAT, fields, body: '', attachments: [], ...name };
}

/** The statement alone, as it is compared. */
export const statementOf = ({ format, fields, body, attachments }: VersionRecord): AnnouncementRecord => ({
  ...{ format, fields, body, attachments },
});
