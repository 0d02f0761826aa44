import {
  childNamed,
  elementsIn,
  isWord,
  newElement,
  removeNode,
  valueOf,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/** Brings merged cells into the one form that mammoth reads: spans over columns, and rows that begin at the first one. */
export function evenTables(story: Node): void {
  for (const row of wordsElements(story, 'tr')) {
    const properties = childNamed(row, 'trPr');
    const before = Number(valueOf(properties, 'gridBefore') ?? 0);
    const after = Number(valueOf(properties, 'gridAfter') ?? 0);
    const first = elementsIn(row).find((one) => isWord(one, 'tc'));
    if (before > 0) row.insertBefore(emptyCell(row, before), first ?? null);
    if (after > 0) row.appendChild(emptyCell(row, after));
    joinAcross(row);
  }
}

function emptyCell(row: Element, columns: number): Element {
  const cell = newElement(row, 'tc');
  const properties = newElement(row, 'tcPr');
  properties.appendChild(newElement(row, 'gridSpan', { val: String(columns) }));
  cell.appendChild(properties);
  cell.appendChild(newElement(row, 'p'));
  return cell;
}

/** The older form of cells merged across: one that restarts and others that continue it. */
function joinAcross(row: Element): void {
  let first: Element | undefined;
  for (const cell of elementsIn(row).filter((one) => isWord(one, 'tc'))) {
    const properties = childNamed(cell, 'tcPr');
    const merge = childNamed(properties, 'hMerge');
    const goesOn = merge !== undefined && (valueOf(properties, 'hMerge') ?? 'continue') === 'continue';
    if (first && goesOn) {
      widen(first, spanOf(cell));
      removeNode(cell);
    } else first = merge === undefined ? undefined : cell;
  }
}

const spanOf = (cell: Element): number => Number(valueOf(childNamed(cell, 'tcPr'), 'gridSpan') ?? 1);

function widen(cell: Element, columns: number): void {
  const properties = childNamed(cell, 'tcPr')!;
  const total = spanOf(cell) + columns;
  const old = childNamed(properties, 'gridSpan');
  if (old) removeNode(old);
  properties.appendChild(newElement(cell, 'gridSpan', { val: String(total) }));
}
