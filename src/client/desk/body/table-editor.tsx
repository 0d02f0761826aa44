import { useRef, useState } from 'preact/hooks';
import { cellsOf, isRange } from '../../../core/desk/cells.ts';
import { typed } from '../../../core/body/blocks/text.ts';
import { withText, type Changed } from '../../../core/body/table/edit.ts';
import { tableIn, writtenTable, type GridCell, type TableGrid } from '../../../core/body/table/grid.ts';
import { TextArea } from '../form/text-input.tsx';
import { TableTools } from './table-tools.tsx';
import { withRange } from './pasted-cells.ts';

interface TableProps {
  readonly id: number;
  readonly name: string;
  readonly source: string;
  readonly isReadOnly: boolean;
  readonly onSource: (source: string) => void;
}

/** A table as a grid of native controls; rows, columns and joined cells are changed at the cell one was in last. */
export function TableEditor({ id, name, source, isReadOnly, onSource }: TableProps) {
  const [grid, setGrid] = useGrid(source, onSource);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [refusal, setRefusal] = useState<string>();
  const change = (changed: Changed): void => {
    setRefusal('refusal' in changed ? changed.refusal : undefined);
    if ('grid' in changed) setGrid(changed.grid);
  };
  const paste = (event: ClipboardEvent, cell: GridCell): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isRange(text)) return;
    event.preventDefault();
    change(withRange(grid, cell, cellsOf(text)));
  };
  return (
    <>
      {!isReadOnly && <TableTools grid={grid} at={at} change={change} name={name} />}
      {refusal !== undefined && (
        <p class="said said-error" role="alert">
          {refusal}
        </p>
      )}
      <div class="scroll" role="region" aria-label={`${name}的格子`} tabIndex={0}>
        <table class="grid">
          <tbody>
            {rowsOf(grid).map((cells, row) => (
              <tr key={row}>
                {cells.map((cell) => (
                  <td
                    key={cell.column}
                    rowSpan={cell.rows}
                    colSpan={cell.columns}
                    class={row < grid.headRows ? 'grid-head' : undefined}
                  >
                    <TextArea
                      id={`block-${id}-${row}-${cell.column}`}
                      label={`${name}，第 ${row + 1} 行第 ${cell.column + 1} 列`}
                      rows={1}
                      value={cell.text.words}
                      onValue={(words) => setGrid(withText(grid, row, cell.column, typed(cell.text, words)))}
                      onFocus={() => setAt({ row, column: cell.column })}
                      onPaste={(event) => paste(event, cell)}
                      isReadOnly={isReadOnly}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The grid as it is being typed in; read anew only where the source was changed elsewhere. */
function useGrid(source: string, onSource: (source: string) => void) {
  const [grid, setGrid] = useState(() => tableIn(source)!);
  const written = useRef(source);
  const shown = written.current === source ? grid : tableIn(source)!;
  if (written.current !== source) {
    written.current = source;
    setGrid(shown);
  }
  const edit = (next: TableGrid): void => {
    setGrid(next);
    written.current = writtenTable(next);
    onSource(written.current);
  };
  return [shown, edit] as const;
}

const rowsOf = ({ rows, cells }: TableGrid): readonly (readonly GridCell[])[] =>
  Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row));
