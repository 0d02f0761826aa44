import { describe, expect, test } from 'vitest';
import { parseSheet, SheetFault, textOfSheet } from '../../../src/core/live/csv.ts';

const CSV = `序号,投标人,报价（万元）,工期（天）
1,示例甲建设有限公司,1248.60,180
2,示例乙市政工程公司,"1,251.08",175
`;

const SHEET = {
  columns: [{ label: '投标人' }, { label: '报价', unit: '万元' }, { label: '工期', unit: '天' }],
  rows: [
    ['示例甲建设有限公司', '1248.60', '180'],
    ['示例乙市政工程公司', '1,251.08', '175'],
  ],
};

/** 示例甲,1 with the heading 投标人,报价, as Excel in Chinese writes it. */
const GB18030 = Uint8Array.from([
  0xcd, 0xb6, 0xb1, 0xea, 0xc8, 0xcb, 0x2c, 0xb1, 0xa8, 0xbc, 0xdb, 0x0d, 0x0a, 0xca, 0xbe, 0xc0, 0xfd, 0xbc,
  0xd7, 0x2c, 0x31, 0x0d, 0x0a,
]);

describe('a table is read as a spreadsheet writes it', () => {
  test.each<readonly [what: string, bytes: Uint8Array]>([
    ['in UTF-8', Buffer.from(CSV)],
    ['in UTF-8 with a mark before it', Buffer.from(`\ufeff${CSV}`)],
    ['with the line ends of Windows', Buffer.from(CSV.replaceAll('\n', '\r\n'))],
    [
      'in UTF-16 with tabs',
      Buffer.from(
        `\ufeff${CSV.replace('"1,251.08"', '1;251.08').replaceAll(',', '\t').replace('1;251', '1,251')}`,
        'utf16le',
      ),
    ],
    ['with empty lines', Buffer.from(`${CSV}\n,,,\n\n`)],
  ])('%s', (_, bytes) => {
    expect(parseSheet(textOfSheet(bytes), true)).toEqual(SHEET);
  });

  test('in GB18030', () => {
    expect(parseSheet(textOfSheet(GB18030), true)).toEqual({
      columns: [{ label: '投标人' }, { label: '报价' }],
      rows: [['示例甲', '1']],
    });
  });
});

test('the column of bidders comes first, wherever it stands and whatever it is called', () => {
  expect(parseSheet('报价 元,供应商名称\n12,示例甲\n', true)).toEqual({
    columns: [{ label: '供应商名称' }, { label: '报价', unit: '元' }],
    rows: [['示例甲', '12']],
  });
});

test('another table keeps its columns as they are', () => {
  expect(parseSheet('序号,请到\nA001,谈判室\n', false)).toEqual({
    columns: [{ label: '序号' }, { label: '请到' }],
    rows: [['A001', '谈判室']],
  });
});

test('a bidder for two lots is no mistake', () => {
  expect(parseSheet('投标人,标段,报价\n示例甲,1,10\n示例甲,2,20\n', true).rows).toHaveLength(2);
});

describe('what is wrong is told with its line', () => {
  test.each<readonly [text: string, words: string]>([
    ['', '文件是空的'],
    ['名字,报价\n示例甲,1\n', '第 1 行表头里没有“投标人”这一列，只有：名字、报价'],
    ['投标人,单位名称\n示例甲,1\n', '第 1 行表头里有几列像是投标人：投标人、单位名称'],
    ['投标人,报价\n示例甲,1\n,2\n', '第 3 行没有写投标人'],
    ['投标人,报价\n示例甲,1,251.08\n', '第 2 行有 3 格，表头只有 2 格：看看是不是金额里的逗号没有加引号'],
    ['投标人,报价\n示例甲,1\n示例乙,2\n示例甲,1\n', '第 4 行和第 2 行是同一家：示例甲'],
    [`投标人,报价\n${'示'.repeat(61)},1\n`, '第 2 行的投标人有 61 个字，最多 60 个'],
    ['投标人,报价\n示例\u202e甲,1\n', '第 2 行的投标人里有换行或者看不见的字符'],
    ['投标人,报价\n"示例甲,1\n', '第 2 行的引号不成对'],
    ['投标人,一,二,三,四,五\n', '有 6 列，屏幕最多放 5 列'],
    [
      `投标人\n${Array.from({ length: 61 }, (_, index) => `示例${index}`).join('\n')}\n`,
      '有 61 行，最多 60 行',
    ],
  ])('%j', (text, words) => {
    expect(() => parseSheet(text, true)).toThrow(SheetFault);
    expect(() => parseSheet(text, true)).toThrow(words);
  });

  test('a workbook is no CSV', () => {
    expect(() => textOfSheet(Buffer.from('PK\u0003\u0004'))).toThrow('不是 CSV');
  });

  test('bytes that no encoding reads are refused', () => {
    expect(() => textOfSheet(Uint8Array.from([0x80, 0xff, 0xff]))).toThrow('看不懂文件的编码');
  });
});

test('a column that holds something and has no heading is refused with its number', () => {
  const of = (text: string) => () => parseSheet(text, true);
  expect(of('投标人,,工期\n示例甲,1248.60,180\n')).toThrow('第 2 列有内容，第 1 行表头里却没有它的列名');
  expect(of(',投标人,报价\n1,示例甲,1248.60\n')).toThrow('第 1 列有内容');
  expect(of('投标人,,报价\n示例甲,,1248.60\n')()).toMatchObject({ rows: [['示例甲', '1248.60']] });
});
