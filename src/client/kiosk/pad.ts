import { deadEnd } from '../../core/kiosk/words.ts';
import { part } from './page.ts';

/** Where the keys of the pad lead to. */
export interface Ahead {
  /** Those that lead on. */
  keys: ReadonlySet<string>;
  /** Whether they are looked for in a part alone, such as one category. */
  isPart: boolean;
}

/** The pad of letters and digits. Holds what was typed, in lower case, and nothing else remembers it. */
export class Pad {
  readonly #pad = part('data-pad');
  readonly #query = part('data-query');
  readonly #answer = part('data-answer');
  readonly #delete = part<HTMLButtonElement>('data-delete');
  readonly #clear = part<HTMLButtonElement>('data-clear');
  readonly #keys = Array.from(document.querySelectorAll<HTMLButtonElement>('[data-key]'));
  readonly #typed: (query: string) => void;
  #text = '';
  #ahead: Ahead | undefined;

  constructor(typed: (query: string) => void) {
    this.#typed = typed;
    for (const key of this.#keys) key.addEventListener('click', () => this.#tap(key.dataset['key']!));
    this.#delete.addEventListener('click', () => this.#type(this.#text.slice(0, -1)));
    this.#clear.addEventListener('click', () => this.#type(''));
    // Some kiosks have a keyboard.
    document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
      if (ctrlKey || altKey || metaKey || this.#pad.hidden) return;
      if (/^[a-z0-9]$/iu.test(key)) this.#tap(key.toLowerCase());
      if (key === 'Backspace') this.#type(this.#text.slice(0, -1));
    });
    this.set('');
  }

  /** Shows a query without telling anybody. */
  set(query: string): void {
    this.#text = query;
    this.#say('');
    this.#query.textContent = query === '' ? '按每个字的第一个字母，或者项目编号' : query.toUpperCase();
    this.#query.classList.toggle('empty', query === '');
    this.#delete.disabled = this.#clear.disabled = query === '';
  }

  /**
   * Dims the keys that lead nowhere; where that is not known every key leads on. A dim one stays where it is and can be
   * touched: it answers what can be done.
   */
  allow(ahead: Ahead | undefined): void {
    this.#ahead = ahead;
    for (const key of this.#keys)
      key.setAttribute('aria-disabled', String(this.#isDead(key.dataset['key']!)));
  }

  #isDead(key: string): boolean {
    return this.#ahead !== undefined && !this.#ahead.keys.has(key);
  }

  #tap(key: string): void {
    if (this.#isDead(key)) this.#say(deadEnd(this.#text + key, this.#ahead!.isPart));
    else this.#type(this.#text + key);
  }

  #type(query: string): void {
    if (query === this.#text) return;
    this.set(query);
    this.#typed(query);
  }

  /** Says something in the place of the example above the keys, which thus stay where they are. */
  #say(words: string): void {
    this.#answer.textContent = words;
    this.#pad.classList.toggle('answers', words !== '');
  }
}
