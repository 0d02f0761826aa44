import { cellsOf, isOfRows, rowGroupsOf } from './grid.ts';
import { attributeOf, type Element } from './tree.ts';
import type { Weight } from './weight.ts';

/** From which part of its words on a table that lies in tables is no more than a frame around them. */
const FRAME = 0.6;

/**
 * Whether a table only places what is in it: no row shows more than one cell, nearly all that it shows are tables
 * of their own, or it holds more than rows.
 */
export function isLayout(table: Element, weights: ReadonlyMap<Element, Weight>): boolean {
  if (!isOfRows(table)) return true;
  if (/^(?:presentation|none)$/u.test(attributeOf(table, 'role') ?? '')) return true;
  const { all = 0, nested = 0 } = weights.get(table) ?? {};
  if (all === 0 || nested > all * FRAME) return true;
  return rowGroupsOf(table).every((rows) =>
    rows.every((row) => cellsOf(row).filter((cell) => (weights.get(cell)?.all ?? 0) > 0).length < 2),
  );
}
