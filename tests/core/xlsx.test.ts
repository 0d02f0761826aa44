import { expect, test } from 'vitest';
import type { Table } from '../../src/core/table.ts';
import { toXlsx } from '../../src/core/xlsx.ts';
import { tableOf } from './fixtures.ts';
import { cellsInWorkbook } from './workbook.ts';

const cellsIn = async (table: Table) => cellsInWorkbook(await toXlsx({ name: '公告', table }));

test('a code keeps its zeros and eighteen digits stay what they are', async () => {
  const codes = ['0123', '123456789012345678', '1-2', '2026-03', '1E5', '91440608MA4UJC0X17'];
  expect(
    await cellsIn(
      tableOf(
        ['编号'],
        codes.map((code) => [code]),
      ),
    ),
  ).toEqual(['编号', ...codes].map((code) => [code]));
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://example.com")'])(
  'what looks like a formula is text, without an apostrophe: %s',
  async (text) => {
    expect((await cellsIn(tableOf(['值'], [[text]])))[1]).toEqual([text]);
  },
);

test('money is a number in yuan, a day and a moment in Beijing time are dates', async () => {
  const table: Table = {
    columns: [
      { heading: '成交价（元）', kind: 'money' },
      { heading: '截止时间', kind: 'moment' },
      { heading: '公示开始', kind: 'day' },
      { heading: '家数', kind: 'number' },
    ],
    rows: [
      [358_600_012, '2026-03-25T09:30:00+08:00', '2026-03-25', 7],
      [undefined, '2026-03-20T24:00:00+08:00', undefined, 0],
    ],
  };
  const [, first, second] = await cellsIn(table);
  const day = Date.UTC(2026, 2, 25) / 86_400_000 + 25_569;
  expect(first).toEqual([
    { number: 3_586_000.12, format: '#,##0.00' },
    { number: expect.closeTo(day + 9.5 / 24, 8), format: 'yyyy-mm-dd hh:mm' },
    { number: day, format: 'yyyy-mm-dd' },
    { number: 7, format: 'General' },
  ]);
  expect(second?.[0]).toBeUndefined();
  // 24:00 belongs to the day that it ends, which no spreadsheet can show: it is the moment at which the next begins.
  expect(second?.[1]).toMatchObject({ number: day - 4 });
});

test('a sum with more digits than a spreadsheet keeps is text', async () => {
  const table: Table = {
    columns: [{ heading: '元', kind: 'money' }],
    rows: [[Number.MAX_SAFE_INTEGER], [999_999_999_999_999]],
  };
  const [, first, second] = await cellsIn(table);
  expect(first).toEqual(['90071992547409.91']);
  expect(second).toEqual([{ number: 9_999_999_999_999.99, format: '#,##0.00' }]);
});

test('numbers and sums among words stay numbers', async () => {
  const table: Table = {
    columns: [{ heading: '数值', kind: 'mixed' }],
    rows: [[536], [{ fen: 1_234_567 }], ['没有统一规定']],
  };
  const [, ...rows] = await cellsIn(table);
  expect(rows.flat().map((cell) => (typeof cell === 'object' ? cell.number : cell))).toEqual([
    536,
    12_345.67,
    '没有统一规定',
  ]);
});

test('the same table gives the same bytes, whenever it is written', async () => {
  const table = tableOf(['编号', '标题'], [['0123', '一份公告']]);
  const once = await toXlsx({ name: '公告', table });
  expect(await toXlsx({ name: '公告', table })).toEqual(once);
  // The zip itself names no time: it is nought in every entry.
  expect([...once.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
});
