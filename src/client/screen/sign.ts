import { noticesOn } from '../../core/screen/browser/band.ts';
import { withNotices, type SignLayout } from '../../core/screen/browser/sign-layout.ts';
import { itemsOf, signTurns } from '../../core/screen/browser/sign-turns.ts';
import {
  ageWords,
  BREAK,
  isEmpty,
  NEVER,
  type SignWords,
  type When,
} from '../../core/screen/browser/sign-words.ts';
import { leftOutNote, type Freshness } from '../../core/screen/browser/words.ts';
import { Band } from './band.ts';
import type { Glass, Moment, Said, Turn } from './glass.ts';
import { Place } from './place.ts';

/** A moment and a room in figures with their units. */
class Figures {
  readonly #line: Place;
  readonly #parts: readonly { part: HTMLElement; figure: Place; unit: Place }[];

  constructor(root: ParentNode) {
    this.#line = new Place(root, 'when');
    this.#parts = Array.from(root.querySelectorAll<HTMLElement>('[data-part]'), (part) => ({
      part,
      figure: new Place(part, 'figure'),
      unit: new Place(part, 'unit'),
    }));
  }

  show(when: When): void {
    this.#line.hidden = when.every(isEmpty);
    this.#parts.forEach(({ part, figure, unit }, index) => {
      part.hidden = isEmpty(when[index]!);
      figure.write(when[index]!.figure);
      unit.write(when[index]!.unit);
    });
  }
}

/** A text that is not there where it has no words. */
class Words {
  readonly #place: Place;

  constructor(root: ParentNode, name: string) {
    this.#place = new Place(root, name);
  }

  show(text: string): void {
    this.#place.write(text);
    this.#place.hidden = text === '';
  }
}

/** The big field: the state and what it is of. */
class MainField {
  readonly #main = document.querySelector('[data-main]')!;
  readonly #hourElement = document.querySelector('[data-main-hour]')!;
  readonly #state = new Place(document, 'state');
  readonly #hour = new Place(document, 'main-hour');
  readonly #next = new Words(this.#main, 'next');
  readonly #name = new Words(this.#main, 'name');
  readonly #when = new Figures(this.#main);
  readonly #since = new Place(this.#main, 'since');
  readonly #begun = this.#main.querySelector<HTMLElement>('[data-begun]')!;
  readonly #where = new Words(this.#main, 'where');
  readonly #meaning = new Words(this.#main, 'meaning');
  readonly #empty = new Words(this.#main, 'empty');

  show({ tone, state, main, label, empty }: SignWords): void {
    this.#state.write(state);
    this.#hour.write(main.hour);
    this.#hourElement.classList.toggle('struck', main.isStruck);
    this.#next.show(tone === 'none' ? label : '');
    this.#name.show(main.name.join(BREAK));
    this.#when.show(main.when);
    this.#since.write(main.since);
    this.#begun.hidden = main.since === '';
    this.#where.show(main.where);
    this.#meaning.show(main.meaning);
    this.#empty.show(empty);
  }
}

/** The field below it. */
class BelowField {
  readonly #field = document.querySelector<HTMLElement>('[data-below]')!;
  readonly #hourElement = this.#field.querySelector('[data-hour-of]')!;
  readonly #label = new Place(this.#field, 'label');
  readonly #day = new Figures(this.#field.querySelector('[data-day]')!);
  readonly #to = new Figures(this.#field.querySelector('[data-to]')!);
  readonly #hour = new Place(this.#field, 'hour-of');
  readonly #name = new Place(this.#field, 'name');
  readonly #where = new Words(this.#field, 'where');

  show({ tone, label, isChanged, below }: SignWords): void {
    this.#field.hidden = tone === 'none' || label === '';
    this.#field.classList.toggle('changed', isChanged);
    this.#label.write(label);
    this.#day.show(isChanged ? NEVER : below.when);
    this.#to.show(isChanged ? below.when : NEVER);
    this.#hour.write(below.hour);
    this.#hourElement.classList.toggle('struck', below.isStruck);
    this.#name.write(below.name.join(BREAK));
    this.#where.show(below.where);
  }
}

/** The sign beside the door of a room: what is opened behind it, and what comes next. */
export class SignGlass implements Glass {
  readonly #layout: SignLayout;
  readonly #factor: number;
  readonly #glass = document.querySelector('main')!;
  readonly #main = new MainField();
  readonly #below = new BelowField();
  readonly #band = new Band();
  readonly #count = new Place(document, 'count');
  readonly #clock = new Place(document, 'clock');
  readonly #date = new Place(document, 'date');
  readonly #note = new Place(document, 'note');
  readonly #so = new Place(document, 'so');
  readonly #stamps = new Place(document, 'stamps');
  #freshness: Freshness = 'fresh';

  constructor(layout: SignLayout, factor: number) {
    this.#layout = layout;
    this.#factor = factor;
  }

  turnsAt({ feed, now, live }: Moment): readonly Turn[] {
    const isOld = this.#freshness !== 'fresh';
    const notices = noticesOn(feed.notices, now);
    const room = { ...withNotices(this.#layout, notices, isOld), spare: Infinity };
    // What is being read out behind the door is all that is told at it.
    const read = live(room.band + room.inform).map((turn) => ({
      ...turn,
      show: () => {
        // Of the face before it nothing stays.
        this.#glass.dataset['names'] = 'body';
        this.#band.show(notices, room);
        turn.show();
      },
    }));
    if (read.length > 0) return read;
    const turns = signTurns(feed, now, { layout: this.#layout, factor: this.#factor, isOld });
    return turns.map(({ face, words, names, dwell }, index) => ({
      kind: 'openings',
      items: itemsOf(face),
      keys: [
        itemsOf(face)
          .map(({ id, at }) => `${id} ${at}`)
          .join(' '),
      ],
      dwell,
      show: () => {
        this.#band.show(notices, room);
        this.#show(words, names);
        this.#count.write(turns.length > 1 ? `${index + 1}/${turns.length}` : '');
      },
    }));
  }

  #show(words: SignWords, names: string): void {
    const { dataset } = this.#glass;
    dataset['tone'] = words.tone;
    dataset['names'] = names;
    dataset['hour'] = String(words.main.hour === '' ? 0 : words.state.length);
    this.#main.show(words);
    this.#below.show(words);
  }

  showClock(time: string, date: string): void {
    this.#clock.write(time);
    this.#date.write(date);
  }

  /** While all is well the time of the day is enough: whoever stands at a door has no use for the rest. */
  showFooter({ freshness, warning, note, leftOut, stamps }: Said): void {
    this.#freshness = freshness;
    const { classList } = document.documentElement;
    classList.toggle('late', freshness === 'late');
    classList.toggle('stale', freshness === 'stale');
    const { what, so } = ageWords(
      freshness,
      warning || [leftOutNote(leftOut), note].filter(Boolean).join(' · '),
    );
    this.#note.write(what);
    this.#so.write(so);
    // Which revision it is has no room here: `?diag=1` tells.
    this.#stamps.write(stamps.replace(/ · [0-9a-f]+$/u, ''));
  }
}
