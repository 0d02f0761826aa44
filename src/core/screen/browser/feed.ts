import type { Instant } from '../../announcement/instant.ts';
import { isLine, LONGEST, LONGEST_NOTICE } from '../../announcement/line.ts';
import { NOTICE_LEVELS, type NoticeLevel } from '../../announcement/notice-level.ts';

/** What a part of a screen's round is about. */
export type PartKind = 'openings' | 'closing' | 'open' | 'newest' | 'results' | 'corrections';

const PART_KINDS: readonly PartKind[] = ['openings', 'closing', 'open', 'newest', 'results', 'corrections'];

/** What a correction changed, in the words of the glass: 投标截止, 12月8日 09:30, 12月15日 09:30. */
export interface ItemChange {
  label: string;
  /** Empty with `now` where it takes more words than a row has. */
  was: string;
  now: string;
}

/** When and where an opening was moved to. */
interface Moved {
  at: Instant;
  room?: string;
  /** The whole place, where no room has a label for it. */
  place?: string;
}

/** One announcement as a screen shows it. */
export interface Item {
  id: string;
  title: string;
  /** The Chinese term of its type. */
  type: string;
  region?: string;
  /** The moment it is shown with: an opening, a deadline, else its publication. */
  at: Instant;
  /** The room of an opening; of a result, who won and for how much; of a termination, why. */
  detail?: string;
  changes?: readonly ItemChange[];
  /** What has befallen it, in a word: 已更正. */
  mark?: string;
  /** The short name 简称 of its project, no longer than this screen has room for; absent where the title is as short. */
  short?: string;
  /** The same name, else the title, in pieces between which a line may end; on door signs, which set it large. */
  words?: readonly string[];
  /** On a strip, other names that are shorter still, the longest first: no other project there bears one of them. */
  shorter?: readonly string[];
  /** Where a line of its name may end: before these characters of `short`, else of `title`. */
  breaks?: readonly number[];
  /** The label of an opening's room, `303`; absent where it takes place elsewhere: then `detail` says where. */
  room?: string;
  /** The id of that room in content/site.yaml, by which doors and live tables know it. */
  roomId?: string;
  /** Of an hour or a room that no longer holds: when and where it is opened now. */
  moved?: Moved;
  /** Why nothing is opened at that hour. */
  stopped?: 'suspended' | 'terminated';
  /** From this moment on the screen no longer shows it. */
  until?: Instant;
}

/** A part of the round. It may hold more than is shown at a moment: the days ahead, for a screen that is cut off. */
export interface Part {
  kind: PartKind;
  /** The only category it is for, in Chinese; it stands before the heading. */
  scope?: string;
  items: readonly Item[];
  /** Most items shown at a time, where the screen's settings say so. */
  most?: number;
  /** How many more there are than it holds. */
  leftOut: number;
}

/** A sentence for everybody in the hall, while it holds. */
export interface Notice {
  id: string;
  text: string;
  /** Absent in data of an earlier version, which knew one level: `change`. */
  level?: NoticeLevel;
  from: Instant;
  until: Instant;
}

/** The only announcement that a feed holds: what the glass that is composed for it says, and the code of its page. */
export interface Single {
  id: string;
  /** Its title without what every title says. */
  name: string;
  /** What its moment is called: 投标截止. */
  label: string;
  at: Instant;
  opening?: Instant;
  /** The label of the opening's room, or all of the place. */
  place?: string;
  /** `最高投标限价 1286.4万元` */
  amount?: string;
  code?: string;
  /** Side in modules, the quiet edge counted in, and the dark ones as an SVG path. */
  qr: { side: number; path: string };
}

/** `/display/data/<id>.<sha12>.json`: what one screen shows. Its name is its hash, so it never changes. */
export interface Feed {
  schema: typeof SCHEMA;
  screen: string;
  parts: readonly Part[];
  notices: readonly Notice[];
  /** Minutes that an opening is taken to last where nothing else tells; see `LASTS`. */
  lasts?: number;
  /** Ids of openings that are over by what is read out in their rooms. Never in the file: a page adds what it has heard. */
  ended?: readonly string[];
  /** Absent where it holds several announcements, or none. */
  single?: Single;
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

export const SCHEMA = 2;

/** Largest pointer and feed that a screen takes, in bytes, and most items. Ours are a twentieth of it. */
export const LARGEST_HEAD = 4 * 1024;
export const LARGEST_FEED = 256 * 1024;
export const MOST_ITEMS = 200;

/** Most parts of a round, changes of a row and notices that are kept ready; 紧急 gives way to none of the others. */
export const MOST_PARTS = 12;
export const MOST_CHANGES = 3;
export const MOST_NOTICES = 8;
export const MOST_URGENT = 32;

/** How many announcements some parts or pages list together, each as often as it is listed. */
export const countItems = (parts: readonly { items: readonly unknown[] }[]): number =>
  parts.reduce((sum, { items }) => sum + items.length, 0);

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
  expect(isText(head['shell']), 'shell');
  expect(typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256), 'sha256');
  expect(feed['path'] === feedPath(screen, String(sha256)), 'path');
  expect(isCount(feed['bytes']) && Number(feed['bytes']) <= LARGEST_FEED, 'bytes');
  expect(isCount(feed['items']) && Number(feed['items']) <= MOST_ITEMS, 'items');
  return head as unknown as Head;
}

/**
 * Reads a feed. Single items that cannot be right are dropped; a feed in which more than a fifth is wrong, or that
 * is empty though `expected` says otherwise, is wrong as a whole. So is one with a broken notice: a sentence that the
 * whole hall is to read is not left out without a word.
 * @throws {Implausible}
 */
export function parseFeed(text: string, screen: string, expected: number): Feed {
  const feed = parseRecord(text);
  expect(feed['schema'] === SCHEMA, 'schema');
  expect(feed['screen'] === screen, 'screen');
  const all: unknown = feed['parts'];
  if (!Array.isArray(all) || !all.every(isPart)) throw new Implausible('parts');
  expect(all.length > 0 && all.length <= MOST_PARTS, 'number of parts');
  const notices = parseNotices(feed['notices']);
  const count = countItems(all);
  expect(count === expected && count <= MOST_ITEMS, 'number of items');
  const parts = all.map((part) => ({ ...part, items: part.items.filter(isItem) }));
  expect(countItems(parts) >= count * 0.8, 'too many broken items');
  const lasts = feed['lasts'];
  expect(lasts === undefined || isCount(lasts), 'lasts');
  const single = feed['single'];
  expect(single === undefined || isSingle(single), 'single');
  return {
    schema: SCHEMA,
    screen,
    parts,
    notices,
    ...(lasts !== undefined && { lasts: Number(lasts) }),
    ...(single !== undefined && { single: single as Single }),
  };
}

/** Its items are looked at one by one. */
function isPart(value: unknown): value is Part {
  if (!isRecord(value)) return false;
  const { kind, scope, items, most, leftOut } = value;
  return (
    PART_KINDS.some((known) => known === kind) &&
    (scope === undefined || isText(scope)) &&
    Array.isArray(items) &&
    (most === undefined || isCount(most)) &&
    isCount(leftOut)
  );
}

/**
 * Doubts what is said to the hall.
 * @throws {Implausible}
 */
export function parseNotices(value: unknown): readonly Notice[] {
  if (!Array.isArray(value) || !value.every(isNotice)) throw new Implausible('notices');
  const urgent = value.filter(({ level }) => level === 'urgent').length;
  expect(urgent <= MOST_URGENT && value.length - urgent <= MOST_NOTICES, 'number of notices');
  return value;
}

const isNotice = (value: unknown): value is Notice =>
  isRecord(value) &&
  isId(value['id']) &&
  isLine(value['text'], LONGEST_NOTICE) &&
  (value['level'] === undefined || Object.keys(NOTICE_LEVELS).indexOf(String(value['level'])) >= 0) &&
  isInstant(value['from']) &&
  isInstant(value['until']);

function isItem(value: unknown): value is Item {
  if (!isRecord(value)) return false;
  const { id, title, type, region, at, detail, changes, mark, until } = value;
  const { short, shorter, words, breaks, room, roomId, moved, stopped } = value;
  return (
    isId(id) &&
    isText(title) &&
    isText(type) &&
    (region === undefined || isText(region)) &&
    isInstant(at) &&
    (detail === undefined || isText(detail)) &&
    (changes === undefined ||
      (Array.isArray(changes) && changes.length <= MOST_CHANGES && changes.every(isChange))) &&
    [mark, short, room].every((words) => words === undefined || isText(words)) &&
    [words, shorter].every((names) => names === undefined || (Array.isArray(names) && names.every(isText))) &&
    (breaks === undefined || (Array.isArray(breaks) && breaks.every(isCount))) &&
    (roomId === undefined || isId(roomId)) &&
    (moved === undefined || isMoved(moved)) &&
    (stopped === undefined || stopped === 'suspended' || stopped === 'terminated') &&
    (until === undefined || isInstant(until))
  );
}

const isMoved = (value: unknown): boolean =>
  isRecord(value) &&
  isInstant(value['at']) &&
  [value['room'], value['place']].every((words) => words === undefined || isText(words));

/** Modules of a code on each side, and the longest path of them. */
const MOST_MODULES = 80;
const LONGEST_PATH = 20_000;

function isSingle(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['qr'])) return false;
  const { id, name, label, at, opening, place, amount, code } = value;
  const { side, path } = value['qr'];
  return (
    isId(id) &&
    isText(name) &&
    isText(label) &&
    isInstant(at) &&
    (opening === undefined || isInstant(opening)) &&
    [place, amount, code].every((words) => words === undefined || isText(words)) &&
    isCount(side) &&
    Number(side) <= MOST_MODULES &&
    typeof path === 'string' &&
    path.length <= LONGEST_PATH &&
    /^[Mhvz\d -]*$/u.test(path)
  );
}

const isChange = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['label']) &&
  [value['was'], value['now']].every((side) => side === '' || isText(side));

/**
 * Reads a record of JSON.
 * @throws {Implausible}
 */
export function parseRecord(text: string): Record<string, unknown> {
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

const isId = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9-]+$/u.test(value);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** The words of a row, as long as fields may be: a result puts two winners, a price and by what it is reckoned together. */
const isText = (value: unknown): boolean => isLine(value, 4 * LONGEST);

/** Whether a value is a moment as our files have it, `2026-11-23T08:05:00+08:00`. */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u.test(value) &&
  !Number.isNaN(Date.parse(value));
