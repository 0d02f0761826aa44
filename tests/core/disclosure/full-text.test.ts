import { expect, test } from 'vitest';
import { openInspector } from '../../../src/core/corpus/inspect.ts';
import { fullTextOf, hasFullText } from '../../../src/core/disclosure/full-text.ts';
import { compound, docx, jpeg, pdf, zip } from '../made-files.ts';
import { onDisk } from '../fixtures.ts';

test.each([
  [true, [], true],
  [true, [undefined, false], true],
  [false, [false, true], true],
  [false, [false], false],
  [false, [false, undefined], undefined],
  [false, [], false],
])('a body with words (%j) and attachments %j: %j', (body, attachments, expected) => {
  expect(hasFullText(body, attachments)).toBe(expected);
});

test('what is missing is never rounded away', () => {
  const most = Array.from({ length: 9999 }, () => true as boolean | undefined);
  expect(fullTextOf([...most, false])).toEqual({ total: 10_000, withText: 9999, unknown: 0, rate: '99.9%' });
  expect(fullTextOf([true, true, false]).rate).toBe('66.6%');
  expect(fullTextOf([true]).rate).toBe('100%');
  expect(fullTextOf([])).toEqual({ total: 0, withText: 0, unknown: 0 });
  expect(fullTextOf([true, undefined])).toEqual({ total: 2, withText: 1, unknown: 1 });
});

test('a scan has no words whatever its properties say; of a closed file it is not known', () => {
  const properties = '<cp:coreProperties><dc:creator>示例中心</dc:creator></cp:coreProperties>';
  const files = {
    '文字.pdf': pdf('A'),
    '扫描.pdf': pdf('', '', '6 0 obj <</Title(Order)>> endobj\n').replace(
      '/Root 1 0 R',
      '/Root 1 0 R/Info 6 0 R',
    ),
    '文字.docx': docx('全文'),
    '图片.docx': docx('', { 'docProps/core.xml': properties }),
    '照片.jpg': jpeg(),
    '压缩.zip': zip({ '全文.txt': '全文' }),
    '加密.docx': compound({ EncryptedPackage: new Uint8Array(5000) }),
    '文字.txt': '全文',
  };
  const root = onDisk(files);
  const { inspect, close } = openInspector();
  const seen = inspect(Object.keys(files).map((file) => `${root}/${file}`));
  close();
  expect(Object.keys(files).map((file, at) => [file, seen[at]!.hasWords])).toEqual([
    ['文字.pdf', true],
    ['扫描.pdf', false],
    ['文字.docx', true],
    ['图片.docx', false],
    ['照片.jpg', false],
    ['压缩.zip', false],
    ['加密.docx', undefined],
    ['文字.txt', true],
  ]);
});
