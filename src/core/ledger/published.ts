import type { Instant } from '../announcement/instant.ts';
import type { AnnouncementRecord } from './record.ts';

/** What is kept of a published announcement. */
export interface Published {
  readonly id: string;
  /** Path from the content folder that it had, with `/`. */
  readonly file: string;
  readonly publishedAt: Instant;
  /** When it was first part of the site. */
  readonly firstSeen: Instant;
  /** `sha256:` and the digest of the record's canonical form. */
  readonly digest: string;
  readonly record: AnnouncementRecord;
  /** Its number in the ledger, from 1, where it is registered. */
  readonly number?: number | undefined;
}

/** What is wrong with an announcement that was published; the caller finds its place. */
export interface Breach {
  code: 'K101' | 'K102' | 'K103' | 'K105' | 'K106' | 'K108';
  id: string;
  message: string;
  help: string;
  /** Path of English keys into its fields. */
  at?: string;
  /** Line of the body, counted from 0 and without the empty lines before it. */
  bodyLine?: number;
  /** The file of one that is gone. */
  file?: string;
}
