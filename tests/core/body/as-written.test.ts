import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { plainText, renderBody } from '../../../src/core/body/render.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What a reader sees of a body, without blanks; a picture is seen by its words. */
function seen(body: string): string {
  const textOf = (node: Node): string =>
    'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(textOf).join('') +
          ('tagName' in node ? (node.attrs.find(({ name }) => name === 'alt')?.value ?? '') : '')
        : '';
  return bare(textOf(parseFragment(renderBody(body, (file) => `/files/${file}`))));
}

const bare = (text: string): string => text.replace(/\s/gu, '');

/** A piece of a body and what is to be seen of it. */
interface Piece {
  written: string;
  printed: string;
}

const same = (written: string): Piece => ({ written, printed: written });

/** What clerks copy from Word, WPS, web pages and other programs, each a line or a part of one. */
const PASTED = [
  '200*300*15',
  'M12*30*2',
  '第1章*',
  '*注：实质性条款',
  '＊为必须响应的条款',
  '***',
  '张**',
  '李**先生、王**女士',
  '身份证4406**********1234',
  '138****0000',
  '2**3与4**5',
  '10~20万元，~~不划线~~，5～6月',
  '<单位名称>',
  '<投标人>：',
  '《示例文件》',
  'a<b>c',
  '&nbsp;',
  '&lt;b&gt;',
  'R&D',
  'D:\\招标文件\\_终稿\\1.doc',
  '\\\\192.0.2.1\\share\\[2]\\*',
  '甲\\乙',
  '\\',
  '[注]: 投标人须知',
  '[1]: 见 https://example.com "说明"',
  '[//]: # (说明)',
  '[1]',
  '[ ]',
  '[x] 同意',
  '![',
  '![图]',
  '[2026](1)号',
  '粤示采[2026]0123号',
  '[440608]SLZB[GK]2026003',
  '#1楼',
  '#',
  '##',
  '-5℃',
  '+10%',
  '- 5℃',
  '+ 10%',
  '* 1.2 技术参数',
  '>20mm',
  '> 20mm',
  '>=3',
  '≥80%',
  '1)',
  '1) 营业执照',
  '1.营业执照',
  '１．营业执照',
  '1、营业执照',
  '（1）营业执照',
  '(一)营业执照',
  '一、营业执照',
  '第一条 总则',
  '①营业执照',
  '1.1.1 适用范围',
  '3. 第三项',
  '99. 最后一项',
  '2026. 年份',
  '３．５万元',
  '____年__月__日',
  '________________________________',
  '__甲__',
  '_乙_',
  '投标函_v2_终稿.docx',
  'office@example.gov.cn',
  'https://example.com/a_b*c?d=1&copy=2',
  '——',
  '----',
  '====',
  '~~~',
  ':::',
  '$100',
  '``甲',
  '甲|乙',
  '| 甲',
  '|',
  '甲 | 乙 | 丙',
  '“引号”\'单\' "双"',
  '...  --  (c) (tm)',
  '：',
  '。',
  '★▲',
  '\u2460\u2461',
];

const INDENTS = ['', '', '', ' ', '    ', '\t', '　　', '            ', '\u00a0\u00a0', '  \t '];

const line = fc
  .tuple(
    fc.constantFrom(...INDENTS),
    fc.array(
      fc.oneof(
        fc.constantFrom(...PASTED),
        fc.string({
          unit: fc.constantFrom(...'甲乙丙一二1２.、（）()[]*~|#>-+_<&;\\:：!“ 　'),
          maxLength: 8,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('', '  ', '。'),
  )
  .map(([indent, parts, end]) => `${indent}${parts.join('')}${end}`);

/** Lines that are marks by the dialect, or that hold some: what is seen of them is less. */
const MARKS =
  /^\s*(?:#{1,6}\s|#{2,6}[\p{Script=Han}（《“]|-[ \t]|(?:-[ \t]*){3,}$|>(?:[ \t]*>)*[ \t]*[\p{L}“‘（《【[*])|\*\*|\\[*|[`]|^\s*(?:(?:\d+[.)]|[-+*])\s+)*\\[#>+-]|`|\]\(|\|\s*:?-|<\w[^>]*[@:]/u;

test('从别处粘贴来的每一种写法，都原样印出来', () => {
  for (const written of PASTED) {
    expect([written, seen(`前文\n${written}\n后文`)]).toEqual([written, bare(`前文${written}后文`)]);
    // Between empty lines a line of short dashes is a rule across the page.
    expect([written, seen(written)]).toEqual([written, bare(written === '----' ? '' : written)]);
  }
});

test('任意几行法律文字，除了记号，一个字也不少，次序也不变', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const plain = lines.filter((each) => !MARKS.test(each));
      const body = plain.join('\n');
      expect(seen(body)).toBe(bare(body));
      expect(bare(plainText(body))).toBe(bare(body));
    }),
    { numRuns: 1500 },
  );
});

/** Words of a cell or an item: no mark can be read into them. */
const words = fc
  .array(fc.constantFrom(...'甲乙丙丁12３4（）《》，。；：*~_#>-+·—“”%'), { minLength: 1, maxLength: 12 })
  .map((chars) => chars.join('').replace(/\*\*+/gu, '*'))
  .filter((text) => !/^\^\^$/u.test(text));

const bold = words
  .filter((text) => /^[甲乙丙丁].*[甲乙丙丁]$/u.test(text) && !text.includes('*'))
  .map((text): Piece => ({ written: `**${text}**`, printed: text }));
const link = words.map((text): Piece => {
  const label = text.replace(/[[\]]/gu, '');
  return { written: `[${label}](https://www.example.gov.cn/)`, printed: label };
});
const inline = fc
  .array(
    fc.oneof(
      words.map((text) => same(`${text}。`)),
      bold,
      link,
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(joinedBy('，'))
  .map(({ written, printed }) => ({ written: `文${written}`, printed: `文${printed}` }));

function joinedBy(glue: string): (pieces: readonly Piece[]) => Piece {
  return (pieces) => ({
    written: pieces.map((piece) => piece.written).join(glue),
    printed: pieces.map((piece) => piece.printed).join(glue),
  });
}

const numbers = fc.constantFrom('1.', '2. ', '（一）', '三、', '①', '1）', '7) ', '1.1 ', '第二条 ', '12．');
const list = fc
  .array(fc.tuple(numbers, inline), { minLength: 1, maxLength: 4 })
  .map((items) =>
    joinedBy('\n')(
      items.map(([number, one]) => ({ written: number + one.written, printed: number + one.printed })),
    ),
  );
const bullets = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((items) => joinedBy('\n')(items.map((one) => ({ ...one, written: `- ${one.written}` }))));
const heading = inline.map((one) => ({ ...one, written: `## ${one.written}` }));

/** Tables with cells that are joined to the left and upwards, and blank ones. */
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.tuple(
      fc.constant(columns),
      fc.array(
        fc.array(fc.oneof({ weight: 5, arbitrary: inline }, fc.constantFrom(same(''), same('^^'))), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: 2, maxLength: 5 },
      ),
      fc.integer({ min: 1, max: 2 }),
      fc.infiniteStream(fc.boolean()),
    ),
  )
  .map(([columns, rows, heads, joins]): Piece => {
    const rule = `|${' --- |'.repeat(columns)}`;
    const printed = rows
      .flat()
      .map((cell) => (cell.written === '^^' ? '' : cell.printed))
      .join('');
    const written = rows.map((cells) =>
      cells.reduce((row, cell, at) => {
        const joinsLeft = cell.written === '' && at > 0 && joins.next().value === true;
        return `${row}${joinsLeft ? '' : ` ${cell.written} `}|`;
      }, '|'),
    );
    return { written: [...written.slice(0, heads), rule, ...written.slice(heads)].join('\n'), printed };
  });

const blocks = fc
  .array(fc.oneof(inline, list, bullets, heading, table), { minLength: 1, maxLength: 5 })
  .map(joinedBy('\n\n'));

test('记号起作用的正文，印出来就是去掉记号的文字；没有合并的 ^^ 照印', () => {
  fc.assert(
    fc.property(blocks, ({ written, printed }) => {
      expect(seen(written).replaceAll('^^', '')).toBe(bare(printed));
    }),
    { numRuns: 600 },
  );
});

describe('检查不说没有的事', () => {
  test('方言里的正文，没有“字印不出来”', () => {
    fc.assert(
      fc.property(blocks, ({ written }) => {
        expect(checkBody(written, new Set()).filter(({ code }) => code === 'C120')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('任意几行文字也没有', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        expect(checkBody(lines.join('\n'), new Set()).filter(({ code }) => code === 'C120')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
