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

  /** `at` is how new the answer is, by the page's own counter. */
  answered(at: number): void {
    this.#hasAsked = this.#isKnown = true;
    this.#at = at;
    const now = this.#clock.now();
    this.last = now && now - this.leastMinutesAlone * MINUTE;
    if (this.last !== undefined) this.#store.noteCheck(this.last);
  }

  failed(): void {
    this.#hasAsked = true;
  }

  /** Minutes since the last sound answer; none before the first question has ended, undefined if nobody can tell. */
  get minutesAlone(): number | undefined {
    return this.#hasAsked && !this.#isKnown ? undefined : this.leastMinutesAlone;
  }

  /** The same, and where nobody can tell, at least. */
  get leastMinutesAlone(): number {
    return this.#hasAsked ? (performance.now() - this.#at) / MINUTE : 0;
  }
}
