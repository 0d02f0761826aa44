import { dayOf, type Instant } from '../../announcement/instant.ts';
import type { Item } from '../../screen/browser/feed.ts';
import { openingsOn } from '../../screen/browser/openings.ts';
import type { LiveTable } from './live.ts';

/** Seconds between two questions for the live table of a room. */
export const EVERY_LIVE = 10;
/** The same where none is there, or where it was said to be over. */
export const EVERY_ABSENT = 60;

const MINUTE = 60_000;

/** A table may claim to be this much newer than the screen's clock, in milliseconds: two clocks are never the same. */
const AHEAD = 2 * MINUTE;

/** Minutes after which a table that no longer answers is said to stand still. */
const STILL = 5;

/** Minutes after its last change during which a table that goes on longer than openings do here is still asked for. */
const LONGER = 60;

/** An opening that is on, in a room that has an id. */
export interface OpenRoom {
  room: string;
  item: Item;
}

/**
 * The openings during which live tables are asked for: from the hour of each until it is over, or until it has lasted
 * longer than openings do here and its table does not change any more. Without a clock to be trusted there is none.
 * @param lasts minutes
 * @param heldIn the newest table of a room, if one was heard
 */
export function openRooms(
  items: readonly Item[],
  now: Instant | undefined,
  lasts: number,
  heldIn: (room: string) => LiveTable | undefined,
): readonly OpenRoom[] {
  if (now === undefined) return [];
  const today = items.filter(({ at }) => dayOf(at) === dayOf(now));
  return openingsOn(today, now, lasts).flatMap(({ item, state }) => {
    const { roomId: room } = item;
    if (room === undefined || (state !== 'running' && state !== 'begun')) return [];
    const table = heldIn(room);
    const isActive =
      table !== undefined &&
      isOf(table, { room, item }) &&
      table.ended === undefined &&
      minutesSince(table.updatedAt, now) < LONGER;
    return state === 'running' || isActive ? [{ room, item }] : [];
  });
}

const minutesSince = (then: Instant, now: Instant): number => (Date.parse(now) - Date.parse(then)) / MINUTE;

/** Whether a table is of the opening that is on in its room: of that day, and of bids of that announcement. */
const isOf = (table: LiveTable, { room, item }: OpenRoom): boolean =>
  table.room === room &&
  dayOf(table.starts) === dayOf(item.at) &&
  (table.kind === 'table' || table.announcement === item.id);

/**
 * Whether a table holds for an opening now: it is of it, both have begun, and it was not entered in time to come. Names
 * and prices of bidders are nobody's before the hour at which bids are opened, whatever a table says.
 */
const holdsFor = (table: LiveTable, open: OpenRoom, now: Instant): boolean =>
  isOf(table, open) &&
  open.item.at <= now &&
  table.starts <= now &&
  Date.parse(table.updatedAt) - Date.parse(now) <= AHEAD;

/** Whether a table may be shown: it holds for this opening and is not over. */
export const isShown = (table: LiveTable, open: OpenRoom, now: Instant): boolean =>
  holdsFor(table, open, now) && !isOver(table, now);

/** Whether a table says that it is over. */
export const isOver = ({ ended }: LiveTable, now: Instant): boolean => ended !== undefined && ended <= now;

/** The announcements whose openings are over by the tables of their rooms. */
export const endedIn = (
  items: readonly Item[],
  now: Instant | undefined,
  heldIn: (room: string) => LiveTable | undefined,
): readonly string[] =>
  items.flatMap((item) => {
    const table = item.roomId === undefined ? undefined : heldIn(item.roomId);
    const isEnded =
      now !== undefined &&
      table?.kind === 'opening' &&
      isOf(table, { room: item.roomId!, item }) &&
      item.at <= now &&
      isOver(table, now);
    return isEnded ? [item.id] : [];
  });

/**
 * Whether a table that was heard takes the place of the one at hand. One that does not hold now never does, or it would
 * take away what is shown and stand in the way of what is right. One at hand that holds no longer gives way to any.
 * @param open the openings that are on
 */
export function isTaken(
  table: LiveTable,
  held: LiveTable | undefined,
  open: readonly OpenRoom[],
  now: Instant,
): boolean {
  const holds = (one: LiveTable): boolean => open.some((room) => holdsFor(one, room, now));
  return holds(table) && (held === undefined || !holds(held) || isNewer(table, held));
}

/** Another table is only followed by a newer one. Numbers of two openings have nothing to do with each other. */
function isNewer(table: LiveTable, held: LiveTable): boolean {
  const isSame = subjectOf(table) === subjectOf(held);
  return table.updatedAt >= held.updatedAt && (!isSame || table.seq > held.seq);
}

const subjectOf = (table: LiveTable): string =>
  table.kind === 'opening' ? table.announcement : `${table.starts} ${table.title}`;

/** Whether a table has not answered for so long that it is said to stand still. */
export const isStill = (minutesUnheard: number): boolean => minutesUnheard >= STILL;
