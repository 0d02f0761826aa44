import { cutsAt, say, type Cutting, type Strip } from '../../core/display/strip.ts';
import type { Freshness } from '../../core/display/words.ts';
import { EMPTY_DWELL, type Glass, type Moment, type OnGlass } from './glass.ts';
import { Place } from './place.ts';

/** A strip of lamps: one line, hard cuts, nothing that moves. */
export class StripGlass implements Glass {
  readonly #line = new Place(document, 'line');
  readonly #element = document.querySelector<HTMLElement>('[data-line]')!;
  readonly #empty: string;
  readonly #strip: Strip;
  readonly #factor: number;
  #freshness: Freshness = 'fresh';
  #note = '';
  #stamps = '';

  constructor(strip: Strip, factor: number, empty: string) {
    this.#strip = strip;
    this.#factor = factor;
    this.#empty = empty;
  }

  /** A strip has no footer: how old the data is has its turn among the announcements, and before them when it is old. */
  show({ feed, generated, now }: Moment, turn: number): OnGlass {
    const cutting: Cutting = { strip: this.#strip, factor: this.#factor, generated };
    const isOld = this.#freshness !== 'fresh';
    const trust = say(
      'trust',
      [isOld ? `${this.#note}（${this.#stamps}）` : `${this.#note} ${this.#stamps}`],
      cutting,
    );
    const announced = cutsAt(feed, now, cutting);
    const said = announced.length > 0 ? announced : say('trust', [this.#empty], cutting);
    const cuts = isOld ? [...trust, ...said] : [...said, ...trust];
    const index = turn % cuts.length;
    const { kind, text, items, dwell } = cuts[index] ?? {
      kind: 'trust',
      text: '',
      items: [],
      dwell: EMPTY_DWELL,
    };
    this.#element.dataset['kind'] = kind;
    this.#line.write(text);
    return {
      kind: kind === 'notice' || kind === 'trust' ? 'newest' : kind,
      items,
      turn: index,
      dwell,
    };
  }

  showClock(): void {
    // No room: the moment of an announcement matters more than that of the glance.
  }

  showFooter(freshness: Freshness, note: string, stamps: string): void {
    this.#freshness = freshness;
    this.#note = note;
    this.#stamps = stamps;
    document.documentElement.classList.toggle('late', freshness === 'late');
    document.documentElement.classList.toggle('stale', freshness === 'stale');
  }
}
