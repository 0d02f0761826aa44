import { markdown } from '../body/markdown.ts';
import { wordsWithoutImages } from '../body/writing/inline.ts';
import { boxed, legible, raisedOrLowered } from './legible.ts';
import { marksOf } from './numbers.ts';
import { isOfSymbols, isWordMark, seenInControl, whyUnseen } from './seen.ts';
import { childrenOf, isTag, isText, type AnyNode, type Element } from './tree.ts';
import type { Written } from './written.ts';

/**
 * The first words that the printed body lacks or has too many, against what the page shows, both without blanks; none
 * where they are equal. It walks the page by itself and asks the dialect what it prints, so that a fault of the writer
 * cannot hide. The `；` between the cells of a table in a table is the writer's own, and told as a doubt.
 */
export function lossOf(body: readonly AnyNode[], written: Written): string | undefined {
  const printed = bare(markdown.parse(written.markdown, {}).map(wordsWithoutImages).join(''));
  const seen = bare(seenIn(body));
  if (printed === seen) return undefined;
  const mayDivide = written.doubts.some(({ code }) => code === 'G113');
  let [one, other] = [0, 0];
  while (one < seen.length || other < printed.length) {
    if (one < seen.length && seen[one] === printed[other]) one += 1;
    else if (!(mayDivide && printed[other] === '；')) return difference(seen, one, printed, other);
    other += 1;
  }
  return undefined;
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s/gu, '');

/** Characters that a message repeats. */
const REPEATED = 20;
/** Characters by which two texts are found to go on together, and within which. */
const TOGETHER = 6;
const FARTHEST = 200;

function difference(seen: string, at: number, printed: string, there: number): string {
  const before = seen.slice(Math.max(0, at - 8), at);
  const where = before === '' ? '开头' : `“${before}”后面`;
  const lacking = gap(seen, at, printed, there);
  if (lacking !== undefined) return `${where}少了“${shortened(lacking)}”`;
  const added = gap(printed, there, seen, at);
  if (added !== undefined) return `${where}多了“${shortened(added)}”`;
  return `${where}原文是“${shortened(seen.slice(at))}”，写成了“${shortened(printed.slice(there))}”`;
}

/** What one text has before it goes on as the other does from here; nothing where it does not. */
function gap(longer: string, from: number, shorter: string, at: number): string | undefined {
  const next = shorter.slice(at, at + TOGETHER);
  if (next === '') return longer.slice(from);
  const end = longer.slice(from, from + FARTHEST).indexOf(next);
  return end <= 0 ? undefined : longer.slice(from, from + end);
}

const shortened = (text: string): string => (text.length > REPEATED ? `${text.slice(0, REPEATED)}…` : text);

interface Frame {
  nodes: readonly AnyNode[];
  at: number;
  isSymbols: boolean;
  /** Numbers of items that waited for their first words before this element began. */
  waiting: number;
}

/** What a reader sees of some nodes, in the order in which it is shown. */
function seenIn(body: readonly AnyNode[]): string {
  const parts: string[] = [];
  const numbers = new Map<Element, string>();
  /** The numbers of items in which nothing was seen yet: an item without words shows none. */
  const waiting: string[] = [];
  const stack: Frame[] = [{ nodes: body, at: 0, isSymbols: false, waiting: 0 }];
  const see = (text: string, isSymbols = false): void => {
    const words = legible(text, () => undefined);
    if (/\S/u.test(words)) parts.push(...waiting.splice(0));
    parts.push(isSymbols ? boxed(words) : words);
  };
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.at];
    frame.at += 1;
    if (node === undefined) waiting.splice(stack.pop()!.waiting);
    else if (isText(node)) see(node.data, frame.isSymbols);
    else if (!isTag(node)) stack.push({ nodes: childrenOf(node), at: 0, isSymbols: false, waiting: 0 });
    else if (whyUnseen(node) === undefined) {
      const isSymbols = isOfSymbols(node, frame.isSymbols);
      if (isWordMark(node) && isSymbols) continue;
      const words = seenInControl(node) ?? scriptOf(node);
      if (words !== undefined) {
        see(words, frame.isSymbols);
        continue;
      }
      stack.push({ nodes: inOrder(node), at: 0, isSymbols, waiting: waiting.length });
      if (numbers.has(node)) waiting.push(numbers.get(node)!);
      if (node.name === 'ol' || node.name === 'ul')
        for (const [item, mark] of marksOf(node) ?? []) numbers.set(item, mark);
    }
  }
  return parts.join('');
}

function scriptOf(element: Element): string | undefined {
  if (element.name !== 'sup' && element.name !== 'sub') return undefined;
  const [only, ...others] = childrenOf(element);
  return only && isText(only) && others.length === 0
    ? raisedOrLowered(only.data.trim(), element.name)
    : undefined;
}

const RANKS: Readonly<Record<string, number>> = { caption: 0, thead: 1, tfoot: 3 };

/** Captions of a table, its head, its rows, its foot: whatever their order in the source, and whatever else is there. */
function inOrder(element: Element): readonly AnyNode[] {
  if (element.name !== 'table') return childrenOf(element);
  const rankOf = (node: AnyNode): number => (isTag(node) ? (RANKS[node.name] ?? 2) : 2);
  return childrenOf(element).toSorted((one, other) => rankOf(one) - rankOf(other));
}
