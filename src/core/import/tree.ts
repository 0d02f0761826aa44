import { compile, selectAll, selectOne } from 'css-select';
import {
  isComment,
  isDocument,
  isTag,
  isText,
  type AnyNode,
  type ChildNode,
  type Document,
  type Element,
} from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/**
 * The tree of a document from elsewhere: an old page, a Word file as HTML, what a clipboard holds. It is made by the
 * HTML standard's own algorithm, so that what a browser would show is what is read, however broken the source.
 */
export type { AnyNode, Document, Element };
export { isComment, isDocument, isTag, isText };

/**
 * Reads HTML, a whole page or a part of one. Each node knows its line in the source (`sourceCodeLocation`). What is
 * nested more deeply than browsers keep it stands beside, as there, so that a walk by recursion is safe. Throws
 * where the source makes more than `MOST_ELEMENTS`.
 */
export function parseHtml(html: string): Document {
  let left = MOST_ELEMENTS;
  const document: Document = parse(html, {
    treeAdapter: {
      ...adapter,
      createElement(...args) {
        left -= 1;
        if (left < 0) throw new RangeError(`more than ${MOST_ELEMENTS} elements`);
        return adapter.createElement(...args);
      },
    },
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
  });
  flatten(document);
  return document;
}

/**
 * A page of 5 MB has 100,000. Unclosed `<font>` with a thousand colours multiply: each paragraph opens all of them
 * again.
 */
const MOST_ELEMENTS = 300_000;

/** As deep as Chromium keeps elements (`kMaximumHTMLParserDOMTreeDepth`). */
const DEEPEST = 512;

function flatten(document: Document): void {
  let level: readonly Element[] = document.children.filter(isTag);
  for (let depth = 1; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap(({ children }) => children.filter(isTag));
  }
  for (const element of level) spread(element);
}

/** Makes all that stands within an element its children, in their order; what nobody sees stays closed. */
function spread(element: Element): void {
  if (!element.children.some((child) => isTag(child) && child.children.length > 0)) return;
  const nodes: ChildNode[] = [];
  const ahead: ChildNode[] = [...element.children].reverse();
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    nodes.push(node);
    if (!isTag(node) || isUnseen(node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) ahead.push(node.children[index]!);
    node.children = [];
  }
  nodes.forEach((node, index) => {
    node.parent = element;
    node.prev = nodes[index - 1] ?? null;
    node.next = nodes[index + 1] ?? null;
  });
  element.children = nodes;
}

/** The elements that a CSS selector finds, in the order of the document. Wrong selectors throw. */
export const elementsAt = (selector: string, within: AnyNode): readonly Element[] =>
  selectAll<AnyNode, Element>(selectorOf(selector), within);

/** The first element that a CSS selector finds. */
export const elementAt = (selector: string, within: AnyNode): Element | undefined =>
  selectOne<AnyNode, Element>(selectorOf(selector), within) ?? undefined;

const selectors = new Map<string, ReturnType<typeof compile<AnyNode, Element>>>();

/** A selector is compiled once: the same dozen is asked of every page. */
function selectorOf(selector: string): ReturnType<typeof compile<AnyNode, Element>> {
  const known = selectors.get(selector);
  if (known) return known;
  const compiled = compile<AnyNode, Element>(selector);
  selectors.set(selector, compiled);
  return compiled;
}

/** The nodes inside a node; of a text, none. */
export const childrenOf = (node: AnyNode): readonly AnyNode[] =>
  isTag(node) || isDocument(node) ? node.children : [];

/** An attribute without blanks around it; nothing where there is none or it is empty. */
export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attribs[name]?.trim() || undefined;

/** The line of the source that a node begins in, from 1; 0 for what stands nowhere in it. */
export const lineOf = (node: AnyNode): number => node.sourceCodeLocation?.startLine ?? 0;

/** Elements that no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set([
  'head',
  'title',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
]);

/** Whether a reader sees nothing of an element: scripts, styles, frames, and what its own attributes hide. */
export const isUnseen = (element: Element): boolean =>
  UNSEEN.has(element.name) ||
  'hidden' in element.attribs ||
  (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.attribs['style'] ?? '') &&
    element.attribs['id'] !== SHOWN_LATER);

/** Articles of WeChat are hidden until their script has run. */
const SHOWN_LATER = 'js_content';

/** Elements that begin and end a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul ucapcontent ucaptitle'
  ).split(' '),
);

export const isBlock = (node: AnyNode): node is Element => isTag(node) && BLOCKS.has(node.name);

/** The words of a node as a reader sees them: one line for each block and each `<br>`, blanks as in a browser. */
export function textOf(node: AnyNode): string {
  const parts: string[] = [];
  gather(node, parts);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function gather(node: AnyNode, parts: string[]): void {
  if (isText(node)) parts.push(node.data.replace(/[ \t\r\n\f]+/gu, ' '));
  if (isTag(node) && isUnseen(node)) return;
  if (isTag(node) && node.name === 'br') parts.push('\n');
  const block = isBlock(node);
  if (block) parts.push('\n');
  for (const child of childrenOf(node)) gather(child, parts);
  if (block) parts.push('\n');
}
