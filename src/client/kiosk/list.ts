import type { Choices } from '../../core/kiosk/choices.ts';
import type { Found } from '../../core/kiosk/find.ts';
import type { Library } from './library.ts';
import { element } from '../element.ts';
import type { Ahead } from './pad.ts';
import { button } from './page.ts';
import { rowOf } from './row.ts';
import { MOST_ROWS, Rows } from './rows.ts';
import { missing, say } from './say.ts';
import type { Stage, View } from './stage.ts';

export interface ListTools {
  library: Library;
  stage: Stage;
  /** Tells the pad where its keys lead to, as far as that is known. */
  allow: (ahead: Ahead | undefined) => void;
  open: (id: string) => void;
}

/** A list of announcements, narrowed by the pad. */
export class List implements View {
  readonly beside = 'pad';
  query: string;
  /** Whether it is there because of what was typed, and goes when that is deleted. */
  readonly isSearch: boolean;
  readonly #words: string;
  readonly #choices: Choices;
  readonly #tools: ListTools;
  readonly #rows = new Rows();

  /** @param words what is listed: 建设工程, 明城镇, 2026年11月 */
  constructor(words: string, choices: Choices, tools: ListTools, query = '') {
    this.#words = words;
    this.#choices = choices;
    this.#tools = tools;
    this.query = query;
    this.isSearch = query !== '';
  }

  narrow(query: string): void {
    this.query = query;
    this.#rows.restart();
  }

  show(content: HTMLElement): void {
    const { library, stage, allow, open } = this.#tools;
    const page = (): Found => library.find(this.query, this.#choices, this.#rows.first, MOST_ROWS);
    let found = page();
    if (this.#rows.keepWithin(found.total)) found = page();
    const isPart = Object.keys(this.#choices).length > 0;
    allow(library.state === 'whole' ? { keys: found.nextKeys, isPart } : undefined);
    const more = library.state === 'coming' ? '，还在读取' : '';
    const hasNone = found.total === 0 && library.state === 'failed';
    const count = hasNone ? '' : `共 ${found.total} 条${more}`;
    content.append(element('h2', '', this.#words, ' ', element('small', '', count)));
    if (library.state === 'failed') content.append(missing(library, !hasNone));
    if (found.total > 0)
      this.#rows.show(
        content,
        stage,
        found.hits.map((hit) => rowOf(hit, open)),
        found.total,
      );
    else if (!hasNone) content.append(this.#nothing());
  }

  #nothing(): HTMLElement {
    const { library, stage } = this.#tools;
    if (library.state === 'coming') return say('正在读取……');
    return this.query === ''
      ? say(
          '现在没有。',
          button('', () => stage.home(), '回到首页'),
        )
      : say('没有找到。可能按错了一个字母，可以点“删除”退回。');
  }
}
