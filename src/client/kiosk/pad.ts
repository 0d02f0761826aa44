import { part } from './page.ts';

/** The pad of letters and digits. Holds what was typed, in lower case, and nothing else remembers it. */
export class Pad {
  readonly #query = part('data-query');
  readonly #delete = part<HTMLButtonElement>('data-delete');
  readonly #clear = part<HTMLButtonElement>('data-clear');
  readonly #keys = Array.from(document.querySelectorAll<HTMLButtonElement>('[data-key]'));
  readonly #typed: (query: string) => void;
  #text = '';

  constructor(typed: (query: string) => void) {
    this.#typed = typed;
    for (const key of this.#keys)
      key.addEventListener('click', () => this.#type(this.#text + key.dataset['key']!));
    this.#delete.addEventListener('click', () => this.#type(this.#text.slice(0, -1)));
    this.#clear.addEventListener('click', () => this.#type(''));
    // Some kiosks have a keyboard.
    document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
      if (ctrlKey || altKey || metaKey || part('data-pad').hidden) return;
      if (/^[a-z0-9]$/iu.test(key)) this.#type(this.#text + key.toLowerCase());
      if (key === 'Backspace') this.#type(this.#text.slice(0, -1));
    });
    this.set('');
  }

  /** Shows a query without telling anybody. */
  set(query: string): void {
    this.#text = query;
    this.#query.textContent = query === '' ? '按每个字的第一个字母，或者项目编号' : query.toUpperCase();
    this.#query.classList.toggle('empty', query === '');
    this.#delete.disabled = this.#clear.disabled = query === '';
  }

  /** Dims the keys that lead nowhere; nothing lets every key be pressed. */
  allow(next: ReadonlySet<string> | undefined): void {
    for (const key of this.#keys) key.disabled = next !== undefined && !next.has(key.dataset['key']!);
  }

  #type(query: string): void {
    if (query === this.#text) return;
    this.set(query);
    this.#typed(query);
  }
}
