import { expect, test } from 'vitest';
import { toCaddyMap, toNginxMap } from '../../../src/core/old-addresses/servers.ts';
import { stubFile, toStub } from '../../../src/core/old-addresses/stub.ts';
import { parseOldAddress } from '../../../src/core/announcement/text.ts';

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
])('the page in the place of %s is the file %s', (old, expected) => {
  expect(stubFile(old)).toBe(expected);
});

test('a page that leads on prints a title as text', () => {
  const html = toStub({
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
