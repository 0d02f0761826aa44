import type { Instant } from '../../core/announcement/instant.ts';
import { LARGEST_LIVE, parseLive, type LiveTable } from '../../core/live/browser/live.ts';
import {
  endedIn,
  EVERY_ABSENT,
  EVERY_LIVE,
  isOver,
  isShown,
  isStill,
  isTaken,
  openRooms,
  type OpenRoom,
} from '../../core/live/browser/standing.ts';
import { Implausible, type Feed, type Item } from '../../core/screen/browser/feed.ts';
import { LASTS } from '../../core/screen/browser/openings.ts';
import { getChanged, Refusal, textOf, type Answer } from './get.ts';

const MINUTE = 60_000;

/** Longest that the server may take, in seconds. */
const TIMEOUT = 8;

/** A timer may ring a little before its time. */
const EARLY = 0.9;

/** A table as it is shown: of which opening, and whether it has stood still. */
export interface Reading extends OpenRoom {
  table: LiveTable;
  isStill: boolean;
}

/** What is known of one room's table. */
interface Held {
  table?: LiveTable;
  /** What the server sent last, where it is a table: one that does not hold yet may do so later. */
  sent?: LiveTable | undefined;
  /** By which the server knows again what it sent last, and whether that was sound. */
  etag: string | null;
  isSound: boolean;
  /** When it was last heard and last asked for, by the page's own counter, and how often it is, in seconds. */
  heardAt: number;
  askedAt: number;
  every: number;
}

/** A room that nothing is known of. */
const NEVER: Held = { etag: null, isSound: false, heardAt: 0, askedAt: -Infinity, every: EVERY_LIVE };

export interface LiveParts {
  /** What the screen shows now. */
  feed: () => Feed;
  now: () => Instant | undefined;
  /** Another table is to be shown, or one of them otherwise. */
  changed: () => void;
}

/**
 * The live tables of the rooms in which bids are being opened. They are asked for while that goes on and at no other
 * time. Whatever fails leaves what is shown.
 */
export class Live {
  readonly #parts: LiveParts;
  readonly #held = new Map<string, Held>();
  #told = '';
  /** What last went wrong, for whoever looks into it. */
  lastFault = '';

  constructor(parts: LiveParts) {
    this.#parts = parts;
  }

  /** Asks for the table that is most due: one question at a time, in however many rooms bids are opened. */
  async look(): Promise<void> {
    const due = this.#mostDue();
    if (due !== undefined) await this.#ask(due);
    const told = JSON.stringify([this.readings(), this.ended()]);
    if (told === this.#told) return;
    this.#told = told;
    this.#parts.changed();
  }

  /** What is to be shown now, in the order of the openings. */
  readings(): readonly Reading[] {
    const now = this.#parts.now();
    if (now === undefined) return [];
    return this.#open().flatMap((open) => {
      const { table, heardAt = 0 } = this.#held.get(open.room) ?? {};
      if (!table || !isShown(table, open, now)) return [];
      return [{ ...open, table, isStill: isStill((performance.now() - heardAt) / MINUTE) }];
    });
  }

  /** The announcements whose openings are said to be over. */
  ended(): readonly string[] {
    return endedIn(this.#items(), this.#parts.now(), this.#tableIn);
  }

  readonly #tableIn = (room: string): LiveTable | undefined => this.#held.get(room)?.table;

  #items(): readonly Item[] {
    return this.#parts.feed().parts.flatMap((part) => (part.kind === 'openings' ? part.items : []));
  }

  #open(): readonly OpenRoom[] {
    const { lasts = LASTS } = this.#parts.feed();
    return openRooms(this.#items(), this.#parts.now(), lasts, this.#tableIn);
  }

  /** The room that has waited longest, measured by how often it is asked; none before its time has come. */
  #mostDue(): string | undefined {
    const waits = this.#open().map(({ room }) => {
      const { askedAt, every } = this.#held.get(room) ?? NEVER;
      return { room, share: (performance.now() - askedAt) / (every * 1000) };
    });
    return waits.filter(({ share }) => share > EARLY).sort((a, b) => b.share - a.share)[0]?.room;
  }

  async #ask(room: string): Promise<void> {
    const held = this.#held.get(room) ?? { ...NEVER };
    this.#held.set(room, held);
    held.askedAt = performance.now();
    held.every = EVERY_LIVE;
    try {
      const answer = await getChanged(`../../live/${room}.json`, TIMEOUT, LARGEST_LIVE, held.etag);
      if (answer) this.#read(held, answer, room);
      if (held.sent) this.#take(held, held.sent);
      if (held.isSound) held.heardAt = performance.now();
    } catch (error) {
      this.lastFault = String(error);
      if (error instanceof Refusal) held.every = EVERY_ABSENT;
    }
    const now = this.#parts.now();
    if (held.table && now !== undefined && isOver(held.table, now)) held.every = EVERY_ABSENT;
  }

  /** @throws where it is not a table of this room: then nothing was heard */
  #read(held: Held, { bytes, etag }: Answer, room: string): void {
    // What cannot be shown is not asked for again and again either.
    held.etag = etag;
    held.isSound = false;
    held.sent = undefined;
    held.sent = parseLive(textOf(bytes), room);
  }

  /** @throws where it does not hold now, or is older than the one at hand: then nothing was heard */
  #take(held: Held, sent: LiveTable): void {
    if (JSON.stringify(held.table) !== JSON.stringify(sent)) {
      const now = this.#parts.now();
      held.isSound = now !== undefined && isTaken(sent, held.table, this.#open(), now);
      if (!held.isSound)
        throw new Implausible(`seq ${sent.seq} of ${sent.room} does not hold now or is older`);
      held.table = sent;
    }
    held.isSound = true;
  }
}
