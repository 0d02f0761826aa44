import {
  attribute,
  childNamed,
  elementsIn,
  flagOf,
  isWord,
  valueOf,
  type Document,
  type Element,
} from './xml.ts';

/** Longest chain of styles that rest on each other. */
const LONGEST_CHAIN = 20;

/** What the styles of a document say of paragraphs and runs that do not say it themselves. */
export class Styles {
  readonly #byId = new Map<string, Element>();
  readonly #defaults = new Map<string, string>();
  readonly #documentDefaults: Element | undefined;

  constructor(part: Document | undefined) {
    const root = part?.documentElement;
    if (!root) return;
    for (const style of elementsIn(root).filter((element) => isWord(element, 'style'))) {
      const id = attribute(style, 'styleId');
      if (id === undefined) continue;
      this.#byId.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '');
      if (isDefault) this.#defaults.set(attribute(style, 'type') ?? '', id);
    }
    this.#documentDefaults = childNamed(childNamed(root, 'docDefaults'), 'rPrDefault');
  }

  /** The styles of a paragraph, its own first, each followed by what it rests on. */
  ofParagraph(paragraph: Element): readonly Element[] {
    return this.#chain(valueOf(childNamed(paragraph, 'pPr'), 'pStyle') ?? this.#defaults.get('paragraph'));
  }

  /** A style by its id, followed by what it rests on. */
  named(id: string): readonly Element[] {
    return this.#chain(id);
  }

  /** Whether a run is bold, struck out, hidden: said by itself, its style, its paragraph's style or the document. */
  isOn(run: Element, name: string): boolean {
    const own = childNamed(run, 'rPr');
    const said = flagOf(own, name);
    if (said !== undefined) return said;
    const paragraph = paragraphOf(run);
    const styles = [
      ...this.#chain(valueOf(own, 'rStyle')),
      ...(paragraph ? this.ofParagraph(paragraph) : []),
    ].map((style) => childNamed(style, 'rPr'));
    const found = [...styles, childNamed(this.#documentDefaults, 'rPr')]
      .map((properties) => flagOf(properties, name))
      .find((flag) => flag !== undefined);
    return found ?? false;
  }

  /** A property of a paragraph with one value, such as its alignment: its own or that of its styles. */
  paragraphValue(paragraph: Element, name: string): string | undefined {
    return [paragraph, ...this.ofParagraph(paragraph)]
      .map((one) => valueOf(childNamed(one, 'pPr'), name))
      .find((value) => value !== undefined);
  }

  #chain(id: string | undefined): readonly Element[] {
    const chain: Element[] = [];
    for (let next = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
      const style = this.#byId.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(style, 'basedOn');
    }
    return chain;
  }
}

function paragraphOf(run: Element): Element | undefined {
  for (let above = run.parentNode; above; above = above.parentNode) if (isWord(above, 'p')) return above;
  return undefined;
}
