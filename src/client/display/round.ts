import { noticesOn } from '../../core/display/band.ts';
import type { Head } from '../../core/display/feed.ts';
import { isOutdated } from '../../core/display/outdated.ts';
import { toInstant, type Clock } from './clock.ts';
import type { Glass, OnGlass } from './glass.ts';
import type { Copy } from './store.ts';
import { after } from './timer.ts';
import type { Pulse } from './watchdog.ts';

/** Seconds until the next turn where a turn has failed. */
const AFTER_FAULT = 10;

export interface RoundParts {
  glass: Glass;
  clock: Clock;
  /** Told with every turn when the next is due. */
  pulse: Pulse;
  /** Called after each turn: something else may be on the glass. */
  turned: () => void;
}

/** The pages of the glass in their turn. Newer data takes its place when the page turns, or at once where it must. */
export class Round {
  /** On the glass. */
  shown: Copy;
  readonly #parts: RoundParts;
  /** Good and newer. */
  #next: Copy | undefined;
  #onGlass: OnGlass | undefined;
  #turns = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RoundParts, shown: Copy) {
    this.#parts = parts;
    this.shown = shown;
  }

  /** How many more there are than the part on the glass shows. */
  get leftOut(): number | undefined {
    return this.#onGlass?.leftOut;
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
    if (this.#next && this.#mustTurn(this.#next)) this.begin();
  }

  /** Shows the first page, now. */
  begin(): void {
    this.#turns = -1;
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
    const { glass, clock } = this.#parts;
    if (this.#next) {
      this.shown = this.#next;
      this.#next = undefined;
      this.#turns = -1;
    }
    const { head, feed } = this.shown;
    const { generated } = head;
    clock.showing(generated);
    // Counted before it is drawn: a page that cannot be drawn is passed over.
    this.#turns += 1;
    this.#onGlass = glass.show({ feed, generated, now: this.#now() }, this.#turns);
    this.#turns = this.#onGlass.turn;
    return this.#onGlass.dwell;
  }

  /** Whether newer data must not wait for the page to be over: something shown is no longer so, or a notice came or went. */
  #mustTurn({ feed }: Copy): boolean {
    const now = this.#now();
    const [shown, next] = [this.shown.feed, feed].map(({ notices }) =>
      noticesOn(notices, now)
        .map(({ id, text }) => `${id} ${text}`)
        .join('\n'),
    );
    return shown !== next || (this.#onGlass !== undefined && isOutdated(this.#onGlass, feed.parts));
  }

  #now(): string | undefined {
    const time = this.#parts.clock.now();
    return time === undefined ? undefined : toInstant(time);
  }
}
