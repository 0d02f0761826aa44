import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersOf } from '../../src/deploy/headers.ts';

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['feeds/all.xml', 'application/xml; charset=utf-8'],
  ['feeds/all.opml', 'text/x-opml; charset=utf-8'],
  ['calendar/open.ics', 'text/calendar; charset=utf-8'],
  ['data/announcements-2026.csv', 'text/csv; charset=utf-8'],
  ['announcements/a/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['announcements/a/attachment-1.PDF', 'application/pdf'],
  [
    'announcements/a/attachment-2.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['assets/strip-dots.DdDkCTkY.woff2', 'font/woff2'],
  ['search/index/current.0a1b2c3d/index/zz_cd19783.pf_index', 'application/octet-stream'],
])('%s is sent as %s', (path, type) => {
  expect(headersOf(path).type).toBe(type);
});

test('how long a file may be kept is what nginx says of it too', () => {
  const map = /map \$uri \$cached \{([^}]*(?:\{[^}]*\}[^}]*)*)\n\}/u.exec(
    readFileSync('docs/deploy/nginx.conf', 'utf8'),
  )![1]!;
  const [, otherwise] = /default "([^"]+)"/u.exec(map)!;
  const rules = [...map.matchAll(/^ {2}"?~(\^\S+?)"? "([^"]+)";$/gmu)].map(([, pattern, cache]) => ({
    pattern: new RegExp(pattern!, 'u'),
    cache,
  }));
  expect(rules).toHaveLength(4);
  for (const path of [
    'index.html',
    'status.json',
    'assets/site.Abcdef12.css',
    'data/catalogue-2026.e3fae009.json',
    'data/announcements-2026.csv',
    'kiosk/data/pinyin-2018.63822b93.json',
    'kiosk/hall-1/head.json',
    'display/data/lobby-a.54d046eaa254.json',
    'search/index/current.0a1b2c3d/rows.json',
    'announcements/data/x.0a1b2c3d.json',
  ])
    expect([path, headersOf(path).cache]).toEqual([
      path,
      rules.find(({ pattern }) => pattern.test(`/${path}`))?.cache ?? otherwise,
    ]);
});
