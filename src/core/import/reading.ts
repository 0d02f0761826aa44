import { isLocal } from '../body/links.ts';
import { findLost } from '../body/lost.ts';
import { markdown } from '../body/markdown.ts';
import { asTarget, isPublishable, mayLead } from './address.ts';
import { isAllBold, isFigure, plain, type Block, type ItemPlace } from './assemble.ts';
import { gridOf, rowGroupsOf, type Grid } from './grid.ts';
import { markedLevel } from './heading.ts';
import { toInline, withoutLooks } from './inline.ts';
import { isLayout } from './layout.ts';
import { legible, PRIVATE_USE, raisedOrLowered } from './legible.ts';
import { collapsed, joinedLines, LineGatherer, wordsOfLine, type Line, type Run } from './lines.ts';
import { marksOf } from './numbers.ts';
import { isOfSymbols, isStruck, isWordMark, seenInControl, showsWords, whyUnseen } from './seen.ts';
import { tableLines } from './table.ts';
import {
  attributeOf,
  childrenOf,
  isBlock,
  isComment,
  isTag,
  isText,
  lineOf,
  type AnyNode,
  type Element,
} from './tree.ts';
import { weigh } from './weight.ts';
import type { Doubt, Targets } from './written.ts';

/** What surrounds a node: handed down, never changed. */
interface Around {
  bold: boolean;
  struck: boolean;
  pre: boolean;
  symbols: boolean;
  link?: Run['link'];
  level?: number;
  list?: { marks: ReturnType<typeof marksOf>; indent: string; depth: number };
  item?: { indent: string; mark?: string };
  /** Whether it is read into one cell: a table within is a text. */
  inCell: boolean;
}

interface Frame {
  nodes: readonly AnyNode[];
  at: number;
  around: Around;
  leave?: (() => void) | undefined;
}

/** Lists deeper than this are read, but not moved in further. */
const DEEPEST_LIST = 6;
/** Columns from which on somebody should look at a table. */
const WIDE = 12;

/** One walk over a body, with what it leaves out and doubts. It keeps its own stack: pages nest ten thousand deep. */
export class Reading {
  readonly drops: Record<string, number> = {};
  readonly doubts: Doubt[] = [];
  readonly #body: readonly AnyNode[];
  readonly #targets: Targets;
  readonly #weights: ReturnType<typeof weigh>;
  #gatherer = new LineGatherer();
  #blocks: Block[] = [];
  #links = 0;

  constructor(body: readonly AnyNode[], targets: Targets) {
    this.#body = body;
    this.#targets = targets;
    this.#weights = weigh(body);
  }

  read(): readonly Block[] {
    this.#walk(this.#body, { bold: false, struck: false, pre: false, symbols: false, inCell: false });
    return this.#blocks;
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
      } else if (isText(node)) this.#text(node.data, node, frame.around);
      else if (isComment(node))
        this.#count(/\[(?:if|endif)|mso|supportLists|gte/iu.test(node.data) ? 'Word 注释' : '注释');
      else if (isTag(node)) {
        const next = this.#enter(node, frame.around);
        if (next)
          stack.push({
            nodes: next.nodes ?? childrenOf(node),
            at: 0,
            around: next.around,
            leave: next.leave,
          });
      } else stack.push({ nodes: childrenOf(node), at: 0, around: frame.around });
    }
    this.#flush(around);
  }

  /** Takes an element, or says how to go on inside it. */
  #enter(
    node: Element,
    around: Around,
  ): { around: Around; leave?: () => void; nodes?: readonly AnyNode[] } | undefined {
    const why = whyUnseen(node);
    if (why !== undefined) {
      if (why !== '' && (why !== '隐藏内容' || showsWords(childrenOf(node)))) this.#count(why);
      return undefined;
    }
    const control = seenInControl(node);
    if (control !== undefined) {
      if (control === '') this.#count('表单');
      this.#text(control, node, { ...around, pre: node.name === 'textarea' });
      return undefined;
    }
    if (node.name === 'br') return void this.#gatherer.break();
    if (node.name === 'img') return void this.#image(node);
    if (node.name === 'hr') {
      this.#flush(around);
      if (!around.inCell) this.#blocks.push({ kind: 'rule' });
      return undefined;
    }
    if (node.name === 'table') return this.#table(node, around);
    if (node.name === 'sup' || node.name === 'sub') {
      const [only, ...others] = childrenOf(node);
      if (only && isText(only) && others.length === 0) {
        this.#text(raisedOrLowered(only.data.trim(), node.name), node, around);
        return undefined;
      }
    }
    if (LISTS.test(node.name)) {
      this.#flush(around);
      this.#pendingMark(around);
    }
    const inner = this.#within(node, around);
    if (isWordMark(node) && inner.symbols) return void this.#count('项目符号');
    if (around.inCell && (node.name === 'td' || node.name === 'th'))
      return { around: inner, leave: () => this.#divide() };
    if (!isBlock(node)) return { around: inner };
    this.#flush(around);
    if (node.name === 'li' && around.inCell) this.#markInCell(node, around);
    const blocks = this.#blocks.length;
    return {
      around: inner,
      leave: () => {
        this.#flush(inner);
        if (/^(?:p|li|tr)$/u.test(node.name) && this.#blocks.length === blocks && !around.inCell)
          this.#count('空行');
      },
    };
  }

  /** What surrounds the children of an element. */
  #within(node: Element, around: Around): Around {
    const { name, attribs } = node;
    const style = attribs['style'] ?? '';
    const weight = /font-weight\s*:\s*(\w+)/iu.exec(style)?.[1]?.toLowerCase();
    const inner: Around = { ...around, symbols: isOfSymbols(node, around.symbols) };
    if (name === 'b' || name === 'strong') inner.bold = true;
    if (weight !== undefined) inner.bold = /^(?:bold|bolder|[6-9]00)$/u.test(weight);
    if (name === 'pre' || name === 'listing' || name === 'xmp') inner.pre = true;
    if ('color' in attribs || /(?:^|[;\s])color\s*:/iu.test(style)) this.#count('颜色');
    const level = markedLevel(name, attribs['class']);
    if (level !== undefined) inner.level = level;
    if (isStruck(node) && !around.struck && showsWords(childrenOf(node))) {
      inner.struck = true;
      this.#doubt(
        'G114',
        `有划掉的字：“${wordsIn(node)}”`,
        '划掉的不算数的，改正文；还要保留的，用文字写明',
        node,
      );
    }
    if (name === 'a') this.#link(node, inner);
    if (LISTS.test(name)) {
      const depth = (around.list?.depth ?? 0) + 1;
      const indent = around.item?.indent ?? '';
      inner.list = {
        marks: marksOf(node),
        indent: depth <= DEEPEST_LIST ? indent : (around.list?.indent ?? ''),
        depth,
      };
      delete inner.item;
    }
    if (name === 'li' && around.list && !around.inCell) {
      const mark = around.list.marks?.get(node);
      inner.item = {
        indent: around.list.indent,
        ...(mark !== undefined && this.#shows(node) && { mark: mark === '' ? '-' : mark }),
      };
      delete inner.level;
    }
    return inner;
  }

  #text(data: string, node: AnyNode, around: Around): void {
    const words = legible(data, (reason) => this.#unreadable(reason, node));
    const text = around.symbols ? this.#boxed(words, node) : words;
    const run = { bold: around.bold, ...(around.link && { link: around.link }) };
    if (!around.pre) {
      this.#gatherer.add({ ...run, text: collapsed(text) });
      return;
    }
    for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
      if (index > 0) this.#gatherer.break();
      this.#gatherer.add({ ...run, text: line.replace(/[\t\f]/gu, ' ') });
    }
  }

  /** Letters that are drawn as symbols. */
  #boxed(words: string, node: AnyNode): string {
    if (!/[^\s\u00a0]/u.test(words)) return words;
    this.#unreadable(PRIVATE_USE, node);
    return words.replace(/[^\s\u00a0]/gu, '□');
  }

  #link(node: Element, inner: Around): void {
    const address = attributeOf(node, 'href');
    delete inner.link;
    if (address === undefined) return;
    const words = wordsIn(node);
    const target = mayLead(address) ? this.#targets.link(address, words) : undefined;
    if (words.trim() === '' && target === undefined) return;
    const written = target === undefined ? undefined : asTarget(target);
    if (written === undefined || !isPublishable(written, words)) this.#count('链接');
    else inner.link = { id: (this.#links += 1), target: written };
  }

  #image(node: Element): void {
    const address = attributeOf(node, 'src');
    if (address === undefined) return;
    const alt = (attributeOf(node, 'alt') ?? '')
      .replace(/[^\p{L}\p{N}\p{Zs}，。、：；（）《》“”·.\-_]/gu, '')
      .trim();
    if (/^data:/iu.test(address) && address.length * 0.75 < 2048) return this.#count('装饰图');
    const file = this.#targets.image(address, alt);
    if (file === undefined || !isLocal(file)) return this.#count('图片');
    this.#gatherer.add({ text: alt, bold: false, image: asTarget(file) });
  }

  #table(
    table: Element,
    around: Around,
  ): { around: Around; leave?: () => void; nodes?: readonly AnyNode[] } | undefined {
    const inner = this.#within(table, around);
    if (around.inCell) {
      this.#doubt('G113', '表格的格子里还有表格，已经写成用“；”隔开的文字', '对照原文看一遍这一格', table);
      this.#gatherer.break();
      return { around: inner, nodes: inOrder(table), leave: () => this.#gatherer.break() };
    }
    this.#flush(around);
    if (isLayout(table, this.#weights)) {
      return { around: inner, nodes: inOrder(table), leave: () => this.#flush(inner) };
    }
    this.#pendingMark(around);
    const grid = gridOf(table);
    for (const element of grid.hidden) if (showsWords(childrenOf(element))) this.#count('隐藏内容');
    for (const caption of grid.captions) this.#walk([caption], inner);
    const cells = grid.cells.map(({ element }) => this.#cell(element, inner));
    const { lines, dropped, columns } = tableInDialect(grid, cells);
    if (dropped > 0) this.#count('空行', dropped);
    if (lines.length > 0) this.#blocks.push({ kind: 'table', lines });
    if (columns > WIDE)
      this.#doubt('G113', `表格有 ${columns} 列，手机和纸上放不下`, '只留主要的几列，整张表作为附件', table);
    return undefined;
  }

  /** The words of a cell on one line: the dialect has none within. */
  #cell(element: Element, around: Around): Line {
    const [gatherer, blocks] = [this.#gatherer, this.#blocks];
    this.#gatherer = new LineGatherer();
    this.#blocks = [];
    const inner = { ...this.#within(element, around), inCell: true };
    delete inner.list;
    delete inner.item;
    this.#walk(childrenOf(element), inner);
    const lines = this.#blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
    this.#gatherer = gatherer;
    this.#blocks = blocks;
    const line = divided(joinedLines(lines));
    return isAllBold(line) ? plain(line) : line;
  }

  /** Between the cells of a table in a cell. */
  #divide(): void {
    this.#gatherer.add({ text: DIVIDES, bold: false });
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

  #push(lines: readonly Line[], around: Around): void {
    const { item, level } = around;
    if (item?.mark === '-' && isFigure(lines[0]!)) delete item.mark;
    const place: ItemPlace | undefined = item && { ...item };
    this.#blocks.push({
      kind: 'lines',
      lines,
      ...(level !== undefined && { level }),
      ...(place && { item: place }),
    });
    if (item?.mark !== undefined) {
      item.indent += indentOf(item);
      delete item.mark;
    }
  }

  /** The number of an item that begins with a list or a table stands on a line of its own. */
  #pendingMark({ item }: Around): void {
    if (item?.mark === undefined) return;
    if (item.mark !== '-') this.#blocks.push({ kind: 'lines', lines: [[{ text: item.mark, bold: false }]] });
    delete item.mark;
  }

  #shows(item: Element): boolean {
    return (this.#weights.get(item)?.words ?? 0) > 0;
  }

  /** The number of an item in a cell is a text. */
  #markInCell(item: Element, { list }: Around): void {
    const mark = list?.marks?.get(item) ?? '';
    if (mark !== '' && this.#shows(item)) this.#gatherer.add({ text: `${mark} `, bold: false });
  }

  #unreadable(reason: string, node: AnyNode): void {
    this.#count(reason);
    if (reason === PRIVATE_USE && !this.doubts.some(({ code }) => code === 'G124'))
      this.#doubt('G124', '有专用字体的符号，写成了“□”', '对照原文，换成普通的符号或者文字', node);
  }

  #count(reason: string, amount = 1): void {
    this.drops[reason] = (this.drops[reason] ?? 0) + amount;
  }

  #doubt(code: string, message: string, help: string, node: AnyNode): void {
    const line = lineOf(node);
    this.doubts.push({ code, message, help, ...(line > 0 && { line }) });
  }
}

const LISTS = /^(?:ul|ol|menu|dir)$/u;

/** How far the blocks of an item behind the first are moved in. */
const indentOf = ({ mark = '' }: { mark?: string }): string =>
  /^(?:-|\d{1,9}\.)$/u.test(mark) ? ' '.repeat(mark.length + 1) : '';

/** A table with its links; where a check of bodies misreads brackets of two cells as one link, without. */
function tableInDialect(grid: Grid, cells: readonly Line[]): ReturnType<typeof tableLines> {
  const write = (lines: readonly Line[]): ReturnType<typeof tableLines> =>
    tableLines(
      grid,
      lines.map((line) => toInline(line, 'cell')),
    );
  const table = write(cells);
  const hasBrackets = cells.some((line) => wordsOfLine(line).includes('[')) && cells.some(hasLink);
  const isSound =
    !hasBrackets || findLost(table.lines, markdown.parse(table.lines.join('\n'), {})).length === 0;
  return isSound ? table : write(cells.map(withoutLooks));
}

const hasLink = (line: Line): boolean => line.some(({ link }) => link !== undefined);

/** Captions first, then the rows in the order in which a browser shows them. */
const inOrder = (table: Element): readonly AnyNode[] => [
  ...childrenOf(table).filter((node) => isTag(node) && node.name === 'caption'),
  ...rowGroupsOf(table).flat(),
];

/** Stands between the cells of a table in a cell until the cell is written; no page can hold it. */
const DIVIDES = '\ue000';

/** `；` for dividers between words, a blank where a sign of punctuation ends them already. */
function divided(line: Line): Line {
  if (!line.some(({ text }) => text.includes(DIVIDES))) return line;
  const runs: Run[] = [];
  let isDue = false;
  for (const run of line) {
    for (const [index, part] of run.text.split(DIVIDES).entries()) {
      isDue ||= index > 0;
      const text = isDue ? part.trimStart() : part;
      if (text === '' && run.image === undefined) continue;
      const before = wordsOfLine(runs).trimEnd();
      if (isDue && before !== '')
        runs.push({ text: /[，。、；：！？,;:]$/u.test(before) ? ' ' : '；', bold: false });
      runs.push({ ...run, text });
      isDue = false;
    }
  }
  return runs;
}

/** Characters of an element's words that a rule or a message is given. */
const MOST_WORDS = 200;

/** The words of an element, however deep they lie. */
function wordsIn(element: Element): string {
  const open: AnyNode[] = [element];
  let words = '';
  while (open.length > 0 && words.length < MOST_WORDS) {
    const node = open.pop()!;
    if (isText(node)) words += node.data;
    else if (isTag(node) && whyUnseen(node) === undefined)
      for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return legible(words, () => undefined)
    .replace(/\s+/gu, ' ')
    .trim();
}
