import { dayOf } from '../../core/announcement/instant.ts';
import type { BidsGlass } from '../../core/live/browser/bids.ts';
import type { Turn } from './glass.ts';
import { read, type Reader } from './live-reader.ts';
import type { LiveParts } from './live.ts';
import { after } from './timer.ts';

/** Seconds between two looks. */
const EVERY = 10;

/**
 * What is being read out, for a round. It wakes with the first opening of a day that has begun: most screens of most
 * days have none.
 */
export class LiveDoor {
  readonly #parts: LiveParts;
  readonly #glass: BidsGlass;
  readonly #factor: number;
  #reader: Reader | undefined;
  #clock = '';

  constructor(parts: LiveParts, glass: BidsGlass, factor: number) {
    this.#parts = parts;
    this.#glass = glass;
    this.#factor = factor;
  }

  /** Looks every ten seconds whether there is something to ask, for ever. */
  watch(): void {
    after(EVERY, () => this.watch());
    void this.#look();
  }

  /** Ids of the openings that are said to be over. */
  ended(): readonly string[] {
    return this.#reader?.ended() ?? [];
  }

  /**
   * What is being read out, as turns of a round.
   * @param above pixels that a notice to the hall takes
   */
  turnsOf(above = 0): readonly Turn[] {
    return this.#reader?.turnsOf(above) ?? [];
  }

  showClock(time: string): void {
    this.#clock = time;
    this.#reader?.showClock(time);
  }

  /** What last went wrong, for whoever looks into it. */
  get fault(): string {
    return this.#reader?.lastFault() ?? '';
  }

  async #look(): Promise<void> {
    if (!this.#reader && this.#hasBegun()) {
      this.#reader = read(this.#parts, this.#glass, this.#factor);
      this.#reader.showClock(this.#clock);
    }
    await this.#reader?.look();
  }

  #hasBegun(): boolean {
    const now = this.#parts.now();
    return this.#parts
      .feed()
      .parts.some(({ kind, items }) =>
        items.some(
          ({ roomId, at }) =>
            kind === 'openings' &&
            roomId !== undefined &&
            now !== undefined &&
            at <= now &&
            dayOf(at) === dayOf(now),
        ),
      );
  }
}
