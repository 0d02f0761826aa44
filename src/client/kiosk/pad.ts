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
  readonly #query = part('data-query');
  readonly #delete = part<HTMLButtonElement>('data-delete');
  readonly #clear = part<HTMLButtonElement>('data-clear');
  readonly #keys = Array.from(document.querySelectorAll<HTMLButtonElement>('[data-key]'));
  readonly #typed: (query: string) => void;
  #text = '';
  #ahead: Ahead | undefined;

  constructor(typed: (query: string) => void) {
    this.#typed = typed;
    for (const key of this.#keys) key.addEventListener('click', () => this.#tap(key.dataset['key']!));
    this.#delete.addEventListener('click', () => this.#takeBack());
    this.#clear.addEventListener('click', () => {
      this.set(this.#text);
      this.#type('');
    });
    // Some kiosks have a keyboard.
    document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
      if (ctrlKey || altKey || metaKey || part('data-pad').hidden) return;
      if (/^[a-z0-9]$/iu.test(key)) this.#tap(key.toLowerCase());
      if (key === 'Backspace') this.#takeBack();
    });
    this.set('');
  }

  /** Shows a query without telling anybody. */
  set(query: string): void {
    this.#text = query;
    this.#say(
      query === '' ? '按每个字的第一个字母，或者项目编号' : query.toUpperCase(),
      query === '' ? 'empty' : '',
    );
    this.#delete.disabled = this.#clear.disabled = query === '';
  }

  /**
   * Dims the keys that lead nowhere; where that is not known every key leads on. A dim one stays where it is and can be
   * touched: it answers what can be done.
   */
  allow(ahead: Ahead | undefined): void {
    this.#ahead = ahead;
    for (const key of this.#keys) {
      const isDead = String(this.#isDead(key.dataset['key']!));
      // A browser styles anew what is set anew.
      if (key.getAttribute('aria-disabled') !== isDead) key.setAttribute('aria-disabled', isDead);
    }
  }

  #isDead(key: string): boolean {
    return this.#ahead !== undefined && !this.#ahead.keys.has(key);
  }

  #tap(key: string): void {
    if (!this.#isDead(key)) return this.#type(this.#text + key);
    this.#say(deadEnd(this.#text + key, this.#ahead!.isPart), 'answer');
    this.#delete.disabled = this.#clear.disabled = false;
  }

  /** Takes the last key back: the one that led nowhere, which was never typed, or the last of the query. */
  #takeBack(): void {
    if (this.#query.classList.contains('answer')) this.set(this.#text);
    else this.#type(this.#text.slice(0, -1));
  }

  #type(query: string): void {
    if (query === this.#text) return;
    this.set(query);
    this.#typed(query);
  }

  #say(words: string, kind: '' | 'empty' | 'answer'): void {
    this.#query.textContent = words;
    this.#query.className = `pad-query ${kind}`;
  }
}
