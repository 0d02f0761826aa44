import {
  attributeOf,
  childrenOf,
  elementAt,
  elementsAt,
  isTag,
  isText,
  parseHtml,
  textOf,
  type AnyNode,
  type Element,
} from '../import/tree.ts';

/**
 * Makes lists of what Word and WPS put on a clipboard instead: paragraphs that say to which list they belong, with the
 * mark and blanks before the words. Bullets become items, numbers stay words, a line each.
 */
export function makeLists(tree: AnyNode): void {
  for (const paragraph of elementsAt('p[style*="mso-list:"], p[style*="mso-list :"]', tree)) {
    const mark = elementAt('span[style*="mso-list:Ignore"]', paragraph);
    if (!mark || isWithinCell(paragraph)) continue;
    const words = textOf(mark).replaceAll(/[\s\u00a0]+/gu, '');
    if (BULLET.test(words)) {
      mark.children = [];
      toItem(paragraph);
    } else {
      mark.children = childrenOf(
        parsed(`<p>${/[.)]$/u.test(words) ? `${words} ` : words}</p>`, 'p'),
      ) as Element[];
      toLine(paragraph);
    }
  }
}

/** One sign that is no number; the letters of a font of symbols are bullets. */
const BULLET = /^[^\d\p{Script=Han}A-Z①-⑳]$/u;

const parsed = (html: string, name: string): Element => elementAt(name, parseHtml(html))!;

/** The element before, where nothing but blanks stands between. */
function before(node: Element): AnyNode | undefined {
  const siblings = node.parent?.children ?? [];
  return siblings.slice(0, siblings.indexOf(node)).findLast((one) => !isText(one) || /\S/u.test(one.data));
}

function toItem(paragraph: Element): void {
  const above = before(paragraph);
  const siblings = paragraph.parent!.children;
  const list = above && isTag(above) && above.name === 'ul' ? above : parsed('<ul></ul>', 'ul');
  siblings.splice(siblings.indexOf(paragraph), 1, ...(list === above ? [] : [list]));
  if (list !== above) list.parent = paragraph.parent;
  paragraph.name = 'li';
  paragraph.parent = list;
  list.children.push(paragraph);
}

/** Puts a paragraph of the same list behind the one above, on a line of its own. */
function toLine(paragraph: Element): void {
  const above = before(paragraph);
  const list = listOf(paragraph);
  if (!above || !isTag(above) || above.name !== 'p' || list === undefined || listOf(above) !== list) return;
  const siblings = paragraph.parent!.children;
  siblings.splice(siblings.indexOf(paragraph), 1);
  above.children.push(parsed('<br>', 'br'), ...paragraph.children);
  for (const child of above.children) child.parent = above;
}

/** Which list a paragraph belongs to: `l0` of `mso-list:l0 level1 lfo1`. */
const listOf = (node: Element): string | undefined =>
  /mso-list\s*:\s*(l\d+)/iu.exec(attributeOf(node, 'style') ?? '')?.[1];

const isWithinCell = (node: AnyNode): boolean =>
  node.parent !== null &&
  (isTag(node.parent) ? node.parent.name === 'td' || isWithinCell(node.parent) : false);
