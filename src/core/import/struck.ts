import { isStruck, showsWords, wordsIn } from './seen.ts';
import { childrenOf, isTag, type AnyNode, type Document, type Element } from './tree.ts';

/**
 * Takes out of a document what is struck out in it, and gives its words piece by piece: the author no longer says them,
 * and our dialect has no way to show that they are struck.
 */
export function takeStruck(document: Document): readonly string[] {
  const words: string[] = [];
  for (const element of struckIn(document)) {
    if (showsWords([element])) words.push(wordsIn(element));
    const { parent } = element;
    if (parent) parent.children = parent.children.filter((child) => child !== element);
  }
  return words;
}

/** The outermost elements that strike out, in the order of the document. */
function struckIn(document: Document): readonly Element[] {
  const found: Element[] = [];
  const open: AnyNode[] = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isTag(node) && isStruck(node)) found.push(node);
    else for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return found;
}

/** Pieces that a message repeats. */
const MOST = 6;

/** Tells what was taken; nothing where nothing was. */
export function toldOfStruck(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const named = words.slice(0, MOST).map((one) => `“${one.length > 20 ? `${one.slice(0, 20)}…` : one}”`);
  const all = words.length > MOST ? `${named.join('')}等 ${words.length} 处` : named.join('');
  return `划掉的字没有带过来：${all}。还算数的，在正文里补上`;
}
