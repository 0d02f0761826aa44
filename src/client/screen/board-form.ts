import { isFigures } from '../../core/screen/browser/layout.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { openingCells } from '../../core/screen/browser/opening-cells.ts';
import type { Opening } from '../../core/screen/browser/openings.ts';
import type { Page } from '../../core/screen/browser/pages.ts';
import { placesIn, tell } from './places.ts';
import { poolOf } from './pool.ts';

const PLACES = ['hour', 'room', 'name', 'state', 'place', 'to'] as const;
const NEW = ['month', 'date', 'at', 'label', 'where'] as const;

/** One line of the board. */
class OpeningRow {
  readonly #element: HTMLElement;
  readonly #places;
  readonly #to;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#places = placesIn(element, PLACES);
    this.#to = placesIn(element, NEW);
  }

  show(opening: Opening | undefined, layout: Layout, isUnsure: boolean, isFirstOn: boolean): void {
    this.#element.hidden = opening === undefined;
    if (!opening) return;
    const { to, form, ...cells } = openingCells(opening, layout, isUnsure);
    this.#element.dataset['state'] = form;
    this.#element.classList.toggle('first-on', isFirstOn);
    this.#element.classList.toggle('named', !isFigures(cells.room));
    const { hour, room, name, place } = this.#places;
    hour.write(cells.hour);
    room.write(cells.room);
    name.write(cells.name);
    this.#places.state.write(cells.state);
    tell(place, cells.place);
    this.#places.to.hidden = !to;
    if (!to) return;
    this.#to.month.write(to.month);
    this.#to.date.write(to.day);
    this.#element.classList.toggle('same-day', to.day === '');
    this.#element.classList.toggle('no-unit', !isFigures(to.room));
    this.#to.at.write(to.hour);
    this.#to.label.write(to.room);
    tell(this.#to.where, to.place);
  }
}

/** Today's openings: hour, room, project and state. */
export class BoardForm {
  readonly #rows: readonly OpeningRow[];

  constructor(lines: number) {
    const list = document.querySelector('.board > ol')!;
    this.#rows = poolOf(list, lines).map((element) => new OpeningRow(element));
  }

  show({ openings }: Page, layout: Layout, isUnsure: boolean): void {
    const firstOn = openings.findIndex(({ state }) => state === 'running');
    this.#rows.forEach((row, index) =>
      row.show(openings[index], layout, isUnsure, !isUnsure && index === firstOn),
    );
  }
}
