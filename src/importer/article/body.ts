import { elementsAt, isTag, type AnyNode, type Element } from '../../core/import/tree.ts';
import { isIcon, isViewer } from '../page/pictures.ts';
import { isSurrounded } from '../page/furniture.ts';
import { find } from '../page/find.ts';
import { allWords, type Line, type SavedPage } from '../page/saved.ts';
import { placesOf } from '../systems/list.ts';
import type { Place, System } from '../systems/system.ts';
import { isInfo } from './header.ts';
import { holds, partsAt } from './places.ts';
import { largestBlock, linesIn, sizeOf, wordsOf } from './largest.ts';

/** The body of an article before anything of the site is taken out of it. */
export interface FoundBody {
  readonly nodes: readonly AnyNode[];
  /** The selector, the comments or what else it was found by. */
  readonly at: string;
  /** Whether a place of the system says that it is the body and nothing else. */
  readonly marked: boolean;
  /** Why it may be less or more than the announcement. */
  readonly unsure?: string;
  /** The words of others like it that are not shown. */
  readonly hidden?: readonly string[];
}

/** How a body was found that no mark bounds. */
export const LARGEST = '文字最多的一块';

/** The body: where the office says, else where systems put it, else the largest block of words. */
export function findBody(
  page: SavedPage,
  system: System,
  bodyAt: readonly string[],
  isTitle: (line: Line) => boolean,
): FoundBody | undefined {
  for (const selector of bodyAt) {
    const parts = ask(page, selector).map((element) => [element]);
    const found = choose(
      page,
      parts.filter((nodes) => holdsAnything(page, nodes)),
      selector,
      true,
    );
    if (found) return found;
  }
  for (const place of placesOf(system, 'body')) {
    const parts = partsAt(page, place).filter((nodes) => holdsAnything(page, nodes) && !isAside(nodes[0]!));
    const found = choose(page, parts, nameOf(place), true);
    if (found && isArticle(page, found.nodes)) return { ...found, hidden: hiddenAt(page, place) };
  }
  const block = largestBlock(page, isTitle);
  const pictures = pictureBlock(page);
  if (!block) return pictures;
  const words = wordsOf(page).filter((line) => !isTitle(line) && !isInfo(line));
  const size = sizeOf(linesIn(page, block, words));
  if (size < FEW && pictures && !holds(page, block, pictures.nodes[0]!)) {
    return { ...pictures, unsure: `取了图片，没有取旁边的 ${size} 个字` };
  }
  if (isScrap(page, system, block)) return undefined;
  const share = size / Math.max(1, sizeOf(words));
  return {
    nodes: [block],
    at: LARGEST,
    marked: false,
    ...(share < 0.6 && { unsure: `文字最多的一块只占页面文字的 ${Math.round(share * 100)}%` }),
    ...(isSplit(page, block, words) && { unsure: '页面有几大块文字，分不清哪一块是正文，都取了' }),
  };
}

/** Whether a block is what is left of a page whose body was never filled: an address, a slogan. */
function isScrap(page: SavedPage, system: System, block: Element): boolean {
  const size = sizeOf(linesIn(page, block, wordsOf(page)));
  const isMarked = placesOf(system, 'body').some((place) => partsAt(page, place).length > 0);
  return size < (isMarked ? 200 : 15);
}

/** The words of other bodies at a place, which a reader sees only behind another tab. */
const hiddenAt = (page: SavedPage, place: Place): readonly string[] =>
  partsAt(page, place)
    .filter((nodes) => sizeAt(page, nodes) === 0)
    .map((nodes) => allWords(...nodes).trim())
    .filter((words) => words.length >= FEW);

/** Whether a block is made of several with sentences of their own, and not of paragraphs. */
function isSplit(page: SavedPage, block: Element, words: readonly Line[]): boolean {
  const parts = block.children
    .filter(isTag)
    .filter(({ name }) => /^(?:div|section|article|table)$/u.test(name))
    .map((part) => linesIn(page, part, words).filter(({ size, text }) => size >= 8 && /[，。；]/u.test(text)))
    .filter((lines) => lines.length >= 2)
    .map(sizeOf)
    .sort((one, other) => other - one);
  return parts[1] !== undefined && parts[1] > parts[0]! * 0.25;
}

/** Fewer characters beside pictures may be of anything. */
const FEW = 30;

/** The block that holds all pictures and shown documents of a page without words, below the line that tells its day. */
function pictureBlock(page: SavedPage): FoundBody | undefined {
  const from = page.lines.find(isInfo)?.order ?? 0;
  const shown = ['img', 'embed', 'object', 'iframe']
    .flatMap((name) => page.byName.get(name) ?? [])
    .filter(
      (element) =>
        (element.name === 'img' ? !isIcon(element) : isViewer(element)) &&
        page.measures.get(element)!.start > from &&
        !isSurrounded(page, element),
    );
  const [first] = shown;
  if (!first) return undefined;
  let block = first.parent;
  while (block && !shown.every((element) => holds(page, block!, element))) block = block.parent;
  return block ? { nodes: [block], at: LARGEST, marked: false } : undefined;
}

/** A selector of the office may be wrong; then nothing is found by it. */
function ask(page: SavedPage, selector: string): readonly Element[] {
  try {
    return /^[\w\s.#-]+$/u.test(selector) ? find(page, selector) : elementsAt(selector, page.document);
  } catch {
    return [];
  }
}

/** Of several parts, those that stand beside each other as one, else the one with the most words. */
function choose(
  page: SavedPage,
  parts: readonly (readonly AnyNode[])[],
  at: string,
  marked: boolean,
): FoundBody | undefined {
  const [first, second] = [...parts].sort((one, other) => sizeAt(page, other) - sizeAt(page, one));
  if (!first) return undefined;
  if (!second) return { nodes: first, at, marked };
  if (parts.every(([node]) => node!.parent === first[0]!.parent)) return { nodes: parts.flat(), at, marked };
  const share = sizeAt(page, second) / Math.max(1, sizeAt(page, first));
  return {
    nodes: first,
    at,
    marked,
    ...(share > 0.3 && { unsure: `页面里有 ${parts.length} 处像正文的地方，取了文字最多的一处` }),
  };
}

export const sizeAt = (page: SavedPage, nodes: readonly AnyNode[]): number =>
  nodes.reduce((sum, node) => sum + page.measures.get(node)!.size, 0);

const linkedAt = (page: SavedPage, nodes: readonly AnyNode[]): number =>
  nodes.reduce((sum, node) => sum + page.measures.get(node)!.linked, 0);

const nameOf = (place: Place): string =>
  'at' in place ? place.at : 'between' in place ? '注释之间' : place.meta;

/** Whether there is a word, a picture or a document in it. */
function holdsAnything(page: SavedPage, nodes: readonly AnyNode[]): boolean {
  if (sizeAt(page, nodes) > 0) return true;
  return nodes.some(
    (node) =>
      isTag(node) &&
      elementsAt('img, embed, object, iframe', node).some((element) =>
        element.name === 'img' ? !isIcon(element) : isViewer(element),
      ),
  );
}

/** Whether a part stands in an element that is never an article. */
function isAside(node: AnyNode): boolean {
  for (let around = node.parent; around && isTag(around); around = around.parent) {
    if (/^(?:nav|aside|footer)$/u.test(around.name)) return true;
  }
  return false;
}

/** Whether a part that is marked as the body is one, and not a list of links. */
function isArticle(page: SavedPage, nodes: readonly AnyNode[]): boolean {
  const size = sizeAt(page, nodes);
  return size < 40 || linkedAt(page, nodes) < size * 0.7;
}
