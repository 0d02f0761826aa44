import { runsOf, type Piece } from '../../core/screen/browser/sentence.ts';

/** The line of a strip: places of one colour side by side. Only their texts and colours are ever written. */
export class StripLine {
  readonly #places: readonly { element: HTMLElement; text: Text }[];

  constructor() {
    const elements = Array.from(document.querySelectorAll<HTMLElement>('[data-line] [data-role]'));
    this.#places = elements.map((element) => {
      const present = element.firstChild;
      const text = present instanceof Text ? present : element.appendChild(document.createTextNode(''));
      return { element, text };
    });
  }

  write(pieces: readonly Piece[]): void {
    const runs = runsOf(pieces, this.#places.length);
    this.#places.forEach(({ element, text }, index) => {
      const run = runs[index];
      element.dataset['role'] = run?.role ?? 'text';
      text.data = run?.text ?? '';
    });
  }
}
