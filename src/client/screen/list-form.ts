import type { Instant } from '../../core/announcement/instant.ts';
import { columnsOf } from '../../core/screen/browser/columns.ts';
import { MOST_CHANGES, type Item, type ItemChange } from '../../core/screen/browser/feed.ts';
import { isFigures, type Layout } from '../../core/screen/browser/layout.ts';
import type { Group, Page } from '../../core/screen/browser/pages.ts';
import { COLUMN_WORDS, rowCells } from '../../core/screen/browser/row-cells.ts';
import { Place } from './place.ts';
import { placesIn, tell } from './places.ts';
import { poolOf } from './pool.ts';

/** One line of what was changed. */
class ChangeLine {
  readonly #line: HTMLElement;
  readonly #places;

  constructor(line: HTMLElement) {
    this.#line = line;
    this.#places = placesIn(line, ['label', 'was', 'now']);
  }

  show(change: ItemChange | undefined): void {
    this.#line.hidden = change === undefined;
    if (!change) return;
    tell(this.#places.label, change.label);
    tell(this.#places.was, change.was);
    this.#places.now.write(change.now);
  }
}

const PLACES = [
  'year',
  'month',
  'day',
  'time',
  'room',
  'mark',
  'name',
  'tail',
  'detail',
  'first',
  'second',
] as const;

/** One announcement, in a list or a group. */
export class Row {
  readonly #element: HTMLElement;
  readonly #places;
  readonly #changes: readonly ChangeLine[];

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#places = placesIn(element, PLACES);
    const lines = poolOf(element.querySelector('.changes')!, MOST_CHANGES);
    this.#changes = lines.map((line) => new ChangeLine(line));
  }

  show(
    { kind, next }: Group,
    item: Item | undefined,
    generated: Instant,
    layout: Layout,
    isGrouped: boolean,
  ): void {
    this.#element.hidden = item === undefined;
    if (!item) return;
    const cells = rowCells(kind, item, generated, layout);
    const { isStacked } = columnsOf(kind, isGrouped, layout);
    this.#element.dataset['kind'] = kind;
    this.#element.classList.toggle('stacked', isStacked);
    this.#element.classList.toggle('next', item.at === next);
    this.#element.classList.toggle('named', !isFigures(cells.room));
    const { year, month, day, time, room, mark, name, tail, detail, first, second } = this.#places;
    tell(year, cells.year);
    month.write(cells.month);
    day.write(cells.day);
    time.write(cells.time);
    room.write(cells.room);
    tell(mark, cells.mark);
    name.write(cells.name);
    tell(tail, cells.tail.join(' '));
    detail.hidden = cells.details.length === 0;
    first.write(cells.details[0] ?? '');
    tell(second, cells.details[1] ?? '');
    this.#changes.forEach((line, index) => line.show(cells.changes[index]));
  }
}

/** One part alone: when, and what. */
export class ListForm {
  readonly #rows: readonly Row[];
  readonly #date = Place.in(document, 'col-date');
  readonly #hour = Place.in(document, 'col-hour');
  readonly #names = Place.in(document, 'col-names');
  readonly #list = document.querySelector<HTMLElement>('.list')!;

  constructor(lines: number) {
    this.#rows = poolOf(this.#list.querySelector('ol')!, lines).map((element) => new Row(element));
  }

  show({ groups }: Page, generated: Instant, layout: Layout): void {
    const [group] = groups;
    if (!group) return;
    const { kind, items } = group;
    const words = COLUMN_WORDS[kind];
    this.#list.dataset['kind'] = kind;
    this.#date?.write(words.date);
    this.#hour?.write(words.hour);
    this.#names?.write(words.names);
    this.#rows.forEach((row, index) => row.show(group, items[index], generated, layout, false));
  }
}
