import { getWholePage } from './whole-page.ts';

const MINUTE = 60_000;

/** Least time between two renewals and most within an hour, in milliseconds: a page that asks for more must not flicker. */
const LEAST = 10 * MINUTE;
const HOUR = 60 * MINUTE;
const MOST_AN_HOUR = 3;

/** Why a page wants to be loaded anew: it has changed, it stands still, it fails, or it has run for a day. */
export type Reason = 'changed' | 'silent' | 'failing' | 'night';

/**
 * Loads the page anew, at most once in ten minutes and three times an hour, and only once the new one has been seen
 * whole: leaving a page that works for one that does not would leave the glass dark. The times are kept in the state of
 * the history entry, which a reload keeps, and which a browser has that stores nothing.
 */
export class Renewal {
  readonly #screen: string;
  readonly #shell: string;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(screen: string, shell: string) {
    this.#screen = screen;
    this.#shell = shell;
  }

  /** When the page was last loaded anew, in milliseconds since 1970, as far as it matters. */
  get times(): readonly number[] {
    return timesIn(history.state).filter((time) => Math.abs(Date.now() - time) < HOUR);
  }

  /** Never throws; `refused` is called with what stood in the way. */
  async ask(reason: Reason, refused: (why: unknown) => void): Promise<void> {
    // An attempt costs the server a page.
    if (performance.now() - this.#triedAt < LEAST) return;
    this.#triedAt = performance.now();
    try {
      if (!this.#isAllowed()) throw new Error(`renewal (${reason}): too often`);
      const shell = await this.#seeWhole();
      if (reason === 'changed' && shell === this.#shell)
        throw new Error('renewal: the page is still the same');
      history.replaceState({ renewed: [...this.times, Date.now()] }, '');
      location.reload();
    } catch (why) {
      refused(why);
    }
  }

  #isAllowed(): boolean {
    const { times } = this;
    return times.length < MOST_AN_HOUR && times.every((time) => Math.abs(Date.now() - time) >= LEAST);
  }

  /** The page and its scripts, as they are on the server now; tells the page's shell. */
  async #seeWhole(): Promise<string> {
    const page = await getWholePage((text) => marksOf(text)[0] === this.#screen);
    return marksOf(page)[1]!;
  }
}

/** The screen and the shell that a page names. */
function marksOf(page: string): readonly (string | undefined)[] {
  return (/<html[^>]* data-screen="([^"]*)" data-shell="([^"]*)"/u.exec(page) ?? []).slice(1);
}

function timesIn(state: unknown): readonly number[] {
  const renewed: unknown = (state as { renewed?: unknown } | null)?.renewed;
  return Array.isArray(renewed) ? renewed.filter((time): time is number => typeof time === 'number') : [];
}
