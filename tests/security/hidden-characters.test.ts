import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { toText } from '../../src/core/report.ts';
import { base, onDisk } from '../core/fixtures.ts';
import { attached, codesOf, findingsOf, notice } from './announcement.ts';

/** Marks of direction of Unicode TR 36, those that rustc's lint refuses, and what else cannot be seen. */
const HIDDEN = [
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u00ad',
  '\ufeff',
  '\u034f',
  '\u180e',
  '\u3164',
  '\uffa0',
  '\u115f',
  '\u2028',
  '\u{e0041}',
];
const name = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

describe.each(HIDDEN.map((char) => [name(char), char] as const))('%s', (shown, char) => {
  test('不能写在标题里', () => {
    const [finding] = findingsOf(notice('', '现予通知。', `放假${char}安排`));
    expect(finding).toMatchObject({ code: 'F117', line: 2 });
    expect(finding!.message).toContain(shown);
  });

  test('不能写在文件名里', () => {
    expect(codesOf(findingsOf(notice(attached(`表${char}.pdf`))))).toContain('F117');
  });
});

test.each(['\u202e', '\u2067', '\u200f', '\u{e0041}'])('方向符也不能写在正文里：%j', (char) => {
  expect(codesOf(findingsOf(notice('', `金额${char}元001。`)))).toEqual(['C111']);
});

test('结果里不会有能指挥终端的字符', () => {
  const text = notice(attached('表\u001b]0;坏\u0007.pdf'), '<b>\u001b[2J\u009b31m', '放假\u001b[31m安排');
  const root = onDisk({ ...base, 'announcements/general/2026/notice.md': text });
  const printed = toText(check(root).findings, (_, line) => text.split('\n')[line - 1]);
  expect(printed).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
  expect(printed).toContain('[31m');
});

describe('看起来一样的项目编号', () => {
  const tender = base['announcements/construction/2026/tender.md'] as string;
  const found = (code: string) =>
    codesOf(
      check(
        onDisk({
          ...base,
          'announcements/construction/2026/other.md': tender
            .replace('GM-JS-2026-001', code)
            .replace('2026-03-02 09:00', '2026-03-02 10:00'),
        }),
      ).findings,
    );
  test.each([
    ['GM-JS-2026-００1', 'F114'],
    ['ＧＭ-JS-2026-001', 'F114'],
    ['GM-JS-2026-О01', 'F313'],
    ['GM-ЈЅ-2026-001', 'F313'],
    ['GM-JS-2026⼀001', 'F313'],
    ['GM-JS-2O26-001', 'L119'],
    ['GM-JS-2026-00I', 'L119'],
    ['GM-JS-2026-00l', 'L119'],
    ['gm-js-2026-001', 'L119'],
  ])('%s', (code, finding) => expect(found(code)).toContain(finding));
  test.each(['GM-JS-2026-002', 'GM-JS-2026-0010'])('%s 是另一个', (code) => expect(found(code)).toEqual([]));
});
