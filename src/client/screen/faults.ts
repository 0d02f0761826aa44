/** So many uncaught errors within so long, in milliseconds, and the page is not sound any more. */
const STORM = 3;
const STORM_WITHIN = 10 * 60_000;

/** How many are kept for whoever looks into it, and how much of each. */
const KEPT = 5;
const LONGEST = 120;

interface Fault {
  /** By the page's own counter, in milliseconds. */
  at: number;
  what: string;
}

/** What went wrong since the page was loaded: failed questions, and errors that nobody caught. */
export class Faults {
  count = 0;
  /** The last few, oldest first. */
  last: readonly Fault[] = [];
  #uncaught: readonly number[] = [];

  /** `storm` is called when the third error within ten minutes went uncaught. */
  constructor(storm: () => void) {
    const caught = (reason: unknown): void => {
      this.note(reason);
      const now = performance.now();
      this.#uncaught = [...this.#uncaught.filter((at) => now - at < STORM_WITHIN), now];
      if (this.#uncaught.length < STORM) return;
      this.#uncaught = [];
      storm();
    };
    addEventListener('error', ({ error, message }) => caught(error ?? message));
    addEventListener('unhandledrejection', ({ reason }) => caught(reason));
  }

  note(reason: unknown): void {
    this.count += 1;
    const what = String(reason).slice(0, LONGEST);
    this.last = [...this.last, { at: performance.now(), what }].slice(-KEPT);
  }
}
