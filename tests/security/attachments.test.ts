import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attached, codesOf, findingsOf, notice } from './announcement.ts';

const MOBILE = '13800138000';

/** A PDF with one page and one line of text. */
const pdf = (line: string): string => {
  const drawn = `BT /F1 12 Tf 50 700 Td (${line}) Tj ET`;
  return `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${drawn.length}>> stream
${drawn}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;
};

const office = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const types = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
const docx = (text: string): Uint8Array =>
  office({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    'word/document.xml': `<w:document><w:p><w:r><w:t>${text.slice(0, 4)}</w:t></w:r><w:r><w:t>${text.slice(4)}</w:t></w:r></w:p></w:document>`,
  });
const xlsx = (text: string): Uint8Array =>
  office({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': '<worksheet/>',
  });

const bytes = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from([...values, ...Array<number>(600).fill(0)]);
const CFB = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const RAR = bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00);
const SEVEN = bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c);
const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0);
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const EXE = bytes(0x4d, 0x5a);
const HTML = '<!DOCTYPE html><html><script>alert(1)</script></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const zip = office({ '表.txt': '表' });

const found = (file: string, content: string | Uint8Array) =>
  codesOf(findingsOf(notice(attached(file)), { [file]: content }));

describe('内容与结尾相符的附件可以发布', () => {
  test.each<[string, string | Uint8Array]>([
    ['表.pdf', pdf('0757-88880000')],
    ['表.docx', docx('0757-88880000')],
    ['表.xlsx', xlsx('0757-88880000')],
    ['表.doc', CFB],
    ['表.xls', CFB],
    ['表.wps', CFB],
    ['表.et', zip],
    ['表.ofd', zip],
    ['表.zip', zip],
    ['表.rar', RAR],
    ['表.7z', SEVEN],
    ['表.jpg', JPEG],
    ['表.png', PNG],
    ['表.dwg', 'AC1032\0\0\0'],
    ['表.csv', '名称,数量\n甲,1\n'],
    ['表.txt', Buffer.from([0xb1, 0xed, 0xb8, 0xf1])],
    ['表.dxf', '0\nSECTION\n2\nHEADER\n'],
  ])('%s', (file, content) => expect(found(file, content)).toEqual([]));
});

describe('改了结尾的、两可的文件不能发布', () => {
  test.each<[string, string | Uint8Array]>([
    ['表.pdf', HTML],
    ['表.pdf', `${HTML}${pdf('表')}`],
    ['表.pdf', EXE],
    ['表.docx', HTML],
    ['表.doc', HTML],
    ['表.docx', pdf('表')],
    ['表.zip', EXE],
    ['表.jpg', PNG],
    ['表.jpg', SVG],
    ['表.png', `GIF89a/*${HTML}`],
    ['表.txt', HTML],
    ['表.csv', SVG],
    ['表.csv', `  \n<!-- -->${HTML}`],
    ['表.txt', EXE],
    ['表.txt', zip],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A108']));
});

test.each([
  '表.svg',
  '表.html',
  '表.htm',
  '表.js',
  '表.exe',
  '表.bat',
  '表.lnk',
  '表.xml',
  '表.swf',
  '表.docm',
  '表',
  '表.pdf.exe',
])('%s 不能作附件', (file) => expect(found(file, 'x')).toEqual(['A103']));

describe('文件名', () => {
  test.each([
    'CON.pdf',
    'aux.txt',
    'com1.pdf',
    'COM¹.pdf',
    'CONOUT$.txt',
    '表.pdf.',
    "'.pdf '",
    '..',
    '../../site.yaml',
    '..\\表.pdf',
    'C:表.pdf',
    '/etc/hostname',
    "'表|1.pdf'",
    '表\u202efdp.exe',
    '表\u200b.pdf',
  ])('%j 不能用', (file) => {
    const codes = codesOf(findingsOf(notice(attached(file)), {}));
    expect(codes.filter((code) => !['F117', 'A106'].includes(code))).toEqual([]);
    expect(codes).toContain(
      file.includes('\u200b') || file.includes('\u202e') ? 'F117' : file === "'.pdf '" ? 'A106' : 'A106',
    );
  });

  test.each([
    ['表a.txt', '表A.txt'],
    ['caf\u00e9.txt', 'cafe\u0301.txt'],
    ['表1.txt', '表１.txt'],
  ])('%s 和 %s 不能放在一起', (one, other) => {
    expect(codesOf(findingsOf(notice(attached(one, other)), { [one]: '一', [other]: '二' }))).toContain(
      'A109',
    );
  });
});

describe('附件里的个人信息', () => {
  test.each<[string, string | Uint8Array]>([
    ['表.pdf', pdf(MOBILE)],
    ['表.pdf', pdf('138-0013-8000')],
    ['表.docx', docx(MOBILE)],
    ['表.xlsx', xlsx(MOBILE)],
    ['表.csv', `甲,${MOBILE}\n`],
    ['表.txt', `电话 ${MOBILE}`],
  ])('%s 里的手机号 %#', (file, content) => {
    const [finding, ...more] = findingsOf(notice(attached(file)), { [file]: content });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'P102', line: 8 });
    expect(finding!.message).toContain('138****8000');
    expect(JSON.stringify(finding)).not.toContain(MOBILE);
  });

  test('文件名里的手机号', () => {
    const file = `陈工${MOBILE}.txt`;
    expect(found(file, '表')).toEqual(['P102']);
  });

  test('写明理由的例外放行一处，不放行两处', () => {
    const excuse = '例外:\n  - 代码: P102\n    原因: 经本人书面同意公开\n';
    const once = notice(excuse, `值班电话 ${MOBILE}。`);
    expect(codesOf(findingsOf(once))).toEqual([]);
    expect(codesOf(findingsOf(notice(excuse, `值班电话 ${MOBILE}，13900139000。`)))).toEqual(['P102']);
  });
});

describe('坏文件不会让检查停下来', () => {
  const bomb = office({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    'word/document.xml': 'A'.repeat(30_000_000),
  });
  test.each<[string, string | Uint8Array]>([
    ['表.pdf', '%PDF-1.4\n'],
    ['表.pdf', pdf('表').slice(0, 300)],
    ['表.pdf', pdf('表').replace('/Kids[3 0 R]', '/Kids[2 0 R]')],
    ['表.pdf', pdf('表').replace('/Count 1', '/Count 99999999')],
    ['表.pdf', `%PDF-1.4\n${'1 0 obj <<'.repeat(20_000)}`],
    ['表.pdf', `%PDF-1.4\n${'['.repeat(200_000)}`],
    ['表.docx', bomb],
    ['表.docx', docx('表').slice(0, 100)],
    ['表.xlsx', xlsx('表').slice(0, -30)],
  ])('%s %#', { timeout: 30_000 }, (file, content) => {
    const started = performance.now();
    const codes = found(file, content).filter((code) => code !== 'A108');
    expect(codes).toEqual([]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
