import { attributeOf, isTag, isText, type AnyNode, type Element } from '../../core/import/tree.ts';
import { isFurniture, isInterface, isMenu, isWidget } from '../page/furniture.ts';
import { isIcon } from '../page/pictures.ts';
import type { Line, SavedPage } from '../page/saved.ts';
import { linesWithin } from './places.ts';

/**
 * Takes out of a body what is of the site: boxes for sharing, buttons, signs, neighbours, counters, hidden fields. The
 * words of the notice stay, whatever they are. `front` is what it holds of the head of the page. From a body that no
 * mark bounds, menus behind the last word go too.
 */
export function trimBody(
  page: SavedPage,
  body: readonly AnyNode[],
  front: readonly Line[],
  marked: boolean,
): readonly AnyNode[] {
  const lines = linesWithin(page, body);
  for (const line of lines) if (isInterface(line)) erase(line);
  for (const line of front) erase(line);
  if (!marked) for (const line of tailOf(lines)) erase(line);
  for (const node of body) prune(page, node);
  return body.filter((node) => !isTag(node) || node.parent !== null);
}

/** Lines after the last word. */
function tailOf(lines: readonly Line[]): readonly Line[] {
  const isTail = (line: Line): boolean =>
    isFurniture(line) || (isMenu(line) && !holdsFile(line)) || isSmallPrint(line);
  return lines.slice(lines.findLastIndex((line) => !isTail(line)) + 1);
}

const isSmallPrint = ({ text }: Line): boolean =>
  /^\s*[【[（(]?\s*(?:责任编辑|责编|编辑|录入|审核)\s*[:：].{0,20}$/u.test(text);

/** Whether a line is a link to a document. */
const holdsFile = ({ nodes }: Line): boolean =>
  nodes.some(({ parent }) => {
    for (let node = parent; node && isTag(node); node = node.parent) {
      if (node.name === 'a') return /\.[a-z\d]{2,4}(?:$|[?#])|down/iu.test(attributeOf(node, 'href') ?? '');
    }
    return false;
  });

/** Takes the words of a line out; what is empty then prints nothing. */
function erase({ nodes }: Line): void {
  for (const node of nodes) node.data = '';
}

/** Names of elements that carry nothing of a notice. */
const HUSKS: ReadonlySet<string> = new Set(['title', 'meta', 'link', 'base']);

function prune(page: SavedPage, node: AnyNode): void {
  if (!isTag(node)) return;
  node.children = node.children.filter((child) => {
    if (isText(child) || !isTag(child)) return true;
    if (isHusk(page, child)) return false;
    prune(page, child);
    return true;
  });
  node.children.forEach((child, index) => {
    child.prev = node.children[index - 1] ?? null;
    child.next = node.children[index + 1] ?? null;
  });
}

const isHusk = (page: SavedPage, element: Element): boolean =>
  HUSKS.has(element.name) ||
  (element.name === 'input' &&
    /^(?:hidden|button|submit|image|reset)$/iu.test(attributeOf(element, 'type') ?? '')) ||
  (element.name === 'img' && isIcon(element)) ||
  isWidget(page, element);
