import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { Refusal } from '../refusal.ts';

export type { Document, Element, Node };

/** The namespaces of WordprocessingML: as Word and WPS write it, and as the strict form of the standard does. */
const WORD: ReadonlySet<string | null> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Deepest nesting of elements. Tables in tables of real documents reach forty. */
const DEEPEST = 400;

/**
 * Reads one part of a document. What declares entities is refused: they are how an XML file reads others on the disk,
 * and no office program writes them.
 * @throws {Refusal}
 */
export function parseXml(text: string): Document {
  const source = text.replace(/^\ufeff/u, '');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(source)) {
    throw new Refusal(
      '文件里有外部实体声明（DOCTYPE），Word、WPS 不会这样写，可能是有人做过手脚，没有采用。向来文单位要一份新的。',
    );
  }
  if (depthOf(source) > DEEPEST) throw new Refusal(BROKEN);
  try {
    return new DOMParser({ onError: stopAtErrors }).parseFromString(source, 'text/xml');
  } catch (cause) {
    throw new Refusal(BROKEN, { cause });
  }
}

export const BROKEN =
  '文件坏了，里面的结构读不出来。用 Word 或者 WPS 打开，能打开就另存为 .docx 再试，打不开就向来文单位要一份新的。';

function stopAtErrors(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message);
}

function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of source.matchAll(/<[/A-Za-z_][^>]*>/gu)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;

/** Whether a node is an element of WordprocessingML with one of these names. */
export const isWord = (node: Node | null | undefined, ...names: readonly string[]): node is Element =>
  isElement(node) && WORD.has(node.namespaceURI) && names.includes(node.localName ?? '');

/** The elements inside a node, as a list that stays while the tree is changed. */
export const elementsIn = (node: Node): readonly Element[] => [...node.childNodes].filter(isElement);

/** The first child of WordprocessingML with a name. */
export const childNamed = (node: Node | undefined, name: string): Element | undefined =>
  node && firstOf(node, (child) => isWord(child, name));

/** All elements of WordprocessingML with one of these names, at any depth, in the order of the document. */
export function wordsElements(within: Node, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  visit(within, (element) => {
    if (isWord(element, ...names)) found.push(element);
  });
  return found;
}

/** All elements with a name in whatever namespace, at any depth. */
export function elementsNamed(within: Node, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  visit(within, (element) => {
    if (names.includes(element.localName ?? '')) found.push(element);
  });
  return found;
}

/** Goes by the links between neighbours: a list of the children of each node costs three times as long. */
function visit(node: Node, see: (element: Element) => void): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!isElement(child)) continue;
    see(child);
    visit(child, see);
  }
}

function firstOf(node: Node, fits: (element: Element) => boolean): Element | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (isElement(child) && fits(child)) return child;
  return undefined;
}

/** An attribute by its local name, whatever prefix it is written with. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  return [...element.attributes].find((one) => one.localName === name || one.name === name)?.value;
}

/** `w:val` of a child: `<w:jc w:val="center"/>`. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  attribute(childNamed(element, name), 'val');

/** A property that is on or off: absent is neither, `<w:b/>` is on, `<w:b w:val="0"/>` off. */
export function flagOf(element: Element | undefined, name: string): boolean | undefined {
  const found = childNamed(element, name);
  return found && !['0', 'false', 'off', 'none'].includes(attribute(found, 'val') ?? '');
}

export const removeNode = (node: Node): void => {
  node.parentNode?.removeChild(node);
};

/** Puts what stands inside an element in its place. */
export function unwrap(element: Element): void {
  const { parentNode } = element;
  while (element.firstChild) parentNode?.insertBefore(element.firstChild, element);
  removeNode(element);
}

/** A new element of WordprocessingML in the namespace of another one. */
export function newElement(
  like: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const made = like.ownerDocument!.createElementNS(like.namespaceURI, `w:${name}`);
  for (const [key, value] of Object.entries(attributes))
    made.setAttributeNS(like.namespaceURI, `w:${key}`, value);
  return made;
}

/** A run that says a text. */
export function newRun(like: Element, text: string): Element {
  const run = newElement(like, 'r');
  const words = newElement(like, 't');
  words.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  words.appendChild(like.ownerDocument!.createTextNode(text));
  run.appendChild(words);
  return run;
}

/** Puts nodes behind another one, in their order. */
export function insertAfter(place: Node, nodes: readonly Node[]): void {
  const next = place.nextSibling;
  for (const node of nodes) place.parentNode!.insertBefore(node, next);
}

/** The nearest ancestor of WordprocessingML with one of these names. */
export function ancestorNamed(node: Node, ...names: readonly string[]): Element | undefined {
  for (let above = node.parentNode; above; above = above.parentNode)
    if (isWord(above, ...names)) return above;
  return undefined;
}

/** The words of an element as they are stored, without those that have been deleted. */
export const textIn = (node: Node): string =>
  wordsElements(node, 't')
    .map(({ textContent }) => textContent ?? '')
    .join('');
