import fc from 'fast-check';
import { usccCheckDigit } from '../../src/core/announcement/text.ts';
import type { Field } from '../../src/core/announcement/field.ts';

type Kind = NonNullable<Field['kind']>;
type Texts = fc.Arbitrary<string>;

/** Texts on which encoders, addresses, tables and scripts have broken before, here or elsewhere. */
const NASTY = [
  ...[
    '</script>',
    '<!--',
    ']]>',
    '<b>粗</b>',
    '&amp;',
    '&',
    '"',
    "'",
    '`',
    '\\',
    '\\n',
    '${x}',
    '{{x}}',
    '%',
    '%E4%B8',
  ],
  ...[
    '#',
    '?a=1&b=2',
    '/',
    '..',
    '../..',
    '.',
    '-',
    '—',
    '|',
    '||',
    '^^',
    '**',
    '* a',
    '1. a',
    '[a](b)',
    '![a](b)',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '@a',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'true',
    'NaN',
    '0',
    '-0',
    '1e9',
  ],
  ...[
    'é',
    'e\u0301',
    'ﬁ',
    'Å',
    '\u212b',
    'ß',
    'SS',
    'İ',
    'ı',
    'ｆｕｌｌ',
    '𠮷',
    '𬭎',
    '👨\u{1f3fd}',
    '🇨🇳',
    'שלום',
    'مرحبا',
  ],
  ...[
    '\u00a0',
    '甲\u00a0乙',
    '甲\u3000乙',
    '\ue000',
    '\u0378',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\ufdd0',
  ],
  ...[
    '\ud800',
    '\udc00甲',
    '甲\ud800',
    'W'.repeat(200),
    '长'.repeat(500),
    'a b '.repeat(100),
    'z\u0301\u0302\u0303',
  ],
];

/** Few in number, so that two announcements often have the same, or nearly. */
const line: Texts = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.constantFrom(...NASTY).map((text) => `示例项目${text}公告`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map((two) => two.join('')),
);

const part = fc.constantFrom(
  ...[
    'jyxx',
    'JYXX',
    'Jyxx',
    '1',
    '1.html',
    '1.HTML',
    'index.html',
    'Index.html',
    'a',
    'a.',
    'con',
    'con.html',
    '%61',
  ],
  ...[
    '%D5%D0%B1%EA',
    '%d5%d0%b1%ea',
    '%e4%b8%ad.html',
    '中.html',
    '中',
    'é.html',
    'e\u0301.html',
    '~1',
    '.a',
    '_',
    '$1',
  ],
  ...[
    'show.aspx?id=aB',
    'show.aspx?id=ab',
    'x?y=[1]|^`',
    '长'.repeat(30),
    'x'.repeat(250),
    '2.shtml',
    '%2F',
    '%00',
  ],
);

/** A day near the one an announcement of the samples would have; `pick` walks through the ways to write it. */
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => ({
    month,
    date,
  }));
const two = (value: number): string => String(value).padStart(2, '0');
const digits = fc.nat(999_999_999).map(String);

const date: Texts = fc
  .tuple(day, fc.constantFrom('-', '年'))
  .map(([{ month, date }, way]) =>
    way === '-' ? `2026-${two(month)}-${two(date)}` : `2026年${month}月${date}日`,
  );

const amount = fc
  .tuple(
    fc.oneof(fc.constantFrom('0', '0.01', '1', '9,999', '900719925'), digits),
    fc.constantFrom('元', '万元', '亿元'),
  )
  .map((two) => two.join(''));

/** Right values of each kind of the schema, by its name, as a clerk may write them. */
const BY_KIND: Readonly<Record<string, (field: Pick<Field, 'terms' | 'example' | 'itemExample'>) => Texts>> =
  {
    text: () =>
      fc.oneof(
        line,
        fc.tuple(line, line).map((lines) => lines.join('\n')),
      ),
    notice: () => line,
    code: () =>
      fc.oneof(
        fc.stringMatching(/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,3}$/u),
        fc.constantFrom('01', '0', '1', 'A', 'a', 'constructor', '1-1', '2026', 'index', '9'.repeat(64)),
        fc.constantFrom('粤财采购[2026]0123号', '粤财采购〔2026〕0123号', '甲/乙（1）.2', '号%41', 'GM_1'),
      ),
    uscc: () => fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{17}$/u).map((body) => body + usccCheckDigit(body)),
    digest: () => fc.stringMatching(/^[0-9a-f]{64}$/u).map((body) => `sha256:${body}`),
    phone: () =>
      fc.constantFrom(
        ...['0757-88880000', '075788880000转801', '400-000-0000', '12345', '020-8888000'],
        '（0757）88880000转801、88880001',
      ),
    url: () =>
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom(
          'https://例子.中国/公告?a=1&b="2"',
          "http://a.example/'<b>",
          'https://a.example:8443/#x',
        ),
      ),
    // Seldom of one part: there are few of these, and what two announcements have is taken back from both.
    'old-address': () =>
      fc
        .oneof(
          { weight: 1, arbitrary: fc.tuple(part) },
          { weight: 20, arbitrary: fc.array(part, { minLength: 2, maxLength: 4 }) },
        )
        .map((parts) => `/${parts.join('/')}`),
    reference: ({ example = 'a' }) => fc.constant(example),
    instant: () =>
      fc
        .tuple(date, fc.constantFrom('09:30', '9:30', '00:00', '24:00', '23:59:59', '２３：５９'))
        .map(([on, time]) =>
          on.includes('年') ? `${on}${Number.parseInt(time, 10)}时30分` : `${on} ${time}`,
        ),
    date: () => date,
    'day-or-instant': () => date,
    month: () => day.map(({ month }) => `2026-${two(month)}`),
    money: () => amount,
    price: () =>
      fc.oneof(
        amount,
        amount.map((text) => `${text}（含税）`),
        amount.map((text) => `${text}/亩/年`),
        fc.constantFrom(
          '97.67%',
          '下浮率5.2%',
          '施工部分：评审后最终价的97.67%；设计部分：5万元',
          '3‰（不含税）',
        ),
      ),
    area: () =>
      fc
        .tuple(
          fc.constantFrom('', '约'),
          digits,
          fc.constantFrom('', '.5', '.000001'),
          fc.constantFrom('平方米', '㎡', '公顷', '亩', 'km²'),
        )
        .map((parts) => parts.join('')),
    percent: () => fc.constantFrom('0%', '100%', '33.333333%', '0.000001 %'),
    ratio: () =>
      fc.constantFrom('2.5', '≤2.5', '≥1.0', '1.0-2.5', '0', '999999999', '1<容积率≤2.5', '<3', '>1且<2'),
    share: () => fc.constantFrom('30%', '≤30%', '<30%', '35%-60%', '0%', '30%≤建筑密度<45.5%', '100%'),
    term: () =>
      fc.constantFrom('40年', '3年6个月', '18个月', '0年', '999年999个月', '五年', '商业<40年、"住宅"70年'),
    days: () => fc.constantFrom('0天', '180日历天', '99999日', '18个月', '与<施工>工期"同步" & 一致'),
    'working-days': () => fc.constantFrom('0个工作日', '5个工作日', '999工作日'),
    length: () => fc.constantFrom('30日', '10个工作日', '0天'),
    count: () => fc.constantFrom('0', '3家', '999999'),
    choice: ({ terms, example = '' }) => fc.constantFrom(...(terms ?? [example])),
    'yes-no': () => fc.constantFrom('是', '否'),
  };

/** Values of a kind that it reads. A kind without a generator is a fault of this file. */
export function valuesOf(kind: Kind, field: Pick<Field, 'terms' | 'example' | 'itemExample'>): Texts {
  const made = BY_KIND[kind.name];
  if (!made)
    throw new Error(`no generator for values of kind ${kind.name}: add it to tests/generated/values.ts`);
  const own = made(field).filter((text) => 'value' in kind.parse(text.trim()));
  const example = field.itemExample ?? field.example;
  // Of two announcements with one old address the check passes neither.
  if (kind.name === 'old-address') return own;
  return example === undefined ? own : fc.oneof({ weight: 9, arbitrary: own }, fc.constant(example));
}
