import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, typeOf } from '../../../src/core/announcement/schema.ts';
import { cellsOf, isRange } from '../../../src/core/desk/cells.ts';
import { recordsFrom } from '../../../src/core/desk/pasted-records.ts';
import { runsOf } from '../../repeatable.ts';

const lots = formOf(typeOf('construction', 'tender-notice')).find(({ label }) => label === '标段')!.fields!;
const candidates = formOf(typeOf('construction', 'candidate-notice')).find(
  ({ label }) => label === '中标候选人',
)!.fields!;

describe('a range of a spreadsheet', () => {
  test('has cells divided by tabs, with line breaks and quotation marks in them', () => {
    expect(cellsOf('甲\t"乙\n丙"\t"说""是"""\r\n1\t\t3\r\n\r\n')).toEqual([
      ['甲', '乙\n丙', '说"是"'],
      ['1', '', '3'],
    ]);
    expect(cellsOf('"甲"乙\t')).toEqual([['"甲"乙', '']]);
    expect(cellsOf('')).toEqual([]);
  });

  test('is read as it was written, whatever stands in its cells', () => {
    const cell = fc.stringMatching(/^[甲a1"\t\n ,]{0,6}$/u).map((words) => words.trim());
    const quoted = (words: string): string =>
      /["\t\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
          const kept = [...rows];
          while (kept.at(-1)?.every((words) => words === '')) kept.pop();
          expect(cellsOf(text)).toEqual(kept);
        },
      ),
      { numRuns: runsOf(200) },
    );
  });

  test('is told from a text: as many cells in every row, more than one', () => {
    expect(isRange('甲\t乙\n1\t2')).toBe(true);
    expect(isRange('甲\t乙')).toBe(true);
    expect(isRange('甲\n乙')).toBe(false);
    expect(isRange('\t首行缩进\n下一行')).toBe(false);
  });
});

describe('records pasted from a spreadsheet', () => {
  test('go to the columns that the first row names, with the units of its headings', () => {
    expect(
      recordsFrom(lots, '标段名称\t编号\t预算金额（万元）\n道路工程\t01\t120\n排水工程\t02\t1,200.5'),
    ).toEqual({
      records: [
        { 名称: '道路工程', 编号: '01', 预算金额: '120万元' },
        { 名称: '排水工程', 编号: '02', 预算金额: '1,200.5万元' },
      ],
      messages: [],
    });
  });

  test('go to the columns in their order where no row names them', () => {
    expect(recordsFrom(lots, '01\t道路工程\t120万元\n02\t排水工程\t80万元').records).toEqual([
      { 编号: '01', 名称: '道路工程', 预算金额: '120万元' },
      { 编号: '02', 名称: '排水工程', 预算金额: '80万元' },
    ]);
  });

  test('tell what has no place, and what is not understood; nothing is left out in silence', () => {
    const { records, messages } = recordsFrom(
      candidates,
      '排名\t名称\t报价\t备注\n1\t示例公司\t3412000\t良好\n\t另一公司\t341.2万元\t',
    );
    expect(records).toEqual([
      { 排名: '1', 名称: '示例公司', 报价: '3412000' },
      { 名称: '另一公司', 报价: '341.2万元' },
    ]);
    expect(messages[0]).toBe('“备注”没有对应的栏，没有填进来：良好');
    expect(messages[1]).toMatch(/^第 1 行：.*单位/u);
    expect(messages).toHaveLength(2);
    expect(recordsFrom(lots, '01\t甲\t1万元\t10日历天\t乙\t多出来').messages).toEqual([
      '“第 6 列”没有对应的栏，没有填进来：多出来',
    ]);
    expect(recordsFrom(lots, '\n')).toEqual({ records: [], messages: [] });
  });
});
