import { cutsAt, say, type Cut, type Cutting, type Strip } from '../../core/screen/browser/strip.ts';
import { leftOutNote, type Freshness } from '../../core/screen/browser/words.ts';
import type { Glass, Moment, Said, Turn } from './glass.ts';
import { Place } from './place.ts';
import { StripLine } from './strip-line.ts';

/** A strip of lamps: one line, hard cuts, nothing that moves; a clock where there is room. */
export class StripGlass implements Glass {
  readonly #line = new StripLine();
  readonly #clock = Place.in(document, 'clock');
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
    const cutting: Cutting = {
      strip: this.#strip,
      factor: this.#factor,
      generated,
      isOld: this.#freshness === 'stale',
    };
    const isDoubtful = this.#freshness !== 'fresh';
    const phrases = [this.#note, this.#stamps].filter(Boolean);
    const trust = say('trust', phrases, cutting, { key: 'trust' });
    const announced = cutsAt(feed, now, cutting);
    const said = announced.length > 0 ? announced : say('trust', [this.#empty], cutting);
    const isUrgent = said[0]!.kind === 'urgent';
    const turns = isDoubtful && !isUrgent ? [...trust, ...said] : [...said, ...trust];
    return turns.map((cut) => this.#turn(cut, isUrgent));
  }

  showClock(time: string): void {
    this.#clock?.write(time);
  }

  showFooter({ freshness, warning, note, leftOut, stamps }: Said): void {
    this.#freshness = freshness;
    this.#note = warning || [leftOutNote(leftOut), note].filter(Boolean).join(' · ');
    this.#stamps = stamps;
    document.documentElement.classList.toggle('late', freshness === 'late');
    document.documentElement.classList.toggle('stale', freshness === 'stale');
  }

  /** A 紧急 stands before the night and 信息暂停更新 too. */
  #turn({ kind, items, key, dwell, pieces }: Cut, isUrgent: boolean): Turn {
    const show = (): void => {
      document.documentElement.classList.toggle('urgent', isUrgent);
      this.#line.write(pieces);
    };
    return { kind, items, keys: [key], dwell, show };
  }
}
