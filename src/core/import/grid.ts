import { seenInControl, whyUnseen } from './seen.ts';
import { attributeOf, childrenOf, isTag, isText, type AnyNode, type Element } from './tree.ts';

/** A cell in its place; rows and columns count from 0. */
interface GridCell {
  element: Element;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Grid {
  rows: number;
  columns: number;
  cells: readonly GridCell[];
  /** Rows of `<thead>`, or rows of nothing but `<th>` at the beginning. */
  headRows: number;
  captions: readonly Element[];
  /** Rows and cells that the page hides. */
  hidden: readonly Element[];
}

/** Columns that one cell may span: what pages say beyond is to mean “all of them”. */
const WIDEST_SPAN = 250;

/** The rows of a table by their groups, in the order in which a browser shows them. */
export function rowGroupsOf(table: Element): readonly (readonly Element[])[] {
  const inside = elementsIn(table);
  const parts = [
    ...inside.filter(({ name }) => name === 'thead'),
    ...inside.filter(({ name }) => name === 'tbody' || name === 'tr'),
    ...inside.filter(({ name }) => name === 'tfoot'),
  ];
  const groups: Element[][] = [];
  for (const [index, part] of parts.entries()) {
    if (part.name !== 'tr') groups.push(elementsIn(part).filter(({ name }) => name === 'tr'));
    else if (parts[index - 1]?.name === 'tr') groups.at(-1)!.push(part);
    else groups.push([part]);
  }
  return groups;
}

/**
 * Whether a table holds nothing but rows of cells. A page that nests too deep for anybody is flattened when it is read,
 * and then its tables hold texts and cells beside their rows.
 */
export const isOfRows = (table: Element): boolean =>
  childrenOf(table).every(
    (part) =>
      isIdle(part) ||
      isNamed(part, /^(?:caption|colgroup|tr)$/u) ||
      (isNamed(part, /^(?:thead|tbody|tfoot)$/u) &&
        childrenOf(part).every((row) => isIdle(row) || isNamed(row, /^tr$/u))),
  ) &&
  rowGroupsOf(table).every((rows) =>
    rows.every((row) => childrenOf(row).every((cell) => isIdle(cell) || isNamed(cell, /^t[dh]$/u))),
  );

const isNamed = (node: AnyNode, names: RegExp): boolean => isTag(node) && names.test(node.name);

/** What a table may have between its parts and nobody sees. */
const isIdle = (node: AnyNode): boolean =>
  isTag(node)
    ? whyUnseen(node) !== undefined ||
      (node.name !== 'img' && childrenOf(node).length === 0 && !seenInControl(node))
    : !isText(node) || !/\S/u.test(node.data);

/** What a table holds, in the order in which a browser shows it. */
export function partsInOrder(table: Element): readonly AnyNode[] {
  const rankOf = (node: AnyNode): number =>
    isNamed(node, /^caption$/u) ? 0 : isNamed(node, /^thead$/u) ? 1 : isNamed(node, /^tfoot$/u) ? 3 : 2;
  return childrenOf(table).toSorted((one, other) => rankOf(one) - rankOf(other));
}

export const cellsOf = (row: Element): readonly Element[] =>
  elementsIn(row).filter(({ name }) => name === 'td' || name === 'th');

const elementsIn = (node: AnyNode): readonly Element[] => childrenOf(node).filter(isTag);

/**
 * Lays the cells of a table out as a browser does. Where spans overlap, the cell that came first keeps the place and
 * the later one is narrower: no cell is lost.
 */
export function gridOf(table: Element): Grid {
  const cells: GridCell[] = [];
  const hidden: Element[] = [];
  const isSeen = (element: Element): boolean => whyUnseen(element) === undefined || hidden.push(element) < 0;
  let row = 0;
  let columns = 0;
  for (const rows of rowGroupsOf(table)) {
    const group = rows.filter(isSeen);
    const end = row + group.length;
    /** By column, the first row that is free again. */
    const free: number[] = [];
    for (const tr of group) {
      let column = 0;
      for (const element of cellsOf(tr).filter(isSeen)) {
        while ((free[column] ?? 0) > row) column += 1;
        const rows = Math.min(spanOf(element, 'rowspan') || Infinity, end - row);
        const width = Math.min(Math.max(1, spanOf(element, 'colspan')), WIDEST_SPAN);
        let span = 0;
        while (span < width && !((free[column + span] ?? 0) > row)) {
          free[column + span] = row + rows;
          span += 1;
        }
        cells.push({ element, row, column, rows, columns: span });
        column += span;
        columns = Math.max(columns, column);
      }
      row += 1;
    }
  }
  const captions = elementsIn(table).filter(({ name }) => name === 'caption');
  return { rows: row, columns, cells, headRows: headRowsOf(table, cells), captions, hidden };
}

/** A span as the page says it; of nothing or nonsense, 1. */
function spanOf(element: Element, name: 'rowspan' | 'colspan'): number {
  const text = attributeOf(element, name) ?? '1';
  const span = /^\+?\d+/u.test(text) ? parseInt(text, 10) : 1;
  return name === 'colspan' && span === 0 ? 1 : span;
}

function headRowsOf(table: Element, cells: readonly GridCell[]): number {
  const heads = elementsIn(table).filter(({ name }) => name === 'thead');
  const inHead = heads.reduce(
    (sum, head) =>
      sum + elementsIn(head).filter((tr) => tr.name === 'tr' && whyUnseen(tr) === undefined).length,
    0,
  );
  if (inHead > 0) return inHead;
  const firstOther = cells.find(({ element }) => element.name !== 'th');
  return firstOther ? firstOther.row : 0;
}
