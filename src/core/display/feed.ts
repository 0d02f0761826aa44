import type { Instant } from '../announcement/instant.ts';

/** One announcement as a screen shows it. */
export interface Item {
  id: string;
  title: string;
  /** The Chinese term of its type. */
  type: string;
  region?: string;
  /** The moment it is shown with: its deadline on a screen of open calls, else its publication. */
  at: Instant;
  /** What has befallen it, in a word: 已更正. */
  mark?: string;
  /** From this moment on the screen no longer shows it. */
  until?: Instant;
}

/** `/display/data/<id>.<sha12>.json`: what one screen shows. Its name is its hash, so it never changes. */
export interface Feed {
  schema: typeof SCHEMA;
  screen: string;
  items: readonly Item[];
  /** How many more there are than a round of pages can hold. */
  leftOut: number;
}

/** `/display/<id>/head.json`: the pointer that a screen asks for every minute. */
export interface Head {
  schema: typeof SCHEMA;
  /** Grows with every build: `20261123080500`. A lower one than is shown is a step back and is refused. */
  seq: number;
  generated: Instant;
  screen: string;
  feed: { path: string; bytes: number; sha256: string; items: number };
  /** Changes when the page itself must be fetched anew. */
  shell: string;
}

export const SCHEMA = 1;

/** Largest pointer and feed that a screen takes, in bytes, and most items. Ours are a twentieth of it. */
export const LARGEST_HEAD = 4 * 1024;
export const LARGEST_FEED = 256 * 1024;
export const MOST_ITEMS = 200;

/** The sequence number of a build: its moment as digits. */
export const seqOf = (now: Instant): number => Number(now.slice(0, 19).replace(/\D/gu, ''));

/** A feed's path from the folder of its pointer. */
export const feedPath = (screen: string, sha256: string): string =>
  `../data/${feedName(screen, sha256)}.json`;

export const feedName = (screen: string, sha256: string): string => `${screen}.${sha256.slice(0, 12)}`;

/** What came is not what a screen may show; the message is for whoever looks into it. */
export class Implausible extends Error {
  override readonly name = 'Implausible';
}

/**
 * Reads a pointer and doubts everything in it.
 * @throws {Implausible}
 */
export function parseHead(text: string, screen: string): Head {
  const head = parseRecord(text);
  const feed = isRecord(head['feed']) ? head['feed'] : {};
  const sha256 = feed['sha256'];
  expect(head['schema'] === SCHEMA, 'schema');
  expect(head['screen'] === screen, 'screen');
  expect(isCount(head['seq']), 'seq');
  expect(isInstant(head['generated']), 'generated');
  expect(isText(head['shell'], 64), 'shell');
  expect(typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256), 'sha256');
  expect(feed['path'] === feedPath(screen, String(sha256)), 'path');
  expect(isCount(feed['bytes']) && Number(feed['bytes']) <= LARGEST_FEED, 'bytes');
  expect(isCount(feed['items']) && Number(feed['items']) <= MOST_ITEMS, 'items');
  return head as unknown as Head;
}

/**
 * Reads a feed. Single items that cannot be right are dropped; a feed in which more than a fifth is wrong, or that
 * is empty though `expected` says otherwise, is wrong as a whole.
 * @throws {Implausible}
 */
export function parseFeed(text: string, screen: string, expected: number): Feed {
  const feed = parseRecord(text);
  const all: unknown = feed['items'];
  expect(feed['schema'] === SCHEMA, 'schema');
  expect(feed['screen'] === screen, 'screen');
  expect(isCount(feed['leftOut']), 'leftOut');
  if (!Array.isArray(all)) throw new Implausible('items');
  expect(all.length === expected && all.length <= MOST_ITEMS, 'number of items');
  const items = all.filter(isItem);
  expect(items.length >= all.length * 0.8, 'too many broken items');
  return { schema: SCHEMA, screen, items, leftOut: Number(feed['leftOut']) };
}

function isItem(value: unknown): value is Item {
  if (!isRecord(value)) return false;
  const { id, title, type, region, at, mark, until } = value;
  return (
    typeof id === 'string' &&
    /^[a-z0-9-]{1,120}$/u.test(id) &&
    isText(title, 200) &&
    isText(type, 30) &&
    (region === undefined || isText(region, 20)) &&
    isInstant(at) &&
    (mark === undefined || isText(mark, 8)) &&
    (until === undefined || isInstant(until))
  );
}

function parseRecord(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Implausible('not JSON');
  }
  if (!isRecord(value)) throw new Implausible('not a record');
  return value;
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Implausible(what);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/\p{Cc}/u.test(value);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u.test(value) &&
  !Number.isNaN(Date.parse(value));
