import type { Line } from '../body/writing/run.ts';
import { isLocal } from '../body/links.ts';
import { asTarget } from './address.ts';
import { isAllBold, isFigure, plain, type Block } from './assemble.ts';
import { divided, DIVIDER } from './divider.ts';
import { gridOf, partsInOrder } from './grid.ts';
import { isLayout } from './layout.ts';
import { boxed, legible, PRIVATE_USE, raisedOrLowered } from './legible.ts';
import { collapsed, joinedLines, LineGatherer } from './lines.ts';
import { linkedTable } from './linked-table.ts';
import { Notes } from './notes.ts';
import { isWordMark, seenInControl, showsWords, whyUnseen } from './seen.ts';
import { LISTS, OUTSIDE, Surroundings, type Around } from './surroundings.ts';
import {
  attributeOf,
  childrenOf,
  isBlock,
  isComment,
  isTag,
  isText,
  type AnyNode,
  type Element,
} from './tree.ts';
import { weigh, type Weight } from './weight.ts';
import type { Targets } from './written.ts';

/** How to go on inside an element. */
interface Inside {
  around: Around;
  nodes?: readonly AnyNode[];
  leave?: () => void;
}

interface Frame extends Inside {
  nodes: readonly AnyNode[];
  at: number;
}

/** Columns from which on somebody should look at a table. */
const WIDE = 12;

/** Bytes from which on a picture within a page is more than a dot or a line. */
const SMALLEST_PICTURE = 2048;

/** One walk over a body, with what it leaves out and doubts. It keeps its own stack: pages nest ten thousand deep. */
export class Reading {
  readonly notes = new Notes();
  readonly #body: readonly AnyNode[];
  readonly #targets: Targets;
  readonly #weights: ReadonlyMap<Element, Weight>;
  readonly #surroundings: Surroundings;
  #gatherer = new LineGatherer();
  #blocks: Block[] = [];

  constructor(body: readonly AnyNode[], targets: Targets) {
    this.#body = body;
    this.#targets = targets;
    this.#weights = weigh(body);
    this.#surroundings = new Surroundings(targets, this.notes, this.#weights);
  }

  read(): readonly Block[] {
    this.#walk(this.#body, OUTSIDE);
    return this.#blocks;
  }

  /** Counts the links of which only the words were written, since the dialect would have read the rest otherwise. */
  countLinks(markdown: string): void {
    const written = new Set([...markdown.matchAll(/\]\(([^()\s]+)\)/gu)].map(([, target]) => target));
    const lost = this.#surroundings.led.filter((target) => !written.has(target)).length;
    if (lost > 0) this.notes.count('链接', lost);
  }

  #walk(nodes: readonly AnyNode[], around: Around): void {
    const stack: Frame[] = [{ nodes, at: 0, around }];
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const node = frame.nodes[frame.at];
      frame.at += 1;
      if (node === undefined) {
        stack.pop();
        frame.leave?.();
        continue;
      }
      const inside = isTag(node) ? this.#enter(node, frame.around) : this.#take(node, frame.around);
      if (inside) stack.push({ nodes: childrenOf(node), at: 0, ...inside });
    }
    this.#flush(around);
  }

  /** Takes a text or a comment; a document goes on. */
  #take(node: AnyNode, around: Around): Inside | undefined {
    if (isText(node)) return void this.#text(node.data, node, around);
    if (!isComment(node)) return { around };
    this.notes.count(/\[(?:if|endif)|mso|gte/iu.test(node.data) ? 'Word 注释' : '注释');
    return undefined;
  }

  /** Takes an element, or says how to go on inside it. */
  #enter(node: Element, around: Around): Inside | undefined {
    const why = whyUnseen(node);
    if (why !== undefined) return void this.#leaveOut(node, why);
    const control = seenInControl(node);
    if (control !== undefined) return void this.#control(control, node, around);
    if (node.name === 'br') return void this.#gatherer.break();
    if (node.name === 'img') return void this.#image(node);
    if (node.name === 'hr') return void this.#rule(around);
    if (node.name === 'table') return this.#table(node, around);
    const script = scriptOf(node);
    if (script !== undefined) return void this.#text(script, node, around);
    if (LISTS.test(node.name)) {
      this.#flush(around);
      this.#pendingMark(around);
    }
    const inner = this.#surroundings.within(node, around);
    if (isWordMark(node) && inner.symbols) return void this.notes.count('项目符号');
    if (around.inCell && (node.name === 'td' || node.name === 'th'))
      return { around: inner, leave: () => this.#gatherer.add(DIVIDER) };
    return isBlock(node) ? this.#block(node, around, inner) : { around: inner };
  }

  #block(node: Element, around: Around, inner: Around): Inside {
    this.#flush(around);
    if (node.name === 'li' && around.inCell) this.#markInCell(node, around);
    const blocks = this.#blocks.length;
    const isCounted = !around.inCell && /^(?:p|li|tr)$/u.test(node.name);
    return {
      around: inner,
      leave: () => {
        this.#flush(inner);
        if (isCounted && this.#blocks.length === blocks) this.notes.count('空行');
      },
    };
  }

  #leaveOut(node: Element, why: string): void {
    if (why !== '' && (why !== '隐藏内容' || showsWords(childrenOf(node)))) this.notes.count(why);
  }

  #control(words: string, node: Element, around: Around): void {
    if (words === '') this.notes.count('表单');
    this.#text(words, node, { ...around, pre: node.name === 'textarea' });
  }

  #rule(around: Around): void {
    this.#flush(around);
    if (!around.inCell) this.#blocks.push({ kind: 'rule' });
  }

  #text(data: string, node: AnyNode, around: Around): void {
    const words = legible(data, (reason) => this.#unreadable(reason, node));
    const text = around.symbols ? boxed(words) : words;
    if (text !== words) this.#unreadable(PRIVATE_USE, node);
    const run = { bold: around.bold, ...(around.link && { link: around.link }) };
    if (!around.pre) return this.#gatherer.add({ ...run, text: collapsed(text) });
    for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
      if (index > 0) this.#gatherer.break();
      this.#gatherer.add({ ...run, text: line.replace(/[\t\f]/gu, ' ') });
    }
  }

  #unreadable(reason: string, node: AnyNode): void {
    this.notes.count(reason);
    if (reason !== PRIVATE_USE || this.notes.hasDoubted('G124')) return;
    const help = '对照原文，换成普通的符号或者文字';
    this.notes.doubt('G124', '有专用字体的符号，写成了“□”', help, node);
  }

  #image(node: Element): void {
    const address = attributeOf(node, 'src');
    if (address === undefined) return;
    // Nobody sees these words on the page: of them goes what the dialect could take for a mark.
    const words = (attributeOf(node, 'alt') ?? '')
      .replace(/[^\p{L}\p{N}\p{Zs}，。、：；（）《》“”·.\-_]/gu, '')
      .trim();
    if (/^data:/iu.test(address) && address.length * 0.75 < SMALLEST_PICTURE)
      return this.notes.count('装饰图');
    const file = this.#targets.image(address, words);
    if (file === undefined || !isLocal(file)) return this.notes.count('图片');
    this.#gatherer.add({ text: words, bold: false, image: asTarget(file) });
  }

  #table(table: Element, around: Around): Inside | undefined {
    const inner = this.#surroundings.within(table, around);
    if (around.inCell) {
      const help = '对照原文看一遍这一格';
      this.notes.doubt('G113', '表格的格子里还有表格，已经写成用“；”隔开的文字', help, table);
      this.#gatherer.break();
      return { around: inner, nodes: partsInOrder(table), leave: () => this.#gatherer.break() };
    }
    this.#flush(around);
    if (isLayout(table, this.#weights))
      return { around: inner, nodes: partsInOrder(table), leave: () => this.#flush(inner) };
    this.#pendingMark(around);
    this.#dataTable(table, inner);
    return undefined;
  }

  #dataTable(table: Element, inner: Around): void {
    const grid = gridOf(table);
    for (const element of grid.hidden) this.#leaveOut(element, '隐藏内容');
    for (const caption of grid.captions) this.#walk([caption], inner);
    const { lines, dropped, columns } = linkedTable(
      grid,
      grid.cells.map(({ element }) => this.#cell(element, inner)),
    );
    if (dropped > 0) this.notes.count('空行', dropped);
    if (lines.length > 0) this.#blocks.push({ kind: 'table', lines });
    if (columns <= WIDE) return;
    const help = '只留主要的几列，整张表作为附件';
    this.notes.doubt('G113', `表格有 ${columns} 列，手机和纸上放不下`, help, table);
  }

  /** The words of a cell on one line: the dialect has none within. */
  #cell(element: Element, around: Around): Line {
    const [gatherer, blocks] = [this.#gatherer, this.#blocks];
    this.#gatherer = new LineGatherer();
    this.#blocks = [];
    const inner = { ...this.#surroundings.within(element, around), inCell: true };
    delete inner.list;
    delete inner.item;
    this.#walk(childrenOf(element), inner);
    const lines = this.#blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
    this.#gatherer = gatherer;
    this.#blocks = blocks;
    const line = divided(joinedLines(lines));
    return isAllBold(line) ? plain(line) : line;
  }

  /** Ends the line and the paragraph. */
  #flush(around: Around): void {
    let lines: Line[] = [];
    const close = (): void => {
      if (lines.length > 0) this.#push(lines, around);
      lines = [];
    };
    for (const line of this.#gatherer.take()) {
      if (line.length > 0) lines.push(line);
      else close();
    }
    close();
  }

  #push(lines: readonly Line[], { item, level }: Around): void {
    if (item?.mark === '-' && isFigure(lines[0]!)) delete item.mark;
    this.#blocks.push({
      kind: 'lines',
      lines,
      ...(level !== undefined && { level }),
      ...(item && { item: { ...item } }),
    });
    if (item?.mark === undefined) return;
    item.indent += indentOf(item.mark);
    delete item.mark;
  }

  /** The number of an item that begins with a list or a table stands on a line of its own. */
  #pendingMark({ item }: Around): void {
    if (item?.mark === undefined) return;
    if (item.mark !== '-') this.#blocks.push({ kind: 'lines', lines: [[{ text: item.mark, bold: false }]] });
    delete item.mark;
  }

  /** The number of an item in a cell is a text. */
  #markInCell(item: Element, { list }: Around): void {
    const mark = list?.marks?.get(item) ?? '';
    if (mark !== '' && this.#surroundings.shows(item)) this.#gatherer.add({ text: `${mark} `, bold: false });
  }
}

/** How far the blocks of an item behind the first are moved in. */
const indentOf = (mark: string): string =>
  /^(?:-|\d{1,9}\.)$/u.test(mark) ? ' '.repeat(mark.length + 1) : '';

/** A number that stands higher or lower. */
function scriptOf(element: Element): string | undefined {
  if (element.name !== 'sup' && element.name !== 'sub') return undefined;
  const [only, ...others] = childrenOf(element);
  return only && isText(only) && others.length === 0
    ? raisedOrLowered(only.data.trim(), element.name)
    : undefined;
}
