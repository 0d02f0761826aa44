import { noticesOn } from '../../core/screen/browser/band.ts';
import type { Feed, Head, Notice } from '../../core/screen/browser/feed.ts';
import { isForeign } from '../../core/screen/browser/foreign.ts';
import { toInstant, type Clock } from './clock.ts';
import type { Glass, Turn } from './glass.ts';
import type { LiveDoor } from './live-door.ts';
import type { Copy } from './store.ts';
import { after } from './timer.ts';
import type { Pulse } from './watchdog.ts';

/** Seconds until the next turn where a turn has failed. */
const AFTER_FAULT = 10;

interface RoundParts {
  glass: Glass;
  clock: Clock;
  /** Told with every turn when the next is due. */
  pulse: Pulse;
  /** What is being read out; none on a glass that has no room for it. */
  live?: Pick<LiveDoor, 'ended' | 'turnsOf'> | undefined;
  /** Called after each turn: something else may be on the glass. */
  turned: () => void;
}

/**
 * The pages of the glass in their turn. Newer data takes its place when the page turns, or at once where it must. What
 * is new in it comes next, and then the round goes on where it was.
 */
export class Round {
  /** On the glass. */
  shown: Copy;
  readonly #parts: RoundParts;
  /** Good and newer. */
  #next: Copy | undefined;
  /** The round, and which of its turns is on the glass. */
  #turns: readonly Turn[] = [];
  #at = -1;
  /** What is said to the hall while this turn is on the glass. */
  #saying = '';
  /** Keys of what is still to come, in this order, where data has changed within the round. */
  #left: readonly string[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RoundParts, shown: Copy) {
    this.#parts = parts;
    this.shown = shown;
  }

  /** How many more there are than the part on the glass shows. */
  get leftOut(): number | undefined {
    return this.#turns[this.#at]?.leftOut;
  }

  /** The announcements that take turns on the glass. */
  get announced(): readonly string[] {
    return this.#turns.flatMap(({ items }) => items.map(({ id }) => id));
  }

  /** What is said to the hall now. */
  get notices(): readonly Notice[] {
    return noticesOn(this.shown.feed.notices, this.#now());
  }

  /** Whether something that is being read out is on the glass. */
  get isLive(): boolean {
    return this.#turns[this.#at]?.isLive === true;
  }

  /** The pointer of the newest data at hand. */
  get held(): Head {
    return (this.#next ?? this.shown).head;
  }

  /** Takes newer data; without `copy` it is the data at hand under a newer pointer. */
  take(head: Head, copy: Copy | undefined): void {
    if (copy) this.#next = copy;
    else if (this.#next) this.#next = { head, feed: this.#next.feed };
    else this.shown = { head, feed: this.shown.feed };
    if (!this.#next) return;
    const { feed } = this.#next;
    const turn = this.#turns[this.#at];
    if (this.#said(feed) !== this.#said(this.shown.feed)) this.begin();
    else if (turn && isForeign(turn, feed.parts)) {
      this.#left = [...turn.keys, ...this.#toCome()];
      this.#turn();
    }
  }

  /** Time has passed: what is said to the hall may have begun or be over, and does so at once. */
  look(): void {
    if (this.#at >= 0 && this.#said(this.shown.feed) !== this.#saying) this.begin();
  }

  /** What is being read out is another: it is drawn anew where it is on the glass, and comes next where it begins. */
  refresh(): void {
    const turn = this.#turns[this.#at];
    if (!turn) return;
    const turns = this.#turnsNow();
    const same = turns.find(({ keys }) => keys.some((key) => turn.keys.indexOf(key) >= 0));
    if (turn.isLive) {
      if (same) return same.show();
      this.#left = this.#toCome();
      this.#turn();
    } else if (!same) this.begin();
    else {
      const begun = turns.filter(({ isLive, keys }) => isLive && placeOf(keys[0]!, this.#turns) < 0);
      if (begun.length > 0) this.#left = [...begun.flatMap(({ keys }) => keys), ...this.#toCome()];
    }
  }

  /** Shows the first page, now. */
  begin(): void {
    this.#turns = [];
    this.#at = -1;
    this.#left = undefined;
    this.#turn();
  }

  #turn(): void {
    const { pulse, turned } = this.#parts;
    // Whatever happens below, there is a next turn.
    this.#turnAfter(AFTER_FAULT);
    const dwell = this.#show();
    this.#turnAfter(dwell);
    pulse.within(2 * dwell);
    turned();
  }

  #turnAfter(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = after(seconds, () => this.#turn());
  }

  /** Puts the next page on the glass; returns how long it stays, in seconds. */
  #show(): number {
    const { clock } = this.#parts;
    const before = this.shown.feed;
    this.shown = this.#next ?? this.shown;
    this.#next = undefined;
    const { head, feed } = this.shown;
    clock.showing(head.generated);
    this.#saying = this.#said(feed);
    const turns = this.#turnsNow();
    const left = feed === before ? this.#left : this.#afterChange(turns, before);
    const place = left?.map((key) => placeOf(key, turns)).find((one) => one >= 0);
    // Counted before it is drawn: a page that cannot be drawn is passed over.
    this.#at = left ? (place ?? 0) : (this.#at + 1) % turns.length;
    this.#turns = turns;
    const { keys, dwell, show } = turns[this.#at]!;
    this.#left = place === undefined ? undefined : left!.filter((key) => keys.indexOf(key) < 0);
    show();
    return dwell;
  }

  /** The round as it is at this moment. */
  #turnsNow(): readonly Turn[] {
    const { glass, live } = this.#parts;
    const { head, feed } = this.shown;
    return glass.turnsAt({
      feed: { ...feed, ended: live?.ended() ?? [] },
      generated: head.generated,
      now: this.#now(),
      live: (above) => live?.turnsOf(above) ?? [],
    });
  }

  /** What comes on these turns: what was not there `before`, then what was still to come, or else all. */
  #afterChange(turns: readonly Turn[], before: Feed): readonly string[] | undefined {
    if (this.#turns.length === 0) return undefined;
    const left = this.#toCome().filter((key) => placeOf(key, turns) >= 0);
    return [...newIn(turns, before), ...(left.length > 0 ? left : turns.flatMap(({ keys }) => keys))];
  }

  #toCome(): readonly string[] {
    return this.#left ?? this.#turns.slice(this.#at + 1).flatMap(({ keys }) => keys);
  }

  /** What is said to the hall. */
  #said({ notices }: Feed): string {
    return noticesOn(notices, this.#now())
      .map(({ id, level = '', text }) => `${id} ${level} ${text}`)
      .join('\n');
  }

  #now(): string | undefined {
    const time = this.#parts.clock.now();
    return time === undefined ? undefined : toInstant(time);
  }
}

/** The keys of the first turn that shows what was not there before, and of those that tell the same to its end. */
function newIn(turns: readonly Turn[], { parts }: Feed): readonly string[] {
  const fresh = turns.filter((turn) => isForeign(turn, parts));
  return fresh.filter(({ items }) => items[0] === fresh[0]!.items[0]).flatMap(({ keys }) => keys);
}

const placeOf = (key: string, turns: readonly Turn[]): number =>
  turns.findIndex(({ keys }) => keys.indexOf(key) >= 0);
