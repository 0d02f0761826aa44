import { numberIn } from '../announcement/numeral.ts';
import type { Evidence, Pair } from './evidence.ts';
import { flowOf, type Cell, type Flow, type Grid, type Line } from './flow.ts';
import { isAnyLabel, isKnownLabel, plainLabel } from './label.ts';
import { pairsInLine } from './line-pairs.ts';
import { isSideOfChange } from './section.ts';
import { Reader, type Stated, type Statements } from './stated.ts';
import type { AnyNode } from './tree.ts';

/** Every `label：value` that a body states in lines and tables, in the order of the page. */
export const pairsOf = (body: readonly AnyNode[]): readonly Pair[] =>
  statementsIn(flowOf(body)).pairs.map(({ label, value, evidence }) => ({ label, value, evidence }));

/** The same with what is known of each from where it stands. */
export function statementsIn(flow: Flow): Statements {
  const reader = new Reader();
  for (const item of flow) {
    if (item.kind === 'line') readLine(reader, item);
    else readGrid(reader, item);
  }
  const { pairs: all, tables } = reader.end();
  const pairs = withCodedLots(all);
  const listsLots = tables.some(
    ({ head, rows }) => rows.length > 1 && head.some(({ text }) => /标段|包|编号|地块|宗地|标的/u.test(text)),
  );
  if (listsLots || pairs !== all || lotsIn(flow).size > 1) return { pairs, tables };
  // What is said of the only lot there is said of the whole.
  const ofWhole = <T extends { isOfLot: boolean }>(one: T): T => ({ ...one, isOfLot: false });
  return { pairs: pairs.map(ofWhole), tables: tables.map(ofWhole) };
}

/** The label of what tells one lot, plot or asset from another. */
const CODE = /^(?:宗地|地块|标的|标段|标包|包组|采购包)编?号$/u;

/** What only the lots have, one or several of them. */
const OF_EACH = /价|保证金|幅度|面积|用途|年限|金额/u;

/** Below the codes of several lots, what is said up to the last of them and what repeats behind it is of each. */
function withCodedLots(pairs: readonly Stated[]): readonly Stated[] {
  const places = pairs.flatMap(({ label }, at) => (CODE.test(plainLabel(label)) ? [at] : []));
  if (new Set(places.map((at) => pairs[at]!.value)).size < 2) return pairs;
  const [first, last] = [places[0]!, places.at(-1)!];
  const repeated = new Set(pairs.slice(first, last).map(({ name }) => name));
  return pairs.map((one, at) =>
    at >= first && (at < last || repeated.has(one.name) || OF_EACH.test(one.name))
      ? { ...one, isOfLot: true }
      : one,
  );
}

const LOT =
  /第?([一二三四五六七八九十\d]{1,3}|[A-Z])(?:标段|标包|包组|采购包|合同包|包)|(?:标段|标包|包组|采购包|合同包|包|地块|宗地|标的)(?:编?号)?[:：]?\s*([一二三四五六七八九十]{1,3}|\d{1,3}|[A-Z])(?![\d.,%])/gu;

/** The lots that a page speaks of anywhere, by their numbers. */
const lotsIn = (flow: Flow): ReadonlySet<string> =>
  new Set(
    flow
      .flatMap((item) =>
        item.kind === 'line' ? item.text : item.rows.flatMap((row) => row.map(({ text }) => text)),
      )
      .flatMap((text) => [...text.matchAll(LOT)].map(([, before, behind]) => lotNumber((before ?? behind)!))),
  );

const lotNumber = (written: string): string => String(numberIn(written) ?? written);

function readLine(reader: Reader, { text, line }: Line): void {
  const [first, ...more] = pairsInLine(text);
  if (!first) {
    reader.words(text, line);
    return;
  }
  // 1.采购人信息 名称：… in one line.
  const [, heading, label] = /^(\S.*?)[\s\p{Zs}]+([^\s\p{Zs}]+)$/u.exec(first.label) ?? [];
  const isJoined =
    label !== undefined && isKnownLabel(plainLabel(label)) && !isKnownLabel(plainLabel(first.label));
  if (isJoined) reader.words(heading!, line);
  reader.row([isJoined ? { ...first, label } : first, ...more], { rule: '段落', words: text, line });
}

/** Rows of labels and values; rows below a head are pairs where there is only one. */
function readGrid(reader: Reader, { rows }: Grid): void {
  for (let at = 0; at < rows.length; at += 1) {
    const cells = distinct(rows[at]!);
    const sides = cells.filter(({ text }) => isSideOfChange(plainLabel(text.replaceAll('\n', ''))));
    // Below 更正前 and 更正后 side by side the rest of the table is of them; beside one of them, the row.
    if (sides.length > 1) return;
    if (sides.length === 1 && cells.length > 1) continue;
    const below = dataBelow(rows, at);
    if (below === undefined) readRow(reader, cells);
    else {
      if (below === 1) readUnderHead(reader, rows[at]!, rows[at + 1]!);
      if (below > 0) reader.table(rows[at]!, rows.slice(at + 1, at + below + 1));
      at += below;
    }
  }
}

/** The cells of a row, each once. */
const distinct = (row: readonly Cell[]): readonly Cell[] => [...new Set(row)];

/** Longest text of a cell that can be a label, with what stands in its brackets. */
const LONGEST_LABEL = 80;

const isLabelCell = ({ text, isHead }: Cell): boolean => {
  if (text.length > LONGEST_LABEL) return false;
  const plain = plainLabel(text.replaceAll('\n', ''));
  return isAnyLabel(plain) || isKnownLabel(plain.replace(/（[^（）]*）$/u, '')) || (isHead && plain !== '');
};

/** How many rows of values stand below a row that is the head of a table; nothing where it is none. */
function dataBelow(rows: Grid['rows'], at: number): number | undefined {
  const head = rows[at]!;
  const cells = distinct(head);
  if (!isHead(cells) || isGroupRow(rows, at)) return undefined;
  let below = 0;
  for (const row of rows.slice(at + 1)) {
    const own = distinct(row).filter(({ text }) => text !== '');
    if (row.length !== head.length || own.length < 2 || own.filter(isLabelCell).length * 2 >= own.length)
      break;
    below += 1;
  }
  return below;
}

/** A row behind the head of a group that spans several: 中标候选人 before 名称 and its value. */
const isGroupRow = (rows: Grid['rows'], at: number): boolean => {
  const [first, second, third] = distinct(rows[at]!);
  const spans = [rows[at - 1], rows[at + 1]].some(
    (row) => first !== undefined && row?.includes(first) === true,
  );
  return spans && second !== undefined && third !== undefined && isLabelCell(second) && !isLabelCell(third);
};

/** A head has labels side by side, where a row of labels and values has them in turn. */
function isHead(cells: readonly Cell[]): boolean {
  const written = cells.filter(({ text }) => text !== '');
  const isShort = written.every(
    ({ text }) => text.length <= 30 && !/[:：]./u.test(text) && !/\d{3}/u.test(text),
  );
  if (written.length < 2 || !isShort) return false;
  if (/^(?:序号|编号|排名|名次|排序|标段号?|包号)$/u.test(plainLabel(cells[0]!.text)) && cells.length >= 3)
    return cells.slice(1).some(isLabelCell);
  return cells.some((cell, at) => isLabelCell(cell) && at > 0 && isLabelCell(cells[at - 1]!));
}

function readUnderHead(reader: Reader, head: readonly Cell[], row: readonly Cell[]): void {
  const places = distinct(head).map((cell) => head.indexOf(cell));
  const pairs = places.map((at) => ({ label: head[at]!.text.replaceAll('\n', ''), value: row[at]!.text }));
  reader.row(pairs, evidenceOf(row));
}

/** A row of labels and values in turn, with the head of a group before them or not; or cells that are lines. */
function readRow(reader: Reader, cells: readonly Cell[]): void {
  const own = cells.filter(({ text }) => text !== '');
  const [first, ...rest] = own;
  if (!first) return;
  const isInTurn = (row: readonly Cell[]): boolean =>
    row.length % 2 === 0 && row.every((cell, at) => cell.text === '' || isLabelCell(cell) === (at % 2 === 0));
  if (
    !isInTurn(cells) &&
    own.some(({ lines }) => lines.some(({ text }) => pairsInLine(text).some(({ value }) => value !== '')))
  ) {
    readCells(reader, cells);
    return;
  }
  if (rest.length === 0) {
    readLine(reader, { kind: 'line', text: first.text, line: lineOf(first) });
    return;
  }
  const isGroup = cells.length % 2 === 1 && cells[1] !== undefined && isLabelCell(cells[1]);
  if (isGroup) reader.group(first.text.replaceAll('\n', ''));
  const inTurn = isGroup ? cells.slice(1) : cells;
  // Three cells that no head of a group begins could be 更正前 and 更正后.
  if (inTurn.length % 2 === 1 && inTurn.at(-1)!.text !== '') return;
  const pairs = inTurn.flatMap((cell, at) =>
    at % 2 === 0 && cell.text !== '' && !isLabelCell(inTurn[at + 1] ?? cell)
      ? [{ label: cell.text.replaceAll('\n', ''), value: inTurn[at + 1]?.text ?? '' }]
      : [],
  );
  if (pairs.every(({ label }) => label.length <= 60)) reader.row(pairs, evidenceOf(inTurn));
}

/** Cells that hold lines of pairs: those side by side are one row, 招标人：甲 beside 代理机构：乙. */
function readCells(reader: Reader, cells: readonly Cell[]): void {
  const side = cells.map(({ lines }) => (lines.length === 1 ? pairsInLine(lines[0]!.text) : []));
  if (cells.length > 1 && cells.every(({ text }, at) => text === '' || side[at]!.length === 1)) {
    reader.row(side.flat(), evidenceOf(cells));
    return;
  }
  const [head, next] = cells;
  // A label beside a cell of several lines has them all.
  if (cells.length === 2 && isLabelCell(head!) && next!.lines.length > 0) {
    reader.row([{ label: head!.text, value: next!.text }], evidenceOf(cells));
    return;
  }
  for (const cell of cells) {
    reader.apart();
    for (const line of cell.lines) readLine(reader, line);
  }
}

const lineOf = ({ lines }: Cell): number => lines[0]?.line ?? 0;

const evidenceOf = (row: readonly Cell[]): Evidence => ({
  rule: '表格',
  words: distinct(row)
    .map(({ text }) => text.replaceAll('\n', ' '))
    .join(' | '),
  line: lineOf(row.find(({ text }) => text !== '') ?? row[0]!),
});
