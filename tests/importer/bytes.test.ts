import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../src/importer/bytes.ts';
import { EXPECTED } from './acceptance.ts';
import { toGb18030 } from './gb18030.ts';
import { addressOf, articleIn, bytesOf, facts, refusalOf } from './read.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page that says it has another encoding; without one, the meta element is gone. */
const claiming = (page: string, charset?: string): string => {
  const text = new TextDecoder().decode(bytesOf(page));
  if (charset !== undefined) return text.replaceAll(/charset=(["']?)[\w-]+/giu, `charset=$1${charset}`);
  return text.replaceAll(/<meta[^>]*charset=[^>]*>/giu, '');
};

const ENCODINGS: readonly (readonly [string, (page: string) => Uint8Array])[] = [
  ['UTF-8', (page) => utf8(claiming(page, 'utf-8'))],
  ['UTF-8 with a mark', (page) => utf8(`\ufeff${claiming(page, 'gb2312')}`)],
  ['UTF-8 that says gb2312', (page) => utf8(claiming(page, 'gb2312'))],
  ['GBK that says gb2312', (page) => toGb18030(claiming(page, 'gb2312'))],
  ['GB18030 that says utf-8', (page) => toGb18030(claiming(page, 'utf-8'))],
  ['GBK that says nothing', (page) => toGb18030(claiming(page))],
  ['UTF-8 that says nothing', (page) => utf8(claiming(page))],
  ['GBK with charset=utf- cut off', (page) => toGb18030(claiming(page, 'utf-'))],
  ['UTF-8 with charset=utf- cut off', (page) => utf8(claiming(page, 'utf-'))],
  [
    'UTF-16',
    (page) =>
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([...claiming(page)].map((one) => one.charCodeAt(0))).buffer),
      ]),
  ],
];

describe('a page is the same in every encoding, whatever it says of itself', () => {
  test.each(ENCODINGS)('%s', (_, encode) => {
    for (const { page } of EXPECTED) {
      const wanted = facts(articleIn(bytesOf(page), addressOf(page)));
      expect(facts(articleIn(encode(page), addressOf(page))), page).toEqual(wanted);
    }
  });
});

const PAGE = `<title>示例桥维修工程招标公告</title><h1>示例桥维修工程招标公告</h1><p>发布时间：2014-05-06</p>
<div class="article-content"><p>示例桥维修工程已批准建设，现公开招标，㙓字和€都在。</p><p>报名截止时间为五月十二日。</p></div>`;

describe('characters', () => {
  test('of four bytes and the euro of one byte are read', () => {
    const bytes = [...toGb18030(PAGE.replace('€', '\u0001'))].map((byte) => (byte === 1 ? 0x80 : byte));
    const page = decodePage(Uint8Array.from(bytes));
    expect(page).toMatchObject({ encoding: 'gb18030', text: PAGE });
  });

  test('of Big5 are read where the page says so', () => {
    const bytes = [0xa4, 0xbd, 0xa7, 0x69, 0xa9, 0xdb, 0xbc, 0xd0]; // 公告招標
    const html = [...utf8('<meta charset="big5"><p>'), ...bytes, ...bytes, ...bytes, ...utf8('</p>')];
    expect(decodePage(Uint8Array.from(html))).toMatchObject({ encoding: 'big5' });
  });

  test('that are broken in the middle of UTF-8 do not turn the page into other characters', () => {
    const whole = utf8(PAGE);
    const at = 3 + whole.findIndex((byte, index) => index > 200 && byte >= 0xe4);
    const broken = Uint8Array.from([...whole.slice(0, at + 1), ...whole.slice(at + 2)]);
    const page = decodePage(broken);
    expect(page).toMatchObject({ encoding: 'utf-8' });
    expect(articleIn(broken).title.text).toBe('示例桥维修工程招标公告');
    expect(articleIn(broken).doubts.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^G129 正文里有 \d 处坏掉的字：.*�/u),
    ]);
  });

  test('that are halves in GBK do not either', () => {
    const whole = toGb18030(PAGE);
    const at = whole.findIndex((byte, index) => index > 150 && byte >= 0xb0);
    const broken = Uint8Array.from([
      ...whole.slice(0, at + 1),
      0x3c,
      0x62,
      0x72,
      0x3e,
      ...whole.slice(at + 2),
    ]);
    expect(decodePage(broken)).toMatchObject({ encoding: 'gb18030' });
    expect(articleIn(broken).doubts.map(({ code }) => code)).toEqual(['G129']);
  });

  test('cut off in the head of the page are of no matter', () => {
    const html = utf8(`<meta name="description" content="示例桥@">${PAGE}`);
    const at = html.indexOf(0x40);
    const broken = Uint8Array.from([...html.slice(0, at), 0xe6, 0x8b, ...html.slice(at + 1)]);
    expect(articleIn(broken).doubts).toEqual([]);
  });

  test('of two encodings in one page are refused', () => {
    const mixed = Uint8Array.from([...utf8(PAGE), ...toGb18030(PAGE)]);
    expect(refusalOf(mixed)).toBe('G101 认不出页面的文字编码：按 UTF-8 和 GBK 读都有很多坏掉的字');
  });
});

describe('what is no page says what it is', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'G102 文件是空的'],
    ['a PDF', utf8('%PDF-1.4 …'), 'G102 文件不是网页，而是 PDF'],
    [
      'an archive',
      Uint8Array.of(0x50, 0x4b, 3, 4, 1),
      'G102 文件不是网页，而是压缩包或者 Word、Excel、WPS 文档',
    ],
    [
      'an old Word file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'G102 文件不是网页，而是旧版 Word、Excel、WPS 文档',
    ],
    ['forty megabytes', new Uint8Array(40_000_000).fill(0x20), 'G115 文件有 40 MB，超过 8 MB，不像网页'],
    ['zero bytes', new Uint8Array(3000), 'G102 文件不是文字，里面有很多零字节'],
    ['a broken archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2), 'G102 文件是压缩过的（gzip），解不开'],
    ['an archive of spaces', gzipSync(new Uint8Array(40_000_000)), 'G102 文件是压缩过的（gzip），解不开'],
  ])('%s', (_, bytes, refusal) => {
    expect(refusalOf(bytes)).toBe(refusal);
  });

  test('a page that was saved packed is unpacked, and single zero bytes go', () => {
    expect(articleIn(gzipSync(utf8(PAGE))).title.text).toBe('示例桥维修工程招标公告');
    expect(articleIn(utf8(PAGE.replace('现公开', '现\0公开').repeat(1) + ' '.repeat(2000))).doubts).toEqual(
      [],
    );
  });
});
