import { cutsAt, say, type Cutting, type Strip } from '../../core/screen/browser/strip.ts';
import type { Freshness } from '../../core/screen/browser/words.ts';
import type { Glass, Moment, Turn } from './glass.ts';
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
  turnsAt({ feed, generated, now }: Moment): readonly Turn[] {
    const cutting: Cutting = { strip: this.#strip, factor: this.#factor, generated };
    const isOld = this.#freshness !== 'fresh';
    const note = isOld ? `${this.#note}（${this.#stamps}）` : `${this.#note} ${this.#stamps}`;
    // Its text is another every few minutes.
    const trust = say('trust', [note], cutting).map((cut, place) => ({ ...cut, key: `trust ${place}` }));
    const announced = cutsAt(feed, now, cutting);
    const said = (announced.length > 0 ? announced : say('trust', [this.#empty], cutting)).map((cut) => ({
      ...cut,
      key: cut.text,
    }));
    return (isOld ? [...trust, ...said] : [...said, ...trust]).map(({ key, ...cut }) => ({
      ...cut,
      keys: [key],
      show: () => {
        this.#element.dataset['kind'] = cut.kind;
        this.#line.write(cut.text);
      },
    }));
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
