import { expect, test } from 'vitest';
import { setTable } from '../../src/site/set-table.ts';

const cellOf = (text: string) =>
  setTable({ label: '地块', head: ['起始价'], rows: [[text]] }).rows[0]![0]!.set;

test.each([
  ['2,446,475.04元', 'one-figure'],
  ['GM-2026-31', 'one-figure'],
  ['≤35%', 'one-figure'],
  ['2026年12月7日', 'one-figure'],
  ['商业40年、住宅70年', 'sentence'],
  ['502.1万元（可提交银行保函）', 'sentence'],
  ['工业用地', undefined],
  ['更合镇示例大道以东、示例路以北', 'sentence'],
])('表格里的“%s”怎样排', (text, set) => {
  expect(cellOf(text)).toBe(set);
});

test('十二栏的地块表，纸上放得下，数不折行；号太长的，号可以折行', () => {
  const row = [
    'GM-2026-31',
    '32,917.91平方米',
    '2,446,475.04元',
    '502.1万元',
    '示例大道以东',
    '工业',
    '50年',
  ];
  const more = ['1.5-3.5', '≥35%', '≤15%', '不超过50米', '5万元及其整倍数'];
  const table = { label: '地块', head: [...row, ...more].map(() => '栏'), rows: [[...row, ...more]] };
  expect(setTable(table).fitsPaper).toBe(true);
  const long = { ...table, rows: [[`GM${'X'.repeat(40)}`, ...row.slice(1), ...more]] };
  expect(setTable(long).fitsPaper).toBe(false);
});
