import {
  bidsLayoutOf,
  bidsPages,
  countNote,
  currentRow,
  isFigure,
  pagesInTurn,
  sourceNote,
  TO_COME,
  type BidsGlass,
  type BidsLayout,
} from '../../core/live/browser/bids.ts';
import { listDwell } from '../../core/screen/browser/dwell.ts';
import { STATE_WORDS } from '../../core/screen/browser/openings.ts';
import type { Turn } from './glass.ts';
import type { Reading } from './live.ts';
import { Place } from './place.ts';

/** A value of a column: figures stand as high as ideographs. */
class Value {
  readonly #element: HTMLElement;
  readonly #text: Text;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#text = element.appendChild(document.createTextNode(''));
  }

  /** Without a width there is no such column. */
  show(text: string, width: number | undefined): void {
    this.#element.hidden = width === undefined;
    if (width === undefined) return;
    this.#element.style.width = `calc(${width} * var(--u))`;
    this.#element.classList.toggle('figure', isFigure(text));
    if (this.#text.data !== text) this.#text.data = text;
  }
}

const valuesIn = (root: ParentNode, name: string): readonly Value[] =>
  Array.from(root.querySelectorAll<HTMLElement>(`[data-${name}]`), (element) => new Value(element));

/** One row of the pool. */
class Bid {
  readonly #element: HTMLElement;
  readonly #number: Place;
  readonly #name: Place;
  readonly #values: readonly Value[];

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#number = new Place(element, 'number');
    this.#name = new Place(element, 'name');
    this.#values = valuesIn(element, 'value');
  }

  show(place: number | undefined, { table }: Reading, { rows, values }: BidsLayout): void {
    const { style, classList } = this.#element;
    this.#element.hidden = place === undefined;
    if (place === undefined) return;
    const isToCome = table.kind === 'opening' && place >= table.read;
    const [name = '', ...texts] = table.rows[place]!;
    style.setProperty('--row', String(rows[place]));
    classList.toggle('to-come', isToCome);
    classList.toggle('current', place === currentRow(table));
    this.#number.write(String(place + 1));
    this.#name.write(name);
    this.#values.forEach((value, column) => {
      const text = isToCome && column === 0 ? TO_COME : texts[column];
      value.show(text ?? '', values[column]);
    });
  }
}

/** The form in which a live table takes the glass: a fixed pool of rows, as the page was printed. */
export class BidsForm {
  readonly #glass: BidsGlass;
  readonly #factor: number;
  readonly #form = document.querySelector<HTMLElement>('[data-bids]')!;
  readonly #state = new Place(document, 'bids-state');
  readonly #room = new Place(document, 'bids-room');
  readonly #title = new Place(document, 'bids-title');
  readonly #clock = new Place(document, 'bids-clock');
  readonly #name = new Place(document, 'bids-name');
  readonly #labels = valuesIn(document, 'bids-label');
  readonly #rows = Array.from(
    this.#form.querySelectorAll<HTMLElement>('[data-bid]'),
    (element) => new Bid(element),
  );
  readonly #caution = document.querySelector<HTMLElement>('[data-bids-caution]')!;
  readonly #source = new Place(document, 'bids-source');
  readonly #count = new Place(document, 'bids-count');

  constructor(glass: BidsGlass, factor: number) {
    this.#glass = glass;
    this.#factor = factor;
    this.#form.classList.toggle('bids-tall', glass.height > glass.width);
  }

  /**
   * The turns that live tables have in a round.
   * @param above pixels that a notice to the hall takes
   */
  turnsOf(readings: readonly Reading[], above = 0): readonly Turn[] {
    return readings.flatMap((reading) => {
      const { table, room, item } = reading;
      const layout = bidsLayoutOf(table, headOf(reading), this.#glass, above);
      const pages = bidsPages(layout);
      return pagesInTurn(table, pages).map((page, index) => ({
        kind: 'openings',
        items: [item],
        isLive: true,
        keys: [`live ${room} ${index}`],
        dwell: listDwell(
          page.map((place) => table.rows[place]!.join(' ')),
          this.#factor,
        ),
        show: () => this.#show(reading, layout, page, pages),
      }));
    });
  }

  showClock(time: string): void {
    this.#clock.write(time);
  }

  #show(
    reading: Reading,
    layout: BidsLayout,
    page: readonly number[],
    pages: readonly (readonly number[])[],
  ): void {
    const { table, isStill } = reading;
    const { tag, room, title } = headOf(reading);
    const [names, ...columns] = table.columns;
    const { style, classList } = this.#form;
    for (const name of ['figures', 'number', 'name', 'gap', 'head', 'heads', 'caution', 'foot'] as const)
      style.setProperty(`--bids-${name}`, String(layout[name]));
    classList.toggle('bids-below', layout.isBelow);
    classList.toggle('bids-plain', layout.number === 0);
    classList.toggle('bids-still', isStill);
    this.#state.write(tag);
    this.#room.write(room);
    this.#title.write(title);
    this.#name.write(names!.label);
    this.#labels.forEach((label, index) => {
      const { label: words = '', unit = '' } = columns[index] ?? {};
      label.show(`${words} ${unit}`.trim(), layout.values[index]);
    });
    this.#rows.forEach((row, index) => row.show(page[index], reading, layout));
    this.#caution.hidden = table.kind !== 'opening';
    this.#source.write(sourceNote(table, isStill));
    this.#count.write(countNote(table, pages.indexOf(page), pages.length));
  }
}

const headOf = ({ table, item }: Reading): { tag: string; room: string; title: string } => ({
  tag: table.kind === 'opening' ? STATE_WORDS.running : table.title,
  room: item.room ?? '',
  title: item.short ?? item.title,
});
