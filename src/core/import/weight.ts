import { legible } from './legible.ts';
import { childrenOf, isTag, isText, type AnyNode, type Element } from './tree.ts';
import { seenInControl, whyUnseen } from './seen.ts';

/** How much a table, a cell or an item shows: characters, and pictures as one each. */
export interface Weight {
  all: number;
  words: number;
  /** Of these, in tables that lie within. */
  nested: number;
}

/** What each table, cell and item of some nodes shows, found in one walk however deep they lie in each other. */
export function weigh(nodes: readonly AnyNode[]): ReadonlyMap<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const open: Weight[] = [];
  const stack: { nodes: readonly AnyNode[]; at: number; element?: Element }[] = [{ nodes, at: 0 }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.at];
    frame.at += 1;
    if (node === undefined) {
      stack.pop();
      if (frame.element) close(frame.element);
    } else if (isText(node)) add(lengthOf(node.data), true);
    else if (!isTag(node)) stack.push({ nodes: childrenOf(node), at: 0 });
    else if (whyUnseen(node) === undefined) {
      if (node.name === 'img') add(1, false);
      else add(lengthOf(seenInControl(node) ?? ''), true);
      const isWeighed = /^(?:table|td|th|li)$/u.test(node.name);
      if (isWeighed) open.push({ all: 0, words: 0, nested: 0 });
      stack.push({ nodes: childrenOf(node), at: 0, ...(isWeighed && { element: node }) });
    }
  }
  return weights;

  function add(amount: number, isWords: boolean): void {
    const last = open.at(-1);
    if (!last) return;
    last.all += amount;
    if (isWords) last.words += amount;
  }

  function close(element: Element): void {
    const weight = open.pop()!;
    weights.set(element, weight);
    const around = open.at(-1);
    if (!around) return;
    around.all += weight.all;
    around.words += weight.words;
    around.nested += element.name === 'table' ? weight.all : weight.nested;
  }
}

const lengthOf = (text: string): number =>
  text === '' ? 0 : legible(text, () => undefined).replace(/\s+/gu, '').length;
