import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { toText } from '../../src/core/report.ts';
import { base, checkTree, onDisk } from '../core/fixtures.ts';
import { attached, codesOf, findingsOf, NOTICE, notice } from './announcement.ts';

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

test.each(
  HIDDEN.filter((char) => !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u.test(char)),
)('看不见的字符也不能写在正文里：%j', (char) => {
  const [finding] = findingsOf(notice('', `现予通知。\n\n金额${char}100 元。`));
  expect(finding).toMatchObject({ code: 'C112', line: 11, column: 3, length: 1 });
});

test.each([
  ['栏目名', { [NOTICE]: notice('文\u200b号: 示例\n') }, 'F117'],
  ['日期里', { [NOTICE]: notice('生效日期: 2026-04\u200b-01\n') }, 'F117'],
  ['类型里', { [NOTICE]: notice().replace('类型: 通', '类型: \u200b通') }, 'F117'],
  ['页面的标题', { 'pages/help.md': '---\n标题: 帮\u200b助\n说明: 帮助\n---\n\n甲\n' }, 'S104'],
  ['页面的正文', { 'pages/help.md': '---\n标题: 帮助\n说明: 帮助\n---\n\n甲\u200b乙\n' }, 'C112'],
  [
    '站点设置',
    { 'site.yaml': String(base['site.yaml']).replace('站点名称: ', '站点名称: 甲\u200b') },
    'S101',
  ],
  [
    '屏幕设置',
    { 'displays/hall.yaml': String(base['displays/hall.yaml']).replace('名称: ', '名称: 甲\u200b') },
    'S103',
  ],
  [
    '触摸屏设置',
    { 'kiosks/hall.yaml': String(base['kiosks/hall.yaml']).replace('名称: ', '名称: 甲\ue123') },
    'S106',
  ],
  [
    '日历',
    { 'calendar/2026.yaml': String(base['calendar/2026.yaml']).replace('名称: ', '名称: 甲\u200b') },
    'S102',
  ],
])('%s也不能有看不见的字符', (_, tree, code) => {
  expect(codesOf(checkTree({ ...base, ...tree }).findings)).toContain(code);
});

test.each(['displays/hall.yaml', 'kiosks/hall.yaml', 'site.yaml', 'pages/help.md', 'calendar/2026.yaml'])(
  '%s 里合并没有做完，说的是合并',
  (file) => {
    const text = String(base[file]).replace('\n', '\n<<<<<<< HEAD\n甲: 乙\n=======\n甲: 丙\n>>>>>>> other\n');
    expect(codesOf(checkTree({ ...base, [file]: text }).findings)).toEqual(['F322']);
  },
);

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
    ['GΜ-JS-2026-001', 'F313'],
    ['ꓖM-JS-2026-001', 'F313'],
    ['ɡm-js-2026-001', 'F313'],
    ['GM-JS-2026-00١', 'F313'],
    ['𝐆M-JS-2026-001', 'F313'],
    ['粤财采购[2026]О123号', 'F313'],
    ['GM-JS-2O26-001', 'L119'],
    ['GM-JS-2026-00I', 'L119'],
    ['GM-JS-2026-00l', 'L119'],
    ['gm-js-2026-001', 'L119'],
  ])('%s', (code, finding) => expect(found(code)).toContain(finding));
  test.each([
    'GM-JS-2026-002',
    'GM-JS-2026-0010',
    '粤财采购[2026]0123号',
    '示采［２０２６］７号',
    '示采〔2026〕Ⅱ-③',
  ])('%s 是另一个', (code) => expect(found(code)).toEqual([]));
});
