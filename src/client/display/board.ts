import type { Instant } from '../../core/announcement/instant.ts';
import type { Item } from '../../core/display/feed.ts';
import { whenOf, type Freshness } from '../../core/display/words.ts';

/** The place of one text. Only its data is ever written: no markup can come in that way, and nothing piles up. */
class Place {
  readonly #element: HTMLElement;
  readonly #text: Text;

  constructor(root: ParentNode, name: string) {
    this.#element = root.querySelector<HTMLElement>(`[data-${name}]`)!;
    const present = this.#element.firstChild;
    this.#text = present instanceof Text ? present : this.#element.appendChild(document.createTextNode(''));
  }

  write(text: string): void {
    if (this.#text.data !== text) this.#text.data = text;
  }

  set hidden(hidden: boolean) {
    this.#element.hidden = hidden;
  }
}

/** One row of the pool. */
class Row {
  readonly #element: HTMLElement;
  readonly #places: Readonly<Record<'year' | 'day' | 'time' | 'type' | 'region' | 'mark' | 'title', Place>>;

  constructor(element: HTMLElement) {
    const place = (name: string): Place => new Place(element, name);
    this.#element = element;
    this.#places = {
      year: place('year'),
      day: place('day'),
      time: place('time'),
      type: place('type'),
      region: place('region'),
      mark: place('mark'),
      title: place('title'),
    };
  }

  show(item: Item | undefined, generated: Instant): void {
    this.#element.hidden = item === undefined;
    if (!item) return;
    const when = whenOf(item.at, generated);
    const { year, day, time, type, region, mark, title } = this.#places;
    year.write(when.year);
    day.write(when.date);
    time.write(when.time);
    type.write(item.type);
    region.write(item.region ?? '');
    mark.write(item.mark ?? '');
    mark.hidden = item.mark === undefined;
    title.write(item.title);
  }
}

/** The glass: a fixed pool of rows and the texts around them, as the page was printed. */
export class Board {
  readonly #list = document.querySelector<HTMLElement>('[data-list]')!;
  readonly #rows = Array.from(
    this.#list.querySelectorAll<HTMLElement>('.row'),
    (element) => new Row(element),
  );
  readonly #empty = document.querySelector<HTMLElement>('[data-empty]')!;
  readonly #count = new Place(document, 'count');
  readonly #clock = new Place(document, 'clock');
  readonly #date = new Place(document, 'date');
  readonly #note = new Place(document, 'note');
  readonly #stamps = new Place(document, 'stamps');

  showPage(items: readonly Item[], number: number, pages: number, generated: Instant): void {
    this.#rows.forEach((row, index) => row.show(items[index], generated));
    this.#list.classList.toggle('full', number < pages);
    this.#list.hidden = items.length === 0;
    this.#empty.hidden = items.length > 0;
    this.#count.write(pages > 1 ? `${number}/${pages}` : '');
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
