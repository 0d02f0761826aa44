import type { Instant } from '../../core/announcement/instant.ts';
import { noticesOn, withBand } from '../../core/screen/browser/band.ts';
import { cellsOf, COLUMN_WORDS } from '../../core/screen/browser/cells.ts';
import type { Item, ItemChange, PartKind } from '../../core/screen/browser/feed.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { pagesAt, type Page } from '../../core/screen/browser/pages.ts';
import { partsAt, type ShownPart } from '../../core/screen/browser/parts.ts';
import { leftOutNote, type Freshness } from '../../core/screen/browser/words.ts';
import { Band } from './band.ts';
import { EMPTY_DWELL, type Glass, type Moment, type Turn } from './glass.ts';
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

const PLACES = ['year', 'day', 'time', 'label', 'what', 'where', 'mark', 'title'] as const;

/** One row of the pool. */
class Row {
  readonly #element: HTMLElement;
  readonly #places: Places;
  readonly #detail: Place;
  readonly #details: readonly Place[];
  readonly #changes: readonly ChangeLine[];

  constructor(element: HTMLElement) {
    const places = PLACES.map((name) => [name, new Place(element, name)] as const);
    this.#element = element;
    this.#detail = new Place(element, 'detail');
    this.#details = [new Place(element, 'first'), new Place(element, 'second')];
    this.#places = Object.fromEntries(places) as Places;
    const lines = element.querySelectorAll<HTMLElement>('[data-change]');
    this.#changes = Array.from(lines, (line) => new ChangeLine(line));
  }

  show(kind: PartKind, item: Item | undefined, generated: Instant): void {
    this.#element.hidden = item === undefined;
    if (!item) return;
    const { date, details, changes, ...cells } = cellsOf(kind, item, generated);
    const texts = { ...cells, day: date };
    for (const name of PLACES) this.#places[name].write(texts[name]);
    this.#places.mark.hidden = texts.mark === '';
    this.#detail.hidden = details.length === 0;
    this.#details.forEach((piece, index) => piece.write(details[index] ?? ''));
    this.#changes.forEach((line, index) => line.show(changes[index]));
  }
}

/** One part in the list of what the round is made of. */
class IndexEntry {
  readonly #element: HTMLElement;
  readonly #heading: Place;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#heading = new Place(element, 'of');
  }

  /** A part without items is not in the round. */
  show(part: ShownPart | undefined, isOn: boolean): void {
    this.#element.hidden = !part || part.items.length === 0;
    if (!part) return;
    this.#element.classList.toggle('on', isOn);
    this.#heading.write(part.heading);
  }
}

/** The glass: a fixed pool of rows and the texts around them, as the page was printed. */
export class Board implements Glass {
  readonly #layout: Layout;
  readonly #factor: number;
  readonly #band = new Band();
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
  readonly #index = Array.from(
    document.querySelectorAll<HTMLElement>('[data-part]'),
    (element) => new IndexEntry(element),
  );
  readonly #count = new Place(document, 'count');
  readonly #clock = new Place(document, 'clock');
  readonly #date = new Place(document, 'date');
  readonly #note = new Place(document, 'note');
  readonly #stamps = new Place(document, 'stamps');

  constructor(layout: Layout, factor: number) {
    this.#layout = layout;
    this.#factor = factor;
  }

  /** Without any page it is the first part, and that it is empty. */
  turnsAt({ feed, generated, now, live }: Moment): readonly Turn[] {
    const notices = noticesOn(feed.notices, now);
    const layout = withBand(this.#layout, notices);
    const parts = partsAt(feed, now);
    const found = pagesAt(feed, now, { layout, factor: this.#factor, generated });
    const empty = { ...parts[0]!, part: 0, isFull: false, dwell: EMPTY_DWELL };
    const pages = found.length > 0 ? found : [empty];
    const read = live(layout.band + layout.inform).map((turn) => ({
      ...turn,
      show: () => {
        this.#band.show(notices, layout);
        turn.show();
      },
    }));
    const listed = pages.map((page, index) => ({
      ...page,
      keys: page.items.map(({ id, title }) => `${page.part} ${id} ${title}`),
      show: () => {
        this.#band.show(notices, layout);
        this.#showPage(page, generated);
        this.#count.write(pages.length > 1 ? `${index + 1}/${pages.length}` : '');
        this.#index.forEach((entry, place) => entry.show(parts[place], place === page.part));
      },
    }));
    return [...read, ...listed];
  }

  #showPage(page: Page, generated: Instant): void {
    const { kind, heading, items, leftOut } = page;
    const words = COLUMN_WORDS[kind];
    this.#glass.dataset['kind'] = kind;
    this.#heading.write(heading);
    this.#columns.moment?.write(words.moment);
    this.#columns.what?.write(words.what);
    this.#columns.titles?.write(words.titles);
    this.#rows.forEach((row, index) => row.show(kind, items[index], generated));
    this.#list.classList.toggle('full', page.isFull);
    this.#list.hidden = items.length === 0;
    // Where all that is at hand is over but not all that there is, nothing is said to be none.
    this.#empty.write(leftOutNote(leftOut) || words.empty);
    this.#empty.hidden = items.length > 0;
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
