import { describe, expect, test } from 'vitest';
import { attached, codesOf, findingsOf, notice } from './announcement.ts';
import {
  compound,
  docx,
  jpeg,
  ofd,
  pdf,
  PNG,
  pptx,
  rar,
  bookStream,
  wordStream,
  xlsx,
  zip,
} from '../core/made-files.ts';
import { processorSeconds } from '../processor.ts';

const MOBILE = '13800138000';

const bytes = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from([...values, ...Array<number>(600).fill(0)]);
const CFB = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const DOC = compound({ WordDocument: wordStream() });
const XLS = compound({ Workbook: bookStream() });
const TEXT = new TextEncoder().encode('表');
const SEVEN = Buffer.from(
  'N3q8ryccAAQtC+LSAQAAAAAAAABCAAAAAAAAAFvCHud4AQQGAAEJAQAHCwEAAQEADAEACAoBgxbcjAAABQERDQBhAC4AdAB4AHQAAAAUCgEAPYy2ms1/3QEVBgEAIICkgQAA',
  'base64',
);
const EXE = bytes(0x4d, 0x5a);
const HTML = '<!DOCTYPE html><html><script>alert(1)</script></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const ZIP = zip({ '表.txt': '表' });

const found = (file: string, content: string | Uint8Array) =>
  codesOf(findingsOf(notice(attached(file)), { [file]: content }));

describe('内容与结尾相符的附件可以发布', () => {
  test.each<[string, string | Uint8Array]>([
    ['表.pdf', pdf('0757-88880000')],
    ['表.docx', docx('0757-88880000')],
    ['表.xlsx', xlsx('0757-88880000')],
    ['表.pptx', pptx()],
    ['表.doc', DOC],
    ['表.xls', XLS],
    ['表.ppt', compound({ 'PowerPoint Document': new Uint8Array(5000) })],
    ['表.wps', DOC],
    ['表.wps', docx('表')],
    ['表.et', XLS],
    ['表.et', xlsx('表')],
    ['表.ofd', ofd()],
    ['表.zip', ZIP],
    ['表.rar', rar('表.txt', TEXT)],
    ['表.7z', SEVEN],
    ['表.jpg', jpeg()],
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
    ['表.txt', ZIP],
    ['表.docx', ZIP],
    ['表.docx', xlsx('表')],
    ['表.xlsx', docx('表')],
    ['表.xlsx', pptx()],
    ['表.docx', DOC],
    ['表.docx', zip({ 'word/document.xml': '<w:document/>' })],
    ['表.doc', XLS],
    ['表.doc', docx('表')],
    ['表.doc', compound({ 别的: new Uint8Array(5000) })],
    ['表.xls', DOC],
    ['表.wps', XLS],
    ['表.et', ZIP],
    ['表.ofd', ZIP],
    ['表.zip', docx('表')],
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

describe('坏文件不会让检查停下来，也不会没有人知道', () => {
  const bomb = docx('表', { 'word/document.xml': 'A'.repeat(30_000_000) });
  test.each<[string, string | Uint8Array, string]>([
    ['表.pdf', '%PDF-1.4\n', 'A113'],
    ['表.pdf', pdf('表').slice(0, 300), 'A113'],
    ['表.pdf', pdf('表').replace('/Kids[3 0 R]', '/Kids[2 0 R]'), 'A113'],
    ['表.pdf', `%PDF-1.4\n${'1 0 obj <<'.repeat(20_000)}`, 'A115'],
    ['表.pdf', `%PDF-1.4\n${'['.repeat(200_000)}`, 'A113'],
    ['表.docx', bomb, 'A114'],
    ['表.docx', docx('表').slice(0, 100), 'A113'],
    ['表.xlsx', xlsx('表').slice(0, -30), 'A113'],
    ['表.doc', CFB, 'A113'],
  ])('%s %#', { timeout: 60_000 }, (file, content, code) => {
    expect(processorSeconds(() => expect(found(file, content)).toContain(code))).toBeLessThan(25);
  });

  test('写着九千万页的 PDF，只看有的', () => {
    expect(found('表.pdf', pdf('表').replace('/Count 1', '/Count 99999999'))).toEqual([]);
  });
});
