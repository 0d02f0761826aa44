import { expect, test } from 'vitest';
import { encodingFault } from '../../../src/core/corpus/encoding.ts';

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
  ['Word 文档', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), '文件不是文字，而是压缩包或者 Word、Excel、WPS 文档'],
  [
    '旧版 Word 文档',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    '文件不是文字，而是旧版 Word、Excel、WPS 文档',
  ],
  ['照片', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '文件不是文字，而是图片'],
  ['记事本的 Unicode', Buffer.from(`\ufeff${text}`, 'utf16le'), '文件是 UTF-16 编码'],
  ['没有标记的 UTF-16', Buffer.from(text, 'utf16le'), '文件是 UTF-16 编码'],
  ['GBK', Buffer.concat([Buffer.from('---\n'), gbk, Buffer.from('\n---\n')]), '文件是 GBK 编码'],
  [
    '别的编码',
    Buffer.from([0x41, 0xff, 0xfe, 0xfd, 0x80, 0x0a]),
    '文件不是 UTF-8 编码，也认不出是哪一种，可能已经损坏',
  ],
])('%s 说得出是什么', (_, bytes, message) =>
  expect(encodingFault(bytes)).toMatchObject({ message, line: 1 }),
);

test('坏了一个字节的 UTF-8，说在哪一行哪一个字', () => {
  const message = '文件是 UTF-8 编码，但是这里有坏掉的字';
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
