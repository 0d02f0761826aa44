import type { Refusal } from '../../core/desk/api.ts';

interface Compared {
  /** What the site's own clock says, in milliseconds since 1970; undefined where it does not answer or tells nothing. */
  readonly ask: () => Promise<number | undefined>;
  /** The moment that the desk takes for the present, in Shanghai time. */
  readonly now: () => string;
  /** A clock that nobody sets. */
  readonly milliseconds: () => number;
}

/** How often it is asked, in milliseconds: a machine whose clock is put right shall not be told of it for long. */
const ASK_EVERY = 60_000;

/** Beyond this a deadline or a time of publication is no longer that of everybody else, in minutes. */
const MOST_MINUTES = 2;

/** Holds the clock of this machine against the site's: by it publications are dated and timed. */
export class ClockWatch {
  readonly #compared: Compared;
  #askedAt: number | undefined;
  #minutesAhead = 0;

  constructor(compared: Compared) {
    this.#compared = compared;
  }

  /** What is wrong with it, as far as is known; asks again in the background where that is old. */
  look(): Refusal | undefined {
    const now = this.#compared.milliseconds();
    if (this.#askedAt === undefined || now - this.#askedAt >= ASK_EVERY) {
      this.#askedAt = now;
      void this.#ask();
    }
    const ahead = Math.round(this.#minutesAhead);
    if (Math.abs(ahead) <= MOST_MINUTES) return undefined;
    return {
      message: `这台电脑的时间${ahead > 0 ? '快' : '慢'}了 ${lengthOf(Math.abs(ahead))}。`,
      help: '请把电脑的时间调准再发布，发布时间照它写。',
    };
  }

  async #ask(): Promise<void> {
    const site = await this.#compared.ask().catch(() => undefined);
    if (site === undefined) return;
    const own = Temporal.Instant.from(this.#compared.now()).epochMilliseconds;
    this.#minutesAhead = (own - site) / 60_000;
  }
}

function lengthOf(minutes: number): string {
  if (minutes < 120) return `${minutes} 分钟`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 1440)} 天`;
}
