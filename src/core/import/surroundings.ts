import { asTarget, isPublishable, mayLead } from './address.ts';
import { markedLevel } from './heading.ts';
import type { Run } from '../body/writing/run.ts';
import type { Notes } from './notes.ts';
import { marksOf } from './numbers.ts';
import { isOfSymbols, isStruck, showsWords, wordsIn } from './seen.ts';
import { attributeOf, childrenOf, type Element } from './tree.ts';
import type { Weight } from './weight.ts';
import type { Targets } from './written.ts';

/** What surrounds a node. It is handed down and never changed, but for the mark of an item, which is printed once. */
export interface Around {
  bold: boolean;
  struck: boolean;
  pre: boolean;
  /** Whether letters are drawn as symbols. */
  symbols: boolean;
  link?: Run['link'];
  /** Depth by the element of a heading. */
  level?: number;
  list?: { marks: ReturnType<typeof marksOf>; indent: string; depth: number };
  item?: { indent: string; mark?: string };
  /** Whether it is read into one cell: a table within is a text. */
  inCell: boolean;
}

export const OUTSIDE: Around = { bold: false, struck: false, pre: false, symbols: false, inCell: false };

export const LISTS = /^(?:ul|ol|menu|dir)$/u;

/** Lists deeper than this are read, but not moved in further. */
const DEEPEST_LIST = 6;

/** Says what surrounds the children of each element, and notes what is seen of it no more. */
export class Surroundings {
  readonly #targets: Targets;
  readonly #notes: Notes;
  readonly #weights: ReadonlyMap<Element, Weight>;
  /** Where the links lead that have words. */
  readonly led: string[] = [];
  #links = 0;

  constructor(targets: Targets, notes: Notes, weights: ReadonlyMap<Element, Weight>) {
    this.#targets = targets;
    this.#notes = notes;
    this.#weights = weights;
  }

  within(node: Element, around: Around): Around {
    const { name, attribs } = node;
    const style = attribs['style'] ?? '';
    const inner: Around = { ...around, symbols: isOfSymbols(node, around.symbols) };
    inner.bold = isBold(node, around.bold);
    if (name === 'pre' || name === 'listing' || name === 'xmp') inner.pre = true;
    if ('color' in attribs || /(?:^|[;\s])color\s*:/iu.test(style)) this.#notes.count('颜色');
    const level = markedLevel(name, attribs['class']);
    if (level !== undefined) inner.level = level;
    if (!around.struck && isStruck(node)) this.#strike(node, inner);
    if (name === 'a') this.#lead(node, inner);
    if (LISTS.test(name)) enterList(node, inner);
    if (name === 'li' && around.list && !around.inCell) this.#enterItem(node, inner, around.list);
    return inner;
  }

  /** Whether a reader sees words of an item; one without shows no number that anybody would miss. */
  shows(item: Element): boolean {
    return (this.#weights.get(item)?.words ?? 0) > 0;
  }

  #strike(node: Element, inner: Around): void {
    if (!showsWords(childrenOf(node))) return;
    inner.struck = true;
    const help = '划掉的不算数的，改正文；还要保留的，用文字写明';
    this.#notes.doubt('G114', `有划掉的字：“${wordsIn(node)}”`, help, node);
  }

  #lead(node: Element, inner: Around): void {
    const address = attributeOf(node, 'href');
    delete inner.link;
    if (address === undefined) return;
    const words = wordsIn(node);
    const target = mayLead(address) ? this.#targets.link(address, words) : undefined;
    if (words === '' && target === undefined) return;
    const written = target === undefined ? undefined : asTarget(target);
    if (written === undefined || !isPublishable(written, words)) this.#notes.count('链接');
    else {
      inner.link = { id: (this.#links += 1), target: written };
      if (words !== '') this.led.push(written);
    }
  }

  #enterItem(node: Element, inner: Around, list: NonNullable<Around['list']>): void {
    const mark = list.marks?.get(node);
    const shown = mark !== undefined && this.shows(node) ? { mark: mark === '' ? '-' : mark } : {};
    inner.item = { indent: list.indent, ...shown };
    delete inner.level;
  }
}

function enterList(node: Element, inner: Around): void {
  const depth = (inner.list?.depth ?? 0) + 1;
  const indent = depth <= DEEPEST_LIST ? (inner.item?.indent ?? '') : (inner.list?.indent ?? '');
  inner.list = { marks: marksOf(node), indent, depth };
  delete inner.item;
}

/** Word's `mso-bidi-font-weight` says nothing of what is seen. */
function isBold({ name, attribs }: Element, isAround: boolean): boolean {
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/iu.exec(attribs['style'] ?? '')?.[1];
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]00)$/iu.test(weight);
  return isAround || name === 'b' || name === 'strong';
}
