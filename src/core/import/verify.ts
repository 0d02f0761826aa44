import { markdown } from '../body/markdown.ts';
import { cellsOf, rowGroupsOf } from './grid.ts';
import { wordsWithoutImages } from './inline.ts';
import { legible, raisedOrLowered } from './legible.ts';
import { marksOf } from './numbers.ts';
import { isOfSymbols, isWordMark, seenInControl, showsWords, whyUnseen } from './seen.ts';
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

function difference(seen: string, at: number, printed: string, there: number): string {
  const before = seen.slice(Math.max(0, at - 8), at);
  const where = before === '' ? '开头' : `“${before}”后面`;
  const [lacking, added] = [seen.slice(at, at + REPEATED), printed.slice(there, there + REPEATED)];
  return added === '' || (lacking !== '' && printed.indexOf(seen.slice(at + 1, at + 6), there) < 0)
    ? `${where}少了“${lacking}”`
    : `${where}原文是“${lacking}”，写成了“${added}”`;
}

interface Frame {
  nodes: readonly AnyNode[];
  at: number;
  isSymbols: boolean;
}

/** What a reader sees of some nodes, in the order in which it is shown. */
function seenIn(body: readonly AnyNode[]): string {
  const parts: string[] = [];
  const stack: Frame[] = [{ nodes: body, at: 0, isSymbols: false }];
  const numbers = new Map<Element, string>();
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.at];
    frame.at += 1;
    if (node === undefined) stack.pop();
    else if (isText(node)) parts.push(frame.isSymbols ? node.data.replace(/[^\s\u00a0]/gu, '□') : node.data);
    else if (!isTag(node)) stack.push({ nodes: childrenOf(node), at: 0, isSymbols: false });
    else if (whyUnseen(node) === undefined) {
      parts.push(numbers.get(node) ?? '');
      const isSymbols = isOfSymbols(node, frame.isSymbols);
      if (isWordMark(node) && isSymbols) continue;
      const [control, script] = [seenInControl(node), scriptOf(node)];
      if (control !== undefined || script !== undefined) parts.push(control ?? script!);
      else stack.push({ nodes: inOrder(node), at: 0, isSymbols });
      if (node.name === 'ol' || node.name === 'ul')
        for (const [item, mark] of marksOf(node) ?? [])
          if (showsWords(childrenOf(item))) numbers.set(item, mark);
    }
  }
  return legible(parts.join(''), () => undefined);
}

function scriptOf(element: Element): string | undefined {
  if (element.name !== 'sup' && element.name !== 'sub') return undefined;
  const [only, ...others] = childrenOf(element);
  return only && isText(only) && others.length === 0
    ? raisedOrLowered(only.data.trim(), element.name)
    : undefined;
}

/** The captions of a table, its head, its rows, its foot: whatever their order in the source. */
function inOrder(element: Element): readonly AnyNode[] {
  if (element.name !== 'table') return childrenOf(element);
  const captions = childrenOf(element).filter((node) => isTag(node) && node.name === 'caption');
  return [...captions, ...rowGroupsOf(element).flat().flatMap(cellsOf)];
}
