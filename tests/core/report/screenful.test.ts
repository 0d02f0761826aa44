import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODES, type Diagnostic } from '../../../src/core/diagnostic.ts';
import { columnsOf, toText } from '../../../src/core/report.ts';
import { elide } from '../../../src/core/report/columns.ts';
import { processorSeconds } from '../../processor.ts';

const ROWS = 24;
const COLUMNS = 100;

/** Rows that a text takes on a terminal which breaks lines; a wide character never stands across two rows. */
function rowsOf(text: string): number {
  let rows = 0;
  for (const line of text.split('\n')) {
    let column = 0;
    rows += 1;
    for (const char of line) {
      const width = columnsOf(char);
      if (column + width > COLUMNS) [rows, column] = [rows + 1, 0];
      column += width;
    }
  }
  return rows;
}

/** The text of one finding as it stands between others, the blank line after it included. */
const screenOf = (finding: Diagnostic, line: string | undefined): string => toText([finding], () => line);

const plain: Diagnostic = {
  code: 'F201',
  severity: 'error',
  file: 'announcements/general/2026/notice.md',
  line: 7,
  column: 1,
  length: 4,
  message: '没有“联系电号”这一栏',
};

/** Texts as nobody should write them: very long, of several lines, wide, invisible, half of a character. */
const hostile = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        '长',
        'a',
        '😀',
        '\n',
        '”',
        '“',
        '“长”',
        '\u0301',
        '\ud800',
        '\u202e',
        '\t',
        '12345 ',
        '…',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    ),
    fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(99, 100, 101, 2_000, 30_000)),
  )
  .map(([piece, times]) => piece.repeat(times));
const sentence = fc
  .tuple(hostile, hostile)
  .map(([value, other]) => `没有“${value}”这一栏${other}，最多“${value}”`);
const place = { line: fc.integer({ min: 1, max: 999_999 }), column: fc.integer({ min: 1, max: 70_000 }) };
const span = { ...place, length: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(60_000)) };
const finding: fc.Arbitrary<Diagnostic> = fc.record(
  {
    ...span,
    code: fc.constantFrom(...Object.keys(CODES)),
    severity: fc.constantFrom('error', 'warning', 'info'),
    file: fc.tuple(hostile, hostile).map((parts) => `announcements/${parts.join('/')}/2026/${parts[0]}.md`),
    message: fc.oneof(hostile, sentence),
    help: fc.oneof(hostile, sentence),
    citation: hostile,
    labels: fc.array(fc.record({ ...span, text: hostile }), { maxLength: 4 }),
  },
  { requiredKeys: ['line', 'column', 'length', 'code', 'severity', 'file', 'message'] },
);

describe('一条结果不超过一屏（24 行，每行 100 格）', () => {
  test('写什么、写多长都一样', () => {
    fc.assert(
      fc.property(finding, fc.option(hostile, { nil: undefined }), (one, line) => {
        expect(rowsOf(screenOf(one, line))).toBeLessThanOrEqual(ROWS);
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.keys(CODES))('%s 的每一部分都很长', (code) => {
    const long = '很长的内容'.repeat(1000);
    const labels = Array(5).fill({
      line: 3,
      column: 9_000,
      length: 20_000,
      text: long,
    }) as Diagnostic['labels'];
    const one = {
      ...plain,
      code,
      file: `${long}/${long}.md`,
      message: long,
      help: long,
      citation: long,
      labels,
    };
    expect(rowsOf(screenOf(one as Diagnostic, long.repeat(10)))).toBeLessThanOrEqual(ROWS);
  });

  test('长的值从中间省去，写明有多少字，前后的话照印', () => {
    const value = `开头${'长'.repeat(5317)}结尾`;
    const [head] = screenOf({ ...plain, message: `没有“${value}”这一栏` }, undefined).split('\n');
    expect(head).toMatch(/^错误 F201 {2}没有“开头长+……（共 5,321 字）……长+结尾”这一栏$/u);
  });

  test('两处在同一个地方的，只印一次；放不下的话另起一行，一个字也不省', () => {
    const line = `文件获取时间: ${'2026年11月24日至2026年11月18日'.repeat(2)}`;
    const at = { line: 3, column: 9, length: 44 };
    const text = '文件获取开始是 2026年11月24日（星期二）08:30，文件获取结束早了 6 天';
    const lines = screenOf({ ...plain, ...at, labels: [{ ...at, text }] }, line).split('\n');
    expect(lines.filter((one) => one.includes('文件获取时间'))).toHaveLength(1);
    expect(lines).toContain(`    │ ${text}`);
  });

  test('普通的长句子一个字也不省', () => {
    const help = '建设工程的类型有：' + '资格预审公告、'.repeat(40);
    expect(screenOf({ ...plain, help }, undefined)).toContain(help);
  });

  test('100 KB 的一行，只印错处的前后', () => {
    const line = `${'前'.repeat(30_000)}<b>${'后'.repeat(30_000)}`;
    const [, , source, carets] = screenOf({ ...plain, column: 30_001, length: 3 }, line).split('\n');
    expect(source).toMatch(/^ {2}7 │ …前+<b>后+…$/u);
    expect(columnsOf(source!)).toBeLessThanOrEqual(COLUMNS);
    expect(columnsOf(carets!.slice(0, carets!.indexOf('^')))).toBe(
      columnsOf(source!.slice(0, source!.indexOf('<b>'))),
    );
  });

  test('错处比一行还长，也只标看得见的', () => {
    const [, , source, carets] = screenOf({ ...plain, length: 60_000 }, '长'.repeat(60_000)).split('\n');
    expect(columnsOf(source!)).toBeLessThanOrEqual(COLUMNS);
    expect(columnsOf(carets!)).toBeLessThanOrEqual(columnsOf(source!));
  });

  test('一行里有几千处错误，也马上印完', () => {
    const line = '<b>'.repeat(30_000);
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...plain,
      column: index * 3 + 1,
      length: 3,
    }));
    const seconds = processorSeconds(() =>
      expect(toText(many, () => line).match(/^错误/gmu)).toHaveLength(3_000),
    );
    expect(seconds).toBeLessThan(5);
  });

  test('值里的换行印不成单独的一行，冒充不了别的结果', () => {
    const text = screenOf({ ...plain, message: '没有“甲\n错误 F101  假的”这一栏', help: '乙\n丙' }, '丁');
    expect(text).toContain('没有“甲↵错误 F101  假的”这一栏');
    expect(text.match(/^错误/gmu)).toHaveLength(1);
  });

  test('文件名长得不能抄进命令的时候，命令不带文件名', () => {
    const file = `announcements/general/2026/${'a'.repeat(250)}.md`;
    expect(screenOf({ ...plain, code: 'F104', file }, undefined)).toContain('代劳  npm run fix      详解');
  });
});

describe('从中间省去', () => {
  test('放得下就不动', () => {
    expect(elide('甲'.repeat(20), 40)).toBe('甲'.repeat(20));
  });

  test('放不下就正好放下，不劈开一个字', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 40, max: 300 }), (text, columns) => {
        const short = elide(text.toWellFormed(), columns);
        expect(columnsOf(short)).toBeLessThanOrEqual(columns);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
