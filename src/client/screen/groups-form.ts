import type { Instant } from '../../core/announcement/instant.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { GROUP_WORDS, MOST_GROUPS, type Group, type Page } from '../../core/screen/browser/pages.ts';
import { Row } from './list-form.ts';
import { Place } from './place.ts';
import { poolOf } from './pool.ts';

/** The rows of one part, and its name down their side. */
class GroupPlace {
  readonly #element: HTMLElement;
  readonly #name: Place;
  readonly #rows: readonly Row[];

  constructor(element: HTMLElement, lines: number) {
    this.#element = element;
    this.#name = new Place(element, 'group', 'h2');
    this.#rows = poolOf(element.querySelector('ol')!, lines).map((row) => new Row(row));
  }

  show(group: Group | undefined, generated: Instant, layout: Layout): void {
    this.#element.hidden = group === undefined;
    if (!group) return;
    this.#element.dataset['kind'] = group.kind;
    this.#name.write(GROUP_WORDS[group.kind] ?? '');
    this.#rows.forEach((row, index) => row.show(group, group.items[index], generated, layout, true));
  }
}

/** Several parts on one page: what is opened, what closes, what has changed. */
export class GroupsForm {
  readonly #groups: readonly GroupPlace[];

  constructor(lines: number) {
    const sections = poolOf(document.querySelector('.groups > div')!, MOST_GROUPS);
    this.#groups = sections.map((element) => new GroupPlace(element, lines));
  }

  show({ groups }: Page, generated: Instant, layout: Layout): void {
    this.#groups.forEach((place, index) => place.show(groups[index], generated, layout));
  }
}
