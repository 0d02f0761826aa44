import { expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import { tableOf } from './fixtures.ts';

test('a table begins with a byte-order mark and ends its lines as on Windows', () => {
  expect(toCsv(tableOf(['栏目', '值'], [['标题', '一份公告']]))).toBe('\uFEFF栏目,值\r\n标题,一份公告\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'a cell that begins like a formula gets an apostrophe: %j',
  (cell) => {
    const line = toCsv(tableOf(['值'], [[cell]])).slice('\uFEFF值\r\n'.length);
    expect(line.replace(/^"/u, '').startsWith(`'${cell[0]!}`)).toBe(true);
  },
);

test('quotation marks, commas and line breaks stay within their cell', () => {
  expect(toCsv(tableOf(['值'], [['甲,乙"丙"\n丁']]))).toBe('\uFEFF值\r\n"甲,乙""丙""\n丁"\r\n');
});

test('a carriage return begins no line of its own, behind which a formula could stand', () => {
  expect(toCsv(tableOf(['值'], [['甲\r=1+1'], ['\r=1']]))).toBe('\uFEFF值\r\n"甲\r=1+1"\r\n"\'\r=1"\r\n');
});
