import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/core/announcement/category.ts';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import type { Field } from '../../../src/core/announcement/field.ts';
import { unfinishedInField, unreadableIn } from '../../../src/core/announcement/legible/marks.ts';
import { garbledIn, TELLTALES } from '../../../src/core/announcement/legible/mojibake.ts';
import { parseText } from '../../../src/core/announcement/text.ts';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { renderBody } from '../../../src/core/body/render.ts';
import { checkLegible } from '../../../src/core/body/legible.ts';
import { readAnnouncement } from '../../../src/core/corpus/meaning.ts';
import { parseTree } from '../../../src/core/corpus/tree.ts';

/** All code points that fit, surrogates too. */
const codePoints = (fits: RegExp): readonly string[] =>
  Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point)).filter((char) =>
    fits.test(char),
  );

/** Classes of the issue, written here a second time: the table may hold more, never less. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  控制符: codePoints(/(?![\t\n\r])\p{Cc}/u),
  不是文字的代码: codePoints(/[\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/u),
  半个字符: Array.from({ length: 0x800 }, (_, at) => String.fromCharCode(0xd800 + at)),
  // Those of the basic plane, which fonts have, and some of the 131,068 beyond it.
  自造字: codePoints(/\p{Co}/u).filter((char, at) => char.length === 1 || at % 64 === 0),
  零宽和看不见的: codePoints(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/u),
  看起来像空格的填充符: [...'\u115f\u1160\u3164\uffa0\u2800'],
  标签: codePoints(/[\u{e0000}-\u{e007f}]/u),
  藏在别的字后面的选择符: codePoints(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u),
};

const ALL_REFUSED = Object.values(REFUSED).flat();
const refused = fc.nat(ALL_REFUSED.length - 1).map((at) => ALL_REFUSED[at]!);

const LETTERS = codePoints(/[\p{L}\p{N}]/u).filter(
  (char) => !REFUSED['看起来像空格的填充符']!.includes(char),
);

describe('看不见、装不下的字符', () => {
  test.each(Object.keys(REFUSED))('%s，栏目和正文都不收', (name) => {
    const kept = REFUSED[name]!.filter(
      (char) => 'value' in parseText(`a${char}b`) || checkLegible(`a${char}b`).length === 0,
    );
    expect(REFUSED[name]!.length).toBeGreaterThan(4);
    expect(kept.map((char) => char.codePointAt(0)!.toString(16))).toEqual([]);
  });

  test('写成 &#x200b; 这样的，正文里变不成看不见的字，检查说出来', () => {
    const said = (body: string) => {
      expect(renderBody(body, () => undefined)).toContain(body.replace('&', '&amp;'));
      return checkBody(body, undefined).map(({ code }) => code);
    };
    fc.assert(
      fc.property(refused, (char) => {
        const point = char.codePointAt(0)!;
        for (const entity of [`&#${point};`, `&#x${point.toString(16)};`]) {
          expect(said(`放假${entity}通知`)).toEqual(['C126']);
        }
      }),
    );
    for (const entity of ['&zwj;', '&zwnj;', '&lrm;', '&rlm;', '&shy;', '&ZeroWidthSpace;', '&NoBreak;'])
      expect(said(`放假${entity}通知`)).toEqual(['C126']);
  });

  test('每一种公告的每一栏都不收，并指着那个字', () => {
    const places = types.flatMap((spec) =>
      formOf(spec)
        .filter(({ label }) => label !== '类别' && label !== '类型')
        .flatMap(startsOf)
        .map((start) => `类别: ${CATEGORIES[spec.category]}\n类型: ${spec.term}\n${start}`),
    );
    expect(places.length).toBeGreaterThan(500);
    fc.assert(
      fc.property(fc.constantFrom(...places), refused, (start, char) => {
        const yaml = `${start}${JSON.stringify(`甲a${char}乙`)}\n`;
        const { tree, faults } = parseTree(yaml, 1);
        expect(faults).toEqual([]);
        expect(readAnnouncement('a.md', tree!).findings.map(({ code }) => code)).toContain('F117');
      }),
      { numRuns: 500 },
    );
  });

  test('每一个有字形的字母、汉字、数字都收', () => {
    expect(LETTERS.length).toBeGreaterThan(130_000);
    const refused = LETTERS.filter(
      (char) => !('value' in parseText(`张${char}明`)) || unfinishedInField(`张${char}明`).length > 0,
    );
    expect(refused).toEqual([]);
    expect(
      checkLegible(LETTERS.filter((char) => !TELLTALES.includes(char)).join('\n')).map(
        ({ line }) => LETTERS[line - 1],
      ),
    ).toEqual([]);
  });

  test('每一个标点、符号都收', () => {
    const signs = codePoints(/[\p{P}\p{S}]/u).filter((char) => !/[\u2800\ufffc\ufffd\u{1d159}]/u.test(char));
    expect(signs.filter((char) => unreadableIn(`甲${char}乙`, '文字'))).toEqual([]);
  });

  test.each([
    ['葛\u{e0100}某', '葛某'],
    ['示例\ufe00公司', '示例公司'],
    ['示例\u00a0公司', '示例 公司'],
    ['示例\u2003公司', '示例 公司'],
  ])('%j 与 %j 是一个名称', (written, plain) => expect(parseText(written)).toEqual({ value: plain }));
});

/** What a clerk might have pasted and not read. */
const BAD: readonly (readonly [string, string])[] = [
  ['Z\u0351\u0352\u0353algo', 'F320'],
  ['金额1\u03360\u0336元', 'F320'],
  ['放\u0336假', 'F320'],
  ['放假\u0489', 'F320'],
  ['项目{{名称}}', 'F323'],
  ['${projectName}', 'F323'],
  ['#{name}', 'F323'],
  ['<%= name %>', 'F323'],
  ['{% if %}', 'F323'],
  ['«单位名称»', 'F323'],
  ['【请填写】', 'F323'],
  ['【此处填写项目名称】', 'F323'],
  ['〔待填〕', 'F323'],
  ['（待补充）', 'F323'],
  ['____公告', 'F323'],
  ['＿＿＿＿', 'F323'],
  ['Lorem ipsum dolor', 'F323'],
  ['（此处填写招标人）', 'F324'],
  ['（请输入内容）', 'F324'],
  ['×××项目', 'F324'],
  ['XXX公司', 'F324'],
  ['XX年XX月XX日', 'F324'],
  ['20××年', 'F324'],
  ['TODO 联系人', 'F324'],
  ['待填', 'F324'],
  ['锟斤拷锟斤拷', 'F325'],
  ['烫烫烫烫', 'F325'],
  ['屯屯屯', 'F325'],
  ['招标\ufffd公告', 'F325'],
  ['鎷涙爣鍏憡', 'F325'],
  ['椤圭洰缂栧彿', 'F325'],
  ['å…¬å‘Š', 'F325'],
  ['Ã¤', 'F325'],
  ['¹«¸æÍ¨Öª', 'F325'],
  ['\\u516c\\u544a', 'F325'],
  ['关于&nbsp;放假', 'F325'],
  ['??????', 'F326'],
  ['公告鍏憡', 'F326'],
  ['葛\u{e0100}某', 'F327'],
];

/** What real notices say. */
const GOOD: readonly string[] = [
  '沿江路市政道路改造工程施工招标公告（第二次）',
  '面积 980㎡，体积 12㎥，长 3㎞',
  '①勘察②设计③施工',
  '㈠、㈡、⒈、⑴、Ⅰ、ⅱ、❶',
  '№ 3、℃、‰、℡',
  '容积率≥1.0且≤1.5，坡度±3°，Φ300、φ12、Ø±0.5',
  '钢管 DN200×300×15',
  '李××、王某某',
  '440608********1234',
  '证书编号 440×××××××1234',
  '尾号×× 的车辆',
  '𠅤某、𬭎某、𰻞某',
  '喆、堃、犇、淼、鑫、垚、赟',
  '〇八年、二〇二六年',
  '○ 符合 ● 不符合 □ 是 ☑ 否 √ ×',
  '│├─┤┌┐└┘━┃▲▼◆★',
  '鋼鐵股份有限公司、錢塘江、臺灣示例公司',
  '鈺',
  'Nguyễn Văn An',
  'São Paulo、Café、naïve、Zürich',
  'nǚ、lǜ、āáǎà',
  'ＧＭ－ＪＳ－２０２６（全角）',
  '“引号”‘单引号’《书名》〈篇名〉「」『』',
  '甲—乙……丙·丁～戊',
  '投资 3.5 亿元，€100、£5、¥200、$3',
  'www.example.gov.cn/a?b=1&c=2',
  'R&D 中心、AT&T',
  '怎样报名？？？',
  '{1, 2}、[a]、<5、>3',
  'XXL、XL 号工作服',
  'TODOS 系统',
  '待定',
  '时间待定（以补充公告为准）',
  '详见招标文件（填写说明见附件）',
  '（投标人须填写完整）',
  'a_b、file_name.pdf',
  '粤财采购〔2026〕0123号、[440608]FJZHJS[GK]2026003',
  'がカばパ、ㄅㄆㄇ',
  '한국어',
  'Ελλάδα、Россия',
  '乾隆、後山、髮廊',
  '缂丝、妍妍、琪琪、纾困、桄榔、洹河',
  '10~20万元、第1-3标段',
  'C++、C#、.NET',
];

describe('没有写完的、变成乱码的', () => {
  const codes: Readonly<Record<string, string>> = {
    stack: 'F320',
    remain: 'F323',
    'perhaps-remain': 'F324',
    garbled: 'F325',
    'perhaps-garbled': 'F326',
    variation: 'F327',
  };
  const found = (text: string) =>
    [...[unreadableIn(text, '文字')].flatMap((mark) => (mark ? [mark] : [])), ...unfinishedInField(text)].map(
      ({ kind }) => codes[kind],
    );

  test.each(BAD)('%j 是 %s', (text, code) => expect(found(text)).toEqual([code]));
  test.each(GOOD)('%j 没有问题', (text) => {
    expect(found(text)).toEqual([]);
    expect(checkLegible(text)).toEqual([]);
  });
  test('没有问题的比有问题的多', () => expect(GOOD.length).toBeGreaterThan(BAD.length));
});

/** Characters of GB 2312's first plane, 3,755 in common use. */
const COMMON = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
  new TextDecoder('gbk').decode(
    Uint8Array.from({ length: 188 }, (_, at) => (at % 2 ? 0xa1 + (at >> 1) : 0xb0 + row)),
  ),
).flatMap((row) => [...row].filter((char) => /\p{Script=Han}/u.test(char)));

describe('乱码', () => {
  const words = fc
    .array(fc.constantFrom(...COMMON), { minLength: 10, maxLength: 40 })
    .map((chars) => chars.join(''));

  test('UTF-8 当成 GBK 打开的认得出来', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(garbledIn(new TextDecoder('gbk').decode(new TextEncoder().encode(text)))).not.toEqual([]);
      }),
    );
  });

  test('UTF-8 当成西欧文字打开的认得出来，并说出原来是什么', () => {
    fc.assert(
      fc.property(words, (text) => {
        const garbled = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
        expect(garbledIn(garbled)[0]).toMatchObject({ meant: text });
      }),
    );
  });

  test('常用字怎样排列都不是乱码', () => {
    const any = fc.array(fc.constantFrom(...COMMON, '，', '。', '1', ' '), { maxLength: 300 });
    fc.assert(
      fc.property(any, (chars) => {
        expect(unfinishedInField(chars.join(''))).toEqual([]);
      }),
    );
  });

  test('认乱码用的字，简体、繁体的常用字里都没有', () => {
    const decode = (encoding: string, rows: readonly number[], cells: readonly number[]) =>
      rows.flatMap((row) => cells.map((cell) => new TextDecoder(encoding).decode(Uint8Array.of(row, cell))));
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const traditional = new Set(
      decode('big5', range(0xa4, 0xc6), [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]),
    );
    const first = decode('gbk', range(0xe2, 0xe9), range(0x80, 0xa0)).filter(
      (char) => /^\p{Script=Han}$/u.test(char) && !traditional.has(char),
    );
    expect([...TELLTALES]).toEqual(['锛', ...first]);
  });
});

/** How a field, or each field of its records, is written up to its value. */
const startsOf = ({ label, shape, fields }: Field): readonly string[] =>
  fields
    ? fields.filter((inner) => inner.shape === 'scalar').map((inner) => `${label}:\n  - ${inner.label}: `)
    : [shape === 'values' ? `${label}:\n  - ` : `${label}: `];
