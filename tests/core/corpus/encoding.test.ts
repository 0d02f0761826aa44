import { describe, expect, test } from 'vitest';
import { encodingFault } from '../../../src/core/corpus/encoding.ts';
import { readOtherEncoding } from '../../../src/core/corpus/other-encoding.ts';

const text = '---\n标题: 关于放假安排的通知\n---\n\n现予通知。\n';
const utf8 = Buffer.from(text);
/** 通知公告 as GBK writes it. */
const gbk = Buffer.from([0xcd, 0xa8, 0xd6, 0xaa, 0xb9, 0xab, 0xb8, 0xe6]);
const withByte = (at: number, byte: number) =>
  Buffer.concat([utf8.subarray(0, at), Buffer.from([byte]), utf8.subarray(at)]);

test.each([
  ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), '文件不是文字，而是 PDF'],
  ['全是英文的 PDF', Buffer.from('%PDF-1.4\n1 0 obj\n'), '文件不是文字，而是 PDF'],
  ['写字板文档', Buffer.from('{\\rtf1\\ansi 甲}'), '文件不是文字，而是 RTF（写字板）文档'],
  ['新版 Word 文档', Buffer.from('PK\u0003\u0004..word/document.xml'), '文件不是文字，而是 Word 文件'],
  ['压缩包', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), '文件不是文字，而是压缩包或者 Word、Excel、WPS 文档'],
  [
    '旧版 Word 文档',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    '文件不是文字，而是旧版 Word、Excel、WPS 文档',
  ],
  ['照片', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '文件不是文字，而是图片'],
  ['记事本的 Unicode', Buffer.from(`\ufeff${text}`, 'utf16le'), '文件不是按“UTF-8”存的，而是按“UTF-16”'],
  ['没有标记的 UTF-16', Buffer.from(text, 'utf16le'), '文件不是按“UTF-8”存的，而是按“UTF-16”'],
  [
    'GBK',
    Buffer.concat([Buffer.from('---\n'), gbk, Buffer.from('\n---\n')]),
    '文件不是按“UTF-8”存的，而是按“ANSI”',
  ],
  [
    '别的编码',
    Buffer.from([0x41, 0xff, 0xfe, 0xfd, 0x80, 0x0a]),
    '文件不是按“UTF-8”存的，也认不出是哪一种存法，可能已经损坏',
  ],
])('%s 说得出是什么', (_, bytes, message) =>
  expect(encodingFault(bytes)).toMatchObject({ message, line: 1 }),
);

test('坏了一个字节的 UTF-8，说在哪一行哪一个字', () => {
  const message = '这里有坏掉的字，读不出来';
  expect(encodingFault(withByte(utf8.indexOf('放假'), 0xff))).toMatchObject({ message, line: 2, column: 7 });
  expect(encodingFault(utf8.subarray(0, utf8.indexOf('。') + 1))).toMatchObject({
    message,
    line: 5,
    column: 5,
  });
});

test('UTF-8 没有问题，生僻字也一样', () => {
  expect(encodingFault(utf8)).toBeUndefined();
  expect(encodingFault(Buffer.from('𠅤㎡①\n'))).toBeUndefined();
  expect(encodingFault(Buffer.from(''))).toBeUndefined();
});

describe('别的编码的文字，读出来再写回去一个字节也不差', () => {
  const content = '---\n标题: 关于“放假”安排的通知①\n---\n\n现予通知。\n';
  const inGbk = Buffer.from(
    '2d2d2d0ab1eacce23a20b9d8d3daa1b0b7c5bcd9a1b1b0b2c5c5b5c4cda8d6aaa2d90a2d2d2d0a0acfd6d3e8cda8d6aaa1a30a',
    'hex',
  );

  test.each([
    ['GBK', inGbk],
    ['记事本的 UTF-16', Buffer.from(`\ufeff${content}`, 'utf16le')],
    ['没有记号的 UTF-16', Buffer.from(content, 'utf16le')],
    ['高位在前的 UTF-16', Buffer.from(`\ufeff${content}`, 'utf16le').swap16()],
  ])('%s', (_, bytes) => expect(readOtherEncoding(bytes)?.text).toBe(content));

  test.each([
    ['少了半个字的 GBK', inGbk.subarray(0, -2)],
    ['GBK 里各台电脑自己造的字', Buffer.concat([inGbk, Buffer.from([0xaa, 0xa1])])],
    ['少了半个字的 UTF-16', Buffer.from(`\ufeff${content}`, 'utf16le').subarray(0, -1)],
    ['UTF-16 里半个生僻字', Buffer.from('\ufeff标题: \ud842\n', 'utf16le')],
    ['UTF-8', utf8],
  ])('%s 不算', (_, bytes) => expect(readOtherEncoding(bytes)).toBeUndefined());
});
