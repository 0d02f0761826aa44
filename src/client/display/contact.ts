import type { Clock } from './clock.ts';
import type { Store } from './store.ts';

const MINUTE = 60_000;

/** When the server last gave a sound answer, and what that means for the age of what is shown. */
export class Contact {
  readonly #store: Store;
  readonly #clock: Clock;
  /** By the page's own counter: no clock that jumps makes old data new. */
  #at = performance.now();
  #hasAsked = false;
  #isKnown = true;
  /** The last sound answer since the page was loaded, in milliseconds since 1970, where the clock can be trusted. */
  last: number | undefined;

  /** A page just printed by a server long dead is as old as the last answer that was noted. */
  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    const [before, now] = [store.lastCheck(), clock.now()];
    if (before === undefined) return;
    if (now === undefined) this.#isKnown = false;
    else this.#at -= Math.max(0, now - before);
  }

  answered(): void {
    this.#hasAsked = this.#isKnown = true;
    this.#at = performance.now();
    this.last = this.#clock.now();
    if (this.last !== undefined) this.#store.noteCheck(this.last);
  }

  failed(): void {
    this.#hasAsked = true;
  }

  /** Minutes since the last sound answer; none before the first question has ended, undefined if nobody can tell. */
  get minutesAlone(): number | undefined {
    if (!this.#hasAsked) return 0;
    return this.#isKnown ? this.#minutes : undefined;
  }

  /** The same, and where nobody can tell, at least. */
  get leastMinutesAlone(): number {
    return this.#hasAsked ? this.#minutes : 0;
  }

  get #minutes(): number {
    return (performance.now() - this.#at) / MINUTE;
  }
}
