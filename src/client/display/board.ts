import type { Instant } from '../../core/announcement/instant.ts';
import { cellsOf, COLUMN_WORDS } from '../../core/display/cells.ts';
import type { Item, ItemChange, PartKind } from '../../core/display/feed.ts';
import type { ShownPart } from '../../core/display/parts.ts';
import type { Freshness } from '../../core/display/words.ts';
import { Place } from './place.ts';

/** One line of what was changed. */
class ChangeLine {
  readonly #line: HTMLElement;
  readonly #name: Place;
  readonly #was: Place;
  readonly #now: Place;

  constructor(line: HTMLElement) {
    this.#line = line;
    this.#name = new Place(line, 'name');
    this.#was = new Place(line, 'was');
    this.#now = new Place(line, 'now');
  }

  show(change: ItemChange | undefined): void {
    this.#line.hidden = change === undefined;
    if (!change) return;
    this.#name.write(change.label);
    this.#was.write(change.was);
    this.#was.hidden = change.was === '';
    this.#now.write(change.now);
  }
}

type Places = Readonly<Record<(typeof PLACES)[number], Place>>;

const PLACES = ['year', 'day', 'time', 'label', 'what', 'where', 'mark', 'title', 'detail'] as const;

/** One row of the pool. */
class Row {
  readonly #element: HTMLElement;
  readonly #places: Places;
  readonly #changes: readonly ChangeLine[];

  constructor(element: HTMLElement) {
    const places = PLACES.map((name) => [name, new Place(element, name)] as const);
    this.#element = element;
    this.#places = Object.fromEntries(places) as Places;
    const lines = element.querySelectorAll<HTMLElement>('[data-change]');
    this.#changes = Array.from(lines, (line) => new ChangeLine(line));
  }

  show(kind: PartKind, item: Item | undefined, generated: Instant): void {
    this.#element.hidden = item === undefined;
    if (!item) return;
    const { date, changes, ...cells } = cellsOf(kind, item, generated);
    const texts = { ...cells, day: date };
    for (const name of PLACES) this.#places[name].write(texts[name]);
    this.#places.mark.hidden = texts.mark === '';
    this.#places.detail.hidden = texts.detail === '';
    this.#changes.forEach((line, index) => line.show(changes[index]));
  }
}

/** The glass: a fixed pool of rows and the texts around them, as the page was printed. */
export class Board {
  readonly #glass = document.querySelector<HTMLElement>('main')!;
  readonly #list = document.querySelector<HTMLElement>('[data-list]')!;
  readonly #rows = Array.from(
    this.#list.querySelectorAll<HTMLElement>('.row'),
    (element) => new Row(element),
  );
  readonly #empty = new Place(document, 'empty');
  readonly #heading = new Place(document, 'heading');
  readonly #columns = {
    moment: Place.in(document, 'moment'),
    what: Place.in(document, 'kinds'),
    titles: Place.in(document, 'titles'),
  };
  readonly #count = new Place(document, 'count');
  readonly #clock = new Place(document, 'clock');
  readonly #date = new Place(document, 'date');
  readonly #note = new Place(document, 'note');
  readonly #stamps = new Place(document, 'stamps');

  /** `isFull`: the next page goes on with the same part. */
  showPage(
    page: ShownPart,
    place: { number: number; of: number; isFull: boolean },
    generated: Instant,
  ): void {
    const { kind, heading, items } = page;
    const words = COLUMN_WORDS[kind];
    this.#glass.dataset['kind'] = kind;
    this.#heading.write(heading);
    this.#columns.moment?.write(words.moment);
    this.#columns.what?.write(words.what);
    this.#columns.titles?.write(words.titles);
    this.#rows.forEach((row, index) => row.show(kind, items[index], generated));
    this.#list.classList.toggle('full', place.isFull);
    this.#list.hidden = items.length === 0;
    this.#empty.write(words.empty);
    this.#empty.hidden = items.length > 0;
    this.#count.write(place.of > 1 ? `${place.number}/${place.of}` : '');
  }

  showClock(time: string, date: string): void {
    this.#clock.write(time);
    this.#date.write(date);
  }

  showFooter(freshness: Freshness, note: string, stamps: string): void {
    document.documentElement.classList.toggle('late', freshness === 'late');
    document.documentElement.classList.toggle('stale', freshness === 'stale');
    this.#note.write(note);
    this.#stamps.write(stamps);
  }
}
