import { z } from 'zod';
import type { Instant } from '../announcement/instant.ts';
import { canonical } from './record.ts';

/**
 * What a line of the ledger registers of an announcement: `publish` its first version, `erratum` a later one, `withdraw`
 * that it was taken down, `redact` that its words were removed because the law demands it, `adopt` that it was public
 * before there was a ledger.
 */
const EVENTS = ['publish', 'erratum', 'withdraw', 'redact', 'adopt'] as const;

type Event = (typeof EVENTS)[number];

/** A line of the ledger. No free text and nothing personal: a log cannot forget. */
export interface Leaf {
  /** When this version was published; of what a command did, when it was run. */
  readonly at: Instant;
  readonly event: Event;
  readonly id: string;
  /** Index of the last leaf of the same announcement; absent in its first. */
  readonly prev?: number | undefined;
  /** `sha256:` and the digest of the record's file, in hexadecimal. */
  readonly record: string;
  /** Number of the version, from 1. */
  readonly rev: number;
  readonly v: 1;
}

const leafSchema = z.strictObject({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u),
  event: z.enum(EVENTS),
  id: z.string().min(1),
  prev: z.int().min(0).optional(),
  record: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
  rev: z.int().min(1),
  v: z.literal(1),
});

/** The exact text that is hashed, without a line break. */
export const printLeaf = (leaf: Leaf): string => canonical(leaf).trimEnd();

/** Undefined for a line that is not exactly as a leaf is written. */
export function parseLeaf(line: string): Leaf | undefined {
  const leaf = leafSchema.safeParse(valueIn(line)).data as Leaf | undefined;
  return leaf && printLeaf(leaf) === line ? leaf : undefined;
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many versions of an announcement its leaves register: a redaction is none. @param leaves of it, the oldest first */
export const versionsIn = (leaves: readonly Leaf[]): number =>
  leaves.reduce((count, { event, rev }) => {
    if (event === 'adopt') return rev;
    return event === 'publish' || event === 'erratum' ? count + 1 : count;
  }, 0);
