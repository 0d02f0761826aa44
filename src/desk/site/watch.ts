import type { SiteStatus } from '../../core/publishing.ts';
import type { SiteState } from '../../core/desk/api.ts';
import { stateWords } from './words.ts';

interface Watched {
  /** What the site tells of itself; `none` where it has nothing to tell, undefined where it does not answer. */
  readonly ask: () => Promise<SiteStatus | 'none' | undefined>;
  /** A clock that nobody sets. */
  readonly milliseconds: () => number;
}

/** Shortest time between two questions, in milliseconds. */
const ASK_EVERY = 3_000;
/** Longest that somebody waits for the answer, in milliseconds; after that the last one counts. */
const WAIT = 1_000;
/** After how long without an answer the machine is told to be silent, in milliseconds. */
const SILENT = 10 * 60_000;
/** The machine publishes each day by itself, so that one that has looked at nothing for longer stands still, in hours. */
const STANDS_STILL = 26;

/** What the public site tells of itself, asked as often as somebody looks and never more often than each few seconds. */
export class SiteWatch {
  readonly #watched: Watched;
  #status: SiteStatus | undefined;
  #isNone = false;
  #askedAt: number | undefined;
  #answeredAt: number | undefined;
  #asking: Promise<void> = Promise.resolve();

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** What is known now; asks again where that is some seconds old, and waits a moment for the answer. */
  async look(): Promise<{ readonly status: SiteStatus | undefined }> {
    const now = this.#watched.milliseconds();
    if (this.#askedAt === undefined || now - this.#askedAt >= ASK_EVERY) {
      this.#askedAt = now;
      // Until the first answer the silence counts from the first question.
      this.#answeredAt ??= now;
      this.#asking = this.#ask();
    }
    const limit = AbortSignal.timeout(WAIT);
    await Promise.race([this.#asking, new Promise((done) => limit.addEventListener('abort', done))]);
    return { status: this.#status };
  }

  /**
   * How the site stands.
   * @param now the moment, in Shanghai
   * @param since when something was published that is waited for
   */
  stateOf(now: string, since?: string): SiteState['state'] {
    if (this.#isSilent()) return 'silent';
    if (!this.#status) return 'none';
    const { phase, seen } = this.#status;
    if (hoursBetween(seen, now) > STANDS_STILL) return 'silent';
    if (since !== undefined && seen < since && hoursBetween(since, now) * 3_600_000 > SILENT) return 'silent';
    return phase === 'building' ? 'working' : phase;
  }

  async state(now: string): Promise<SiteState> {
    const { status } = await this.look();
    return stateWords(this.stateOf(now), status, now);
  }

  #isSilent(): boolean {
    return (
      !this.#isNone &&
      this.#answeredAt !== undefined &&
      this.#watched.milliseconds() - this.#answeredAt > SILENT
    );
  }

  async #ask(): Promise<void> {
    const said = await this.#watched.ask();
    if (said === undefined) return;
    this.#answeredAt = this.#watched.milliseconds();
    this.#isNone = said === 'none';
    this.#status = said === 'none' ? undefined : said;
  }
}

const hoursBetween = (from: string, to: string): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('hours');
