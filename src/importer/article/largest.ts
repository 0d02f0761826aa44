import {
  childrenOf,
  elementAt,
  elementsAt,
  isTag,
  type AnyNode,
  type Element,
} from '../../core/import/tree.ts';
import { isFurniture, isMenu, isSurrounded } from '../page/furniture.ts';
import type { Line, SavedPage } from '../page/saved.ts';
import { isInfo } from './header.ts';

/** Elements that hold others; a paragraph or a span is never the whole body. */
const HOLDERS: ReadonlySet<string> = new Set(
  'body div td th table tbody tr section article main center form ucapcontent fieldset dd dl li ul'.split(
    ' ',
  ),
);

/** Labels of ASP.NET and fonts of old editors hold whole articles, with their lines and blocks. */
const isHolder = (element: Element): boolean =>
  HOLDERS.has(element.name) ||
  (/^(?:span|font)$/u.test(element.name) && elementsAt('br, div, p, table', element).length > 0);

const known = new WeakMap<SavedPage, readonly Line[]>();

/** The lines that may be words of an announcement: no menus, no buttons, no foot, nothing of what stands around. */
export function wordsOf(page: SavedPage): readonly Line[] {
  const words =
    known.get(page) ??
    page.lines.filter((line) => !isMenu(line) && !isFurniture(line) && !isSurrounded(page, line.nodes[0]!));
  known.set(page, words);
  return words;
}

/** The line below the title that says when and from where: most words of the page follow it. */
export function infoLine(page: SavedPage): Line | undefined {
  const words = wordsOf(page);
  let after = sizeOf(words);
  const least = after * 0.4;
  return words.find((line) => {
    after -= line.size;
    return after > least && isInfo(line);
  });
}

/**
 * The element with the most words that are no links: from the page inwards, as long as what is left outside is none
 * of the announcement, by what it is or how it reads.
 */
export function largestBlock(page: SavedPage, isTitle: (line: Line) => boolean): Element | undefined {
  const below = infoLine(page)?.order ?? 0;
  const lines = wordsOf(page).filter((line) => line.order > below && !isTitle(line) && !isInfo(line));
  let block = elementAt('body', page.document);
  if (!block || lines.length === 0) return undefined;
  let inside: readonly Line[] = lines;
  while (true) {
    const next = densest(page, block, inside);
    if (!next || next.lines.length === 0) return block;
    const outside = inside.filter((line) => !next.lines.includes(line));
    if (sizeOf(next.lines) < sizeOf(inside) * 0.5 || outside.some((line) => isSpeech(line, next.lines)))
      return block;
    block = next.element;
    inside = next.lines;
  }
}

interface Block {
  readonly element: Element;
  readonly lines: readonly Line[];
}

function densest(page: SavedPage, block: AnyNode, lines: readonly Line[]): Block | undefined {
  const [first] = childrenOf(block)
    .filter(isTag)
    .map((element) => ({ element, lines: linesIn(page, element, lines) }))
    .sort((one, other) => sizeOf(other.lines) - sizeOf(one.lines));
  if (!first || first.lines.length === 0) return undefined;
  if (isHolder(first.element)) return first;
  const inner = densest(page, first.element, first.lines);
  return inner && inner.lines.length === first.lines.length ? inner : undefined;
}

export function linesIn(page: SavedPage, element: AnyNode, lines: readonly Line[]): readonly Line[] {
  const { start, end } = page.measures.get(element)!;
  return lines.filter(({ order }) => order >= start && order < end);
}

export const sizeOf = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size, 0);

/** Whether a line reads as one of an announcement: a sentence, the day at its foot, the list of what is attached. */
function isSpeech({ text, size, order }: Line, body: readonly Line[]): boolean {
  if (
    /^\s*(?:二〇|二○|\d{4}\s*年)[^，。]{2,12}日\s*$/u.test(text) ||
    /^\s*附件?\s*\d*\s*[:：]\s*\S/u.test(text)
  )
    return true;
  const isAfter = order > body[0]!.order;
  return size >= (isAfter ? 8 : 20) && /[，。；;]/u.test(text);
}
