import { element } from '../element.ts';
import { button } from './page.ts';
import { say } from './say.ts';
import type { Stage, View } from './stage.ts';

/** One of several things to choose from. */
export interface Option {
  words: string;
  count: number;
  choose: () => void;
}

/** Most options on one page: a year of months, and what fits a hand's reach in 大字. */
const ON_PAGE = 12;

/** A page of large buttons to choose from, such as the areas or the months. */
export class Choose implements View {
  readonly beside = 'pad';
  readonly #words: string;
  readonly #options: () => readonly Option[];
  readonly #stage: Stage;
  #page = 0;

  constructor(words: string, options: () => readonly Option[], stage: Stage) {
    this.#words = words;
    this.#options = options;
    this.#stage = stage;
  }

  show(content: HTMLElement): void {
    const options = this.#options();
    const pages = Math.max(1, Math.ceil(options.length / ON_PAGE));
    const shown = options.slice(this.#page * ON_PAGE, (this.#page + 1) * ON_PAGE);
    content.replaceChildren(
      element('h2', '', this.#words),
      options.length === 0
        ? say('正在读取……')
        : element(
            'div',
            'choices',
            ...shown.map(({ words, count, choose }) =>
              button('', choose, words, element('small', '', `${count} 条`)),
            ),
          ),
    );
    const turn = (by: number) => () => {
      this.#page += by;
      this.#stage.redraw();
    };
    this.#stage.turn({
      place: pages > 1 ? `第 ${this.#page + 1} 页，共 ${pages} 页` : '',
      previous: this.#page > 0 ? turn(-1) : undefined,
      next: this.#page < pages - 1 ? turn(1) : undefined,
    });
  }
}
