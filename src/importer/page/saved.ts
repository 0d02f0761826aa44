import {
  attributeOf,
  childrenOf,
  elementsAt,
  isBlock,
  isComment,
  isDocument,
  isTag,
  isText,
  isUnseen,
  lineOf,
  parseHtml,
  type AnyNode,
  type Document,
  type Element,
} from '../../core/import/tree.ts';

/** A saved page, read once: its tree, and what is asked of it again and again. */
export interface SavedPage {
  /** From the folder's root, with `/`, decoded as far as it is UTF-8. */
  readonly path: string;
  readonly source: string;
  readonly document: Document;
  /** By name in lower case, those without words left out. */
  readonly metas: ReadonlyMap<string, readonly Meta[]>;
  readonly comments: readonly Extract<AnyNode, { data: string }>[];
  /** All lines that a reader sees, in their order. */
  readonly lines: readonly Line[];
  readonly measures: ReadonlyMap<AnyNode, Measure>;
  readonly byId: ReadonlyMap<string, readonly Element[]>;
  readonly byClass: ReadonlyMap<string, readonly Element[]>;
  readonly byName: ReadonlyMap<string, readonly Element[]>;
}

interface Meta {
  readonly content: string;
  readonly line: number;
}

/** What stands on one line of a block. */
export interface Line {
  /** Words of neighbouring elements are apart by a tab. */
  readonly text: string;
  readonly nodes: readonly Extract<AnyNode, { data: string }>[];
  /** The block that it stands in. */
  readonly block: Element | Document;
  readonly order: number;
  /** In the source, from 1. */
  readonly line: number;
  /** Characters that are no white space, and how many of them are words of links. */
  readonly size: number;
  readonly linked: number;
}

/** Where a node stands in the order of the document, and how much a reader sees in it. */
interface Measure {
  readonly start: number;
  end: number;
  size: number;
  linked: number;
}

/** Reads a page. Throws where it has more elements than a page can have. */
export function readSaved(source: string, path: string): SavedPage {
  const document = parseHtml(source);
  for (const element of elementsAt('html, body', document)) showAll(element);
  const page = {
    path: decodePath(path),
    source,
    document,
    metas: new Map<string, Meta[]>(),
    comments: [],
    lines: [],
    measures: new Map(),
    byId: new Map(),
    byClass: new Map(),
    byName: new Map(),
  };
  new Walk(page).visit(document, { block: document, linked: false, seen: true });
  return page;
}

/** The words of nodes whether or not a reader sees them, on one line. */
export const allWords = (...nodes: readonly AnyNode[]): string => onOneLine(nodes.map(collect).join(''));

function collect(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (isTag(node) && HUSKS.has(node.name)) return '';
  return isTag(node) && node.name === 'br' ? '\n' : childrenOf(node).map(collect).join('');
}

/** Chinese that goes on in the next line has no blank between; other white space is one blank. */
const onOneLine = (words: string): string =>
  words
    .replaceAll(/(?<=[\u2e80-\uffef〔])\s*\n\s*(?=[\u2e80-\uffef〔])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const HUSKS: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

/** A page that its scripts would have shown is shown. */
function showAll(element: Element): void {
  delete element.attribs['style'];
  delete element.attribs['hidden'];
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

interface Place {
  readonly block: Element | Document;
  readonly linked: boolean;
  readonly seen: boolean;
}

interface Mutable {
  metas: Map<string, Meta[]>;
  comments: Extract<AnyNode, { data: string }>[];
  lines: Line[];
  measures: Map<AnyNode, Measure>;
  byId: Map<string, Element[]>;
  byClass: Map<string, Element[]>;
  byName: Map<string, Element[]>;
}

/** One walk over the tree that gathers all of it. */
class Walk {
  private order = 0;
  private text = '';
  private nodes: Extract<AnyNode, { data: string }>[] = [];
  private linked = 0;
  private readonly page: Mutable;

  constructor(page: Mutable) {
    this.page = page;
  }

  visit(node: AnyNode, place: Place): Measure {
    const measure = { start: this.order, end: this.order, size: 0, linked: 0 };
    this.order += 1;
    this.page.measures.set(node, measure);
    if (isText(node)) this.addText(node, place, measure);
    else if (isComment(node)) this.page.comments.push(node);
    else if (isTag(node)) this.visitElement(node, place, measure);
    else this.visitChildren(node, place, measure);
    measure.end = this.order;
    return measure;
  }

  private addText(node: Extract<AnyNode, { data: string }>, place: Place, measure: Measure): void {
    if (!place.seen) return;
    const words = node.data.replaceAll(/[^\S\u3000\u00a0]+/gu, ' ');
    measure.size = words.replaceAll(/\s/gu, '').length;
    if (measure.size === 0 && this.nodes.length === 0) return;
    measure.linked = place.linked ? measure.size : 0;
    this.text += words;
    this.linked += measure.linked;
    this.nodes.push(node);
  }

  private visitElement(element: Element, place: Place, measure: Measure): void {
    this.list(element);
    const { name } = element;
    const seen = place.seen && !isUnseen(element);
    const block = isBlock(element);
    const inner = {
      block: block ? element : place.block,
      linked: place.linked || (name === 'a' && attributeOf(element, 'href') !== undefined),
      seen,
    };
    if (seen && (block || name === 'br')) this.endLine(place.block);
    else if (seen && this.text !== '') this.text += '\t';
    this.visitChildren(element, inner, measure);
    if (seen && block) this.endLine(element);
    else if (seen && this.text !== '' && name !== 'br') this.text += '\t';
  }

  private visitChildren(node: AnyNode, place: Place, measure: Measure): void {
    for (const child of childrenOf(node)) {
      const { size, linked } = this.visit(child, place);
      measure.size += size;
      measure.linked += linked;
    }
    if (isDocument(node)) this.endLine(place.block);
  }

  private endLine(block: Element | Document): void {
    const text = this.text.replaceAll(/[^\S\t]*\t\s*/gu, '\t').replaceAll(/^\s+|\s+$/gu, '');
    const [first] = this.nodes;
    if (text !== '' && first) {
      const order = this.page.measures.get(first)!.start;
      const size = text.replaceAll(/\s/gu, '').length;
      const line = lineOf(first) + leadingBreaks(first.data);
      this.page.lines.push({ text, nodes: this.nodes, block, order, line, size, linked: this.linked });
    }
    this.text = '';
    this.nodes = [];
    this.linked = 0;
  }

  private list(element: Element): void {
    add(this.page.byName, element.name, element);
    const id = attributeOf(element, 'id');
    if (id !== undefined) add(this.page.byId, id.toLowerCase(), element);
    const classes = attributeOf(element, 'class')?.toLowerCase().split(/\s+/u) ?? [];
    for (const name of new Set(classes)) add(this.page.byClass, name, element);
    if (element.name === 'meta') this.listMeta(element);
  }

  private listMeta(element: Element): void {
    const name =
      attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? attributeOf(element, 'itemprop');
    const content = flat(attributeOf(element, 'content') ?? '');
    if (name !== undefined && content !== '') {
      add(this.page.metas, name.toLowerCase(), { content, line: lineOf(element) });
    }
  }
}

const leadingBreaks = (text: string): number => /^\s*/u.exec(text)![0].split('\n').length - 1;

/** Words of an attribute or a title, tags that stand in them as text left out. */
export const flat = (words: string): string =>
  onOneLine(words.replaceAll(/<br[^<>]*>/giu, '\n').replaceAll(/<\/?[a-z][^<>]*>/giu, ''));

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
