/** The place of one text. Only its data is ever written: no markup can come in that way, and nothing piles up. */
export class Place {
  readonly #element: HTMLElement;
  readonly #text: Text;

  /** @param selector of its element; that of a place with a name of its own, `[data-clock]`, where only the name is given */
  constructor(root: ParentNode, name: string, selector = `[data-${name}]`) {
    this.#element = root.querySelector<HTMLElement>(selector)!;
    const present = this.#element.firstChild;
    this.#text = present instanceof Text ? present : this.#element.appendChild(document.createTextNode(''));
  }

  /** A place that the page may not have. */
  static in(root: ParentNode, name: string): Place | undefined {
    return root.querySelector(`[data-${name}]`) ? new Place(root, name) : undefined;
  }

  write(text: string): void {
    if (this.#text.data !== text) this.#text.data = text;
  }

  set hidden(hidden: boolean) {
    this.#element.hidden = hidden;
  }
}
