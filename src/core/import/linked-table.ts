import { findLost } from '../body/lost.ts';
import { markdown } from '../body/markdown.ts';
import { toInline, withoutLooks } from '../body/writing/inline.ts';
import { wordsOfLine, type Line } from '../body/writing/run.ts';
import type { Grid } from './grid.ts';
import { tableLines } from './table.ts';

/** A table with its links; where the check of bodies takes brackets of two cells for one link, without. */
export function linkedTable(grid: Grid, cells: readonly Line[]): ReturnType<typeof tableLines> {
  const table = written(grid, cells);
  const mayMislead = cells.some(hasLink) && cells.some((line) => wordsOfLine(line).includes('['));
  if (!mayMislead || findLost(table.lines, markdown.parse(table.lines.join('\n'), {})).length === 0)
    return table;
  return written(grid, cells.map(withoutLooks));
}

const hasLink = (line: Line): boolean => line.some(({ link }) => link !== undefined);

const written = (grid: Grid, cells: readonly Line[]): ReturnType<typeof tableLines> =>
  tableLines(
    grid,
    cells.map((line) => toInline(line, 'cell')),
  );
