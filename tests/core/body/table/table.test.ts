import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../../../src/core/body/blocks.ts';
import { bareText, boldToggled } from '../../../../src/core/body/blocks/text.ts';
import { checkBody } from '../../../../src/core/body/check-body.ts';
import { withHead, withText, type Changed } from '../../../../src/core/body/table/edit.ts';
import { merged, split } from '../../../../src/core/body/table/joined-cells.ts';
import { emptyTable, tableFrom } from '../../../../src/core/body/table/make.ts';
import {
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from '../../../../src/core/body/table/rows-and-columns.ts';
import { tableIn, writtenTable, type TableGrid } from '../../../../src/core/body/table/grid.ts';
import { anyBody, sampleBodies } from '../../../generated/bodies.ts';
import { runsOf } from '../../../repeatable.ts';

const PRICES = [
  '| 地块 | 价格 || 备注 |',
  '| ^^ | 起始价 | 保证金 | ^^ |',
  '| --- | ---: | :---: | --- |',
  '| 一 | 100万元 | 20万元 ||',
  '| 二 | ^^ | **30万元** | 无 |',
].join('\n');

const gridOf = (changed: Changed): TableGrid => {
  if ('refusal' in changed) throw new Error(changed.refusal);
  return changed.grid;
};

const wordsOf = ({ cells }: TableGrid): readonly string[] =>
  cells.map(({ row, column, rows, columns, text }) => `${row},${column} ${rows}×${columns} ${text.words}`);

describe('a table as it is filled in', () => {
  test('has its head, its joined cells, its sides and its words in their places', () => {
    const grid = tableIn(PRICES)!;
    expect(wordsOf(grid)).toEqual([
      '0,0 2×1 地块',
      '0,1 1×2 价格',
      '0,3 2×1 备注',
      '1,1 1×1 起始价',
      '1,2 1×1 保证金',
      '2,0 1×1 一',
      '2,1 2×1 100万元',
      '2,2 1×2 20万元',
      '3,0 1×1 二',
      '3,2 1×1 30万元',
      '3,3 1×1 无',
    ]);
    expect(grid).toMatchObject({
      rows: 4,
      columns: 4,
      headRows: 2,
      sides: ['left', 'right', 'center', 'left'],
    });
    expect(grid.cells[9]!.text.looks).toEqual([{ from: 0, to: 4 }]);
    expect(writtenTable(grid)).toBe(PRICES);
  });

  test('of every sample is read again as it was', () => {
    let tables = 0;
    for (const [path, body] of sampleBodies()) {
      for (const { kind, source } of cut(body).blocks) {
        if (kind !== 'table' || !path.startsWith('content')) continue;
        tables += 1;
        const grid = tableIn(source)!;
        expect([path, tableIn(writtenTable(grid))]).toEqual([path, grid]);
      }
    }
    expect(tables).toBeGreaterThan(100);
  });

  test('may lack cells and a head: what is missing is empty', () => {
    const grid = tableIn('| | |\n| --- | --- |\n| 甲 |\n| 乙 | 丙 |\n')!;
    expect(grid).toMatchObject({ rows: 2, columns: 2, headRows: 0 });
    expect(wordsOf(grid)).toEqual(['0,0 1×1 甲', '0,1 1×1 ', '1,0 1×1 乙', '1,1 1×1 丙']);
    expect(tableIn('甲')).toBeUndefined();
    expect(tableIn('| 甲 |\n| --- |\n\n乙')).toBeUndefined();
  });

  test('shows in its cells what was typed, whatever marks are in it', () => {
    const grid = withText(withText(emptyTable(2, 2), 0, 0, bareText('甲')), 1, 0, bareText('^^'));
    const source = writtenTable(withText(grid, 1, 1, bareText('a|b\n**c**')));
    expect(source).toBe('| 甲 |  |\n| --- | --- |\n| `^^` | a\\|b \\*\\*c\\*\\* |');
    expect(tableIn(source)!.cells.map(({ text }) => text.words)).toEqual(['甲', '', '^^', 'a|b **c**']);
    expect(checkBody(source, new Set())).toEqual([]);
  });
});

describe('what somebody does to a table', () => {
  const grid = gridOf(
    tableFrom([
      ['甲', '乙', '丙'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]),
  );

  test('puts in and takes out rows and columns; joined cells grow and shrink', () => {
    expect(wordsOf(withRow(grid, 1)).slice(3, 7)).toEqual(['1,0 1×1 ', '1,1 1×1 ', '1,2 1×1 ', '2,0 1×1 1']);
    const joined = gridOf(merged(grid, { row: 1, column: 0, lastRow: 2, lastColumn: 1 }));
    expect(wordsOf(joined)).toEqual([
      '0,0 1×1 甲',
      '0,1 1×1 乙',
      '0,2 1×1 丙',
      '1,0 2×2 1 2 4 5',
      '1,2 1×1 3',
      '2,2 1×1 6',
    ]);
    expect(wordsOf(withRow(joined, 2))[3]).toBe('1,0 3×2 1 2 4 5');
    expect(wordsOf(gridOf(withColumn(joined, 1)))[4]).toBe('1,0 2×3 1 2 4 5');
    expect(wordsOf(gridOf(withoutColumn(joined, 0)))).toEqual([
      '0,0 1×1 乙',
      '0,1 1×1 丙',
      '1,0 2×1 1 2 4 5',
      '1,1 1×1 3',
      '2,1 1×1 6',
    ]);
    expect(wordsOf(gridOf(withoutRow(joined, 1)))).toEqual([
      '0,0 1×1 甲',
      '0,1 1×1 乙',
      '0,2 1×1 丙',
      '1,0 1×2 1 2 4 5',
      '1,2 1×1 6',
    ]);
    expect(wordsOf(split(joined, 2, 1))).toHaveLength(9);
  });

  test('joins what is in the choice in part whole, and never the head with what is below', () => {
    const joined = gridOf(merged(grid, { row: 1, column: 0, lastRow: 1, lastColumn: 1 }));
    const more = gridOf(merged(joined, { row: 1, column: 1, lastRow: 2, lastColumn: 1 }));
    expect(wordsOf(more)[3]).toBe('1,0 2×2 1 2 4 5');
    expect(merged(grid, { row: 0, column: 0, lastRow: 1, lastColumn: 0 })).toEqual({
      refusal: '表头不能和下面的行合并。请分开选。',
    });
    expect(
      withHead(gridOf(merged(grid, { row: 1, column: 0, lastRow: 2, lastColumn: 0 })), 2),
    ).toHaveProperty('refusal');
    expect(gridOf(withHead(grid, 2)).headRows).toBe(2);
  });

  test('is refused with words: too many columns, the last row, the last column', () => {
    const wide = tableFrom([Array.from({ length: 201 }, () => '甲')]);
    expect(wide).toEqual({ refusal: '表格有 201 列，最多 200 列。只留读者要看的几列，整张表作为附件发布。' });
    expect(withColumn(gridOf(tableFrom([new Array<string>(200).fill('甲')])), 0)).toHaveProperty('refusal');
    expect(withoutRow(emptyTable(1, 1), 0)).toHaveProperty('refusal');
    expect(withoutColumn(emptyTable(1, 1), 0)).toHaveProperty('refusal');
  });

  const words = anyBody.map((text) =>
    text
      .replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
      .slice(0, 12)
      .trim(),
  );
  const step = fc.record({
    what: fc.constantFrom('text', 'bold', 'row', 'column', '-row', '-column', 'merge', 'split', 'head'),
    row: fc.nat(5),
    column: fc.nat(5),
    more: fc.nat(2),
    words,
  });

  test('is read again as it was written, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        let table = withText(emptyTable(3, 3), 0, 0, bareText('甲'));
        for (const { what, row: down, column: across, more, words: typed } of steps) {
          const [row, column] = [down % table.rows, across % table.columns];
          const chosen = {
            row,
            column,
            lastRow: Math.min(row + more, table.rows - 1),
            lastColumn: Math.min(column + more, table.columns - 1),
          };
          const done: Changed =
            what === 'text'
              ? { grid: withText(table, row, column, bareText(typed)) }
              : what === 'bold'
                ? { grid: withText(table, row, column, boldToggled(bareText(typed), 0, 3)) }
                : what === 'row'
                  ? { grid: withRow(table, row) }
                  : what === 'column'
                    ? withColumn(table, column)
                    : what === '-row'
                      ? withoutRow(table, row)
                      : what === '-column'
                        ? withoutColumn(table, column)
                        : what === 'merge'
                          ? merged(table, chosen)
                          : what === 'split'
                            ? { grid: split(table, row, column) }
                            : withHead(table, more);
          if ('grid' in done) table = done.grid;
        }
        const hasHead = table.cells.some(({ row, text }) => row < table.headRows && /\S/u.test(text.words));
        const source = writtenTable(table);
        const read = tableIn(source);
        const bare = (grid: TableGrid | undefined): unknown =>
          grid && [
            grid.rows,
            grid.columns,
            grid.headRows,
            wordsOf(grid).map((one) => one.normalize('NFC').replaceAll(/\s/gu, '')),
          ];
        if (hasHead || table.headRows === 0) expect([source, bare(read)]).toEqual([source, bare(table)]);
      }),
      { numRuns: runsOf(400) },
    );
  });
});
