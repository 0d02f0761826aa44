import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withdrawalLines, writeWithdrawal } from '../../../src/core/mend/withdraw.ts';

const file = 'announcements/general/2026/notice.md';
const words = { at: '2026-03-31T10:05:00+08:00', reason: '重复发布' };
const fields = '标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n';
const sound = `---\n${fields}---\n\n现予通知。\n`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const written = (text: string, given = words): string | undefined =>
  textOf(writeWithdrawal(file, bytesOf(text), given));

test('撤下写成最后一栏，时间到分', () => {
  expect(written(sound)).toBe(
    `---\n${fields}撤下:\n  - 时间: 2026-03-31 10:05\n    原因: 重复发布\n---\n\n现予通知。\n`,
  );
  expect(written(sound, { ...words, basis: '中心函〔2026〕3号（示例）' } as typeof words)).toContain(
    '\n    依据: 中心函〔2026〕3号（示例）\n---\n',
  );
});

describe('别的一个字节也不动', () => {
  test.each([
    ['换行是 CRLF', sound.replaceAll('\n', '\r\n')],
    ['换行是 CR', sound.replaceAll('\n', '\r')],
    ['开头有 BOM', `\ufeff${sound}`],
    ['换行混着用', sound.replace('类型: 通知\n', '类型: 通知\r\n').replace('现予通知。\n', '现予通知。\r\n')],
    ['正文末尾没有换行', sound.trimEnd()],
    ['正文里有短横线', `${sound}\n---\n\n另行通知。\n`],
    ['各栏里有注释、空行和多余的空格', sound.replace('类型:', '# 备注\n\n类型:   ')],
    ['有全角字符和行尾的空格', sound.replace('现予通知。', '现予　通知。  ')],
    ['结束的短横后面有空格', sound.replace('\n---\n\n', '\n---  \n\n')],
    ['最后一栏是一列', sound.replace('\n---\n\n', '\n旧网址:\n  - /a/1.html\n---\n\n')],
  ])('%s', (_, text) => {
    const ending = /\r\n|\r|\n/u.exec(text)![0];
    const added = withdrawalLines(words).replaceAll('\n', ending);
    const result = written(text)!;
    expect(result).toContain(added);
    expect(result.replace(added, '')).toBe(text);
  });

  test('原因不管写什么，读回来一字不差，别的不变', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => text.trim()),
        (reason) => {
          fc.pre(reason !== '' && !/[\r\n\u2028\u2029\u0085]/u.test(reason));
          const given = { ...words, reason };
          const result = written(sound, given);
          // What no front matter can hold is refused, never written in part.
          if (result !== undefined) expect(result.replace(withdrawalLines(given), '')).toBe(sound);
        },
      ),
    );
    for (const reason of ['a: b', '- 一项', '# 号', '"引号"', "'", '{', '是', '0123', '*改*', '—'])
      expect(written(sound, { ...words, reason }), reason).toBeDefined();
  });
});

test.each([
  ['不是 UTF-8', Buffer.from([0xb1, 0xea, 0xcc, 0xe2])],
  ['没有各栏', bytesOf('放假通知\n')],
  ['各栏有错', bytesOf(sound.replace('类型: 通知', '类型: 没有这种'))],
  ['各栏写在花括号里', bytesOf('---\n{标题: 放假通知, 类别: 通知公告, 类型: 通知}\n---\n\n现予通知。\n')],
  ['已经撤下', bytesOf(written(sound)!)],
])('%s的不写', (_, bytes) => {
  expect(writeWithdrawal(file, bytes, words)).toBeUndefined();
});
