import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedIn, shardOf } from '../../../src/core/old-addresses/browser/shard.ts';
import { oldPages } from '../../../src/core/old-addresses/pages.ts';
import { placeOf } from '../../../src/core/old-addresses/place.ts';
import { toCaddyMap, toNginxMap } from '../../../src/core/old-addresses/servers.ts';
import { stubFile, toStub } from '../../../src/core/old-addresses/stub.ts';
import { parseOldAddress } from '../../../src/core/announcement/text.ts';
import { clashOf, faultOfPath } from '../../../src/mirror/path.ts';

test.each([
  ['/jyxx/001001/1.html', '/jyxx/001001/1.html'],
  ['/show.aspx?id=12&page=1', '/show.aspx?id=12&page=1'],
  ['http://old.example.cn/show.aspx?id=12#top', '/show.aspx?id=12'],
  ['https://old.example.cn', '/'],
  ['/通知/1.html', '/%E9%80%9A%E7%9F%A5/1.html'],
  ['/a/../b.html', '/b.html'],
])('an old address written %s is %s to a server', (written, expected) => {
  expect(parseOldAddress(written)).toEqual({ value: expected });
});

test.each([
  ['/jyxx/001001/1.html', 'jyxx/001001/1.html'],
  ['/jyxx/1.SHTML', 'jyxx/1.SHTML'],
  ['/jyxx/001001/', 'jyxx/001001/index.html'],
  ['/jyxx/001001', 'jyxx/001001/index.html'],
  ['/%E9%80%9A%E7%9F%A5/1.html', '通知/1.html'],
  ['/show.aspx', undefined],
  ['/1.html?id=3', undefined],
  ['/?id=3', undefined],
  ['/', undefined],
  ['/a%2F..%2F..%2Fb.html', undefined],
  ['/.well-known/1.html', undefined],
  ['/a//b.html', undefined],
  ['/a%00.html', undefined],
  ['/jyxx/%D5%D0%B1%EA/1.html', undefined],
  ['/jyxx/%E4%B8/1.html', undefined],
  ['/con.html', undefined],
  ['/jyxx/aux/1.html', undefined],
  ['/jyxx./1.html', undefined],
  [`/${'1'.repeat(247)}.html`, `${'1'.repeat(247)}.html`],
  [`/${'1'.repeat(248)}.html`, undefined],
  [`/${'%E4%B8%AD'.repeat(83)}.html`, undefined],
  [`/${'1234567/'.repeat(100)}`, undefined],
])('the page in the place of %s is the file %s', (old, expected) => {
  expect(stubFile(old)).toBe(expected);
});

test('a page that leads on prints a title as text', () => {
  const html = toStub({
    what: '公告',
    title: '<script>alert(1)</script>"&',
    href: '/a/?b=1&c',
    url: 'https://www.example.gov.cn/a/',
  });
  expect(html).toContain('>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;</a>');
  expect(html).toContain('content="0; url=/a/?b=1&amp;c"');
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test('maps for servers have a line each', () => {
  const moves = [{ from: '/show.aspx?id=12', to: 'https://www.example.gov.cn/announcements/a/' }];
  expect(toNginxMap(moves)).toBe('"/show.aspx?id=12" "https://www.example.gov.cn/announcements/a/";\n');
  expect(toCaddyMap(moves).split('\n')[1]).toBe(
    '"/show.aspx?id=12" "https://www.example.gov.cn/announcements/a/"',
  );
});

test.each([
  ['/jyxx/1/', '/jyxx/1/index.html'],
  ['/jyxx/1', '/JYXX/1/'],
  ['/%e4%b8%ad.html', '/%E4%B8%AD.html'],
  ['/%31.html', '/1.html'],
  ['/JYXX/%D5%D0%B1%EA/1.html', '/jyxx/%d5%d0%b1%ea/1.html'],
  ['/Show.aspx?id=aB', '/show.aspx?id=aB'],
])('%s and %s are one page', (one, other) => {
  expect(placeOf(one)).toBe(placeOf(other));
});

test.each([
  ['/show.aspx?id=aB', '/show.aspx?id=ab'],
  ['/1.html', '/1.html/2.html'],
  ['/1.html', '/1.htm'],
  ['/1.html', '/1.html?page=1'],
])('%s and %s are two pages', (one, other) => {
  expect(placeOf(one)).not.toBe(placeOf(other));
});

const claimed = (...olds: readonly string[]) =>
  oldPages(olds.map((old, id) => ({ old, id: `a-${id}` }))).map(({ file, address: { id } }) => ({
    file,
    id,
  }));

test('of old addresses that one disk cannot hold side by side, one gets the page', () => {
  expect(claimed('/1.html', '/1.html/2.html')).toEqual([{ file: '1.html', id: 'a-0' }]);
  expect(claimed('/A.html', '/a.html')).toEqual([{ file: 'A.html', id: 'a-0' }]);
  expect(claimed('/a/', '/a/index.html')).toEqual([{ file: 'a/index.html', id: 'a-0' }]);
  const most = claimed('/JYXX/1.html', '/jyxx/2.html', '/jyxx/3.html');
  expect(most.map(({ file }) => file)).toEqual(['jyxx/2.html', 'jyxx/3.html']);
});

test('whatever old addresses are claimed, their pages lie side by side on every disk', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'a',
      'A',
      '1',
      '1.html',
      '1.HTML',
      'index.html',
      'con',
      'aux.html',
      'é',
      'e\u0301',
      'ß',
      'SS',
      '中',
    ),
    fc.constantFrom(
      '%D5%D0',
      '%e4%b8%ad',
      '%2e',
      '%2F',
      '~',
      '~1',
      'a.',
      '..',
      'ﬁ',
      'ｆ',
      'x.aspx',
      '\ud800',
    ),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  const address = fc
    .array(name, { minLength: 1, maxLength: 4 })
    .map((names) => parseOldAddress(`/${names.join('/')}`))
    .filter((parsed) => 'value' in parsed)
    .map(({ value }) => value);
  fc.assert(
    fc.property(fc.array(address, { maxLength: 30 }), (olds) => {
      const files = claimed(...new Set(olds)).map(({ file }) => file);
      expect(files.map(faultOfPath).filter(Boolean)).toEqual([]);
      expect(clashOf(files)).toBeUndefined();
    }),
    { numRuns: 500, seed: 20_261_129 },
  );
});

test('nginx gets no two lines that are one to it, and none too long for its table', () => {
  const at = (from: string, to: string) => ({ from, to: `https://www.example.gov.cn/${to}/` });
  expect(toNginxMap([at('/A.html', 'a'), at('/a.html', 'a')])).toBe(
    '"/A.html" "https://www.example.gov.cn/a/";\n',
  );
  expect(toNginxMap([at('/s.asp?id=aB', 'a'), at('/s.asp?id=ab', 'b')])).toBe(
    String.raw`"~^/s\.asp\?id=aB$" "https://www.example.gov.cn/a/";` +
      '\n' +
      String.raw`"~^/s\.asp\?id=ab$" "https://www.example.gov.cn/b/";` +
      '\n',
  );
  expect(toNginxMap([at(`/${'1'.repeat(500)}.html`, 'a')])).toMatch(/^"~\^\/1+\\\.html\$" /u);
});

test("Caddy, which tells capitals from small letters, has an address in small letters too where it is no other's", () => {
  const at = (from: string, to: string) => ({ from, to: `https://www.example.gov.cn/${to}/` });
  const lines = (...moves: readonly ReturnType<typeof at>[]) =>
    toCaddyMap(moves)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/ "https:.*\.cn\//u, ' "'));
  expect(lines(at('/JYXX/1.html', 'a'), at('/jyxx/2.html', 'b'))).toEqual([
    '"/JYXX/1.html" "a/"',
    '"/jyxx/2.html" "b/"',
    '"/jyxx/1.html" "a/"',
  ]);
  expect(lines(at('/s.asp?id=aB', 'a'), at('/s.asp?id=Ab', 'b'))).toHaveLength(2);
  expect(lines(at('/s.asp?id=aB', 'a'), at('/s.asp?id=ab', 'b'))).toHaveLength(2);
  expect(lines(at('/%D5%D0.html', 'a'))[1]).toBe('"/%d5%d0.html" "a/"');
});

test('the page of errors finds an address by its spelling, else by that of one place that differs in capitals alone', () => {
  const moved = { '/JYXX/1.html': 'a/', '/jyxx/1.HTML': 'a/', '/s.asp?id=aB': 'b/', '/s.asp?id=ab': 'c/' };
  expect(movedIn(moved, '/JYXX/1.html')).toBe('a/');
  expect(movedIn(moved, '/jyxx/1.html')).toBe('a/');
  expect(movedIn(moved, '/s.asp?id=aB')).toBe('b/');
  expect(movedIn(moved, '/s.asp?id=AB')).toBeUndefined();
  expect(movedIn(moved, '/S.asp?id=ab&x=1')).toBeUndefined();
  expect(movedIn(moved, '/jyxx/1.html/')).toBeUndefined();
  expect(movedIn(moved, 'constructor')).toBeUndefined();
});

test('of ten thousand addresses no part has more than 20 KB, and all spellings in capitals are in one', () => {
  const olds = Array.from(
    { length: 10_000 },
    (_, index) =>
      `/jyxx/00100${index % 9}/00100100${index % 7}/20${10 + (index % 9)}0${1 + (index % 9)}01/` +
      `${(index * 2_654_435_761).toString(16).padStart(12, '0')}-47e0-4892-99f9-d0a65c278332.html`,
  );
  const parts = [...Map.groupBy(olds, shardOf).values()].map((part) =>
    JSON.stringify(
      Object.fromEntries(part.map((old) => [old, `announcements/gm-old-20180301-${old.slice(30, 35)}/`])),
    ),
  );
  expect(parts).toHaveLength(256);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(20_000);
  expect(olds.filter((old) => shardOf(old.toUpperCase()) !== shardOf(old))).toEqual([]);
  expect(shardOf('/jyxx/1.html')).toMatch(/^[0-9a-f]{2}$/u);
});
