import { element } from '../element.ts';
import { button } from './page.ts';
import type { Library } from './library.ts';
import type { ListTools } from './list.ts';
import { missing, say } from './say.ts';
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
  readonly #library: Library;
  readonly #stage: Stage;
  #page = 0;

  constructor(words: string, options: () => readonly Option[], { library, stage }: ListTools) {
    this.#words = words;
    this.#options = options;
    this.#library = library;
    this.#stage = stage;
  }

  show(content: HTMLElement): void {
    const options = this.#options();
    const pages = Math.max(1, Math.ceil(options.length / ON_PAGE));
    const shown = options.slice(this.#page * ON_PAGE, (this.#page + 1) * ON_PAGE);
    content.replaceChildren(
      element('h2', '', this.#words),
      ...this.#said(options.length > 0),
      ...(options.length > 0 ? [element('div', 'choices', ...shown.map(toButton))] : []),
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

  #said(hasSome: boolean): readonly HTMLElement[] {
    if (this.#library.state === 'failed') return [missing(this.#library, hasSome)];
    if (hasSome) return [];
    return [say(this.#library.state === 'coming' ? '正在读取……' : '现在没有。')];
  }
}

const toButton = ({ words, count, choose }: Option): HTMLElement =>
  button('', choose, words, element('small', '', `${count} 条`));
