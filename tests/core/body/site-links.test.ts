import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { renderBody } from '../../../src/core/body/render.ts';
import { idInPath, pageAddress, type SitePages } from '../../../src/core/body/site-links.ts';

const ids = new Set(['gm-js-2026-101-tender', 'gm-tz-2026-101']);
const pagesAt = (base: string): SitePages => ({
  bases: [base],
  origin: 'https://www.example.gov.cn',
  has: (path) => ['', 'help/', 'search/', 'feeds/all.xml'].includes(path) || ids.has(idInPath(path) ?? ''),
  headings: (path) => (path.startsWith('announcements/') ? 3 : undefined),
});
const from = 'announcements/gm-tz-2026-101/';
const hrefIn = (body: string, base: string): string | undefined =>
  /href="([^"]*)"/u.exec(
    renderBody(
      body,
      (file) => (file === '表.pdf' ? '/files/attachment-1.pdf' : undefined),
      (href) => pageAddress(href, from, pagesAt(base), base),
    ),
  )?.[1];
const codesOf = (body: string, base = '/'): readonly string[] =>
  checkBody(body, new Set(['表.pdf']), { from, pages: pagesAt(base) }).map(({ code }) => code);

describe.each(['/', '/ggzy/'])('网站放在 %s：通向本站的链接怎样写都打得开', (base) => {
  test.each([
    ['/announcements/gm-js-2026-101-tender/', 'announcements/gm-js-2026-101-tender/'],
    ['/announcements/gm-js-2026-101-tender', 'announcements/gm-js-2026-101-tender/'],
    ['/announcements/gm-js-2026-101-tender/index.html', 'announcements/gm-js-2026-101-tender/'],
    [`${base}announcements/gm-js-2026-101-tender/#s2`, 'announcements/gm-js-2026-101-tender/#s2'],
    ['../gm-js-2026-101-tender/', 'announcements/gm-js-2026-101-tender/'],
    ['announcements/gm-js-2026-101-tender/', 'announcements/gm-js-2026-101-tender/'],
    ['gm-js-2026-101-tender', 'announcements/gm-js-2026-101-tender/'],
    ['../../construction/2026/gm-js-2026-101-tender.md', 'announcements/gm-js-2026-101-tender/'],
    ['gm-js-2026-101-tender/index.md', 'announcements/gm-js-2026-101-tender/'],
    ['/help/', 'help/'],
    ['/help', 'help/'],
    ['../../help/', 'help/'],
    ['/search/?q=%E8%B7%AF', 'search/?q=%E8%B7%AF'],
    ['/feeds/all.xml', 'feeds/all.xml'],
    ['/', ''],
  ])('[看](%s)', (href, path) => {
    expect(hrefIn(`[看](${href})`, base)).toBe(`${base}${path}`);
    expect(codesOf(`[看](${href})`, base)).toEqual([]);
  });

  test('写了本站全部网址的，也认得出来', () => {
    const whole = `https://www.example.gov.cn${base}announcements/gm-js-2026-101-tender/`;
    expect(hrefIn(`[看](${whole})`, base)).toBe(whole);
    expect(codesOf(`[看](${whole})`, base)).toEqual([]);
    expect(codesOf(`[看](https://www.example.gov.cn${base}announcements/gm-js-2026-102/)`, base)).toEqual([
      'C127',
    ]);
  });

  test.each([
    '/announcements/gm-js-2026-102-tender/',
    '../gm-js-2026-102-tender/',
    '/announcements/',
    '/nothing/',
    '/announcements/gm-js-2026-101-tender/#s4',
    'gm-js-2026-102-tender/',
  ])('[看](%s) 打不开，检查说出来', (href) => expect(codesOf(`[看](${href})`, base)).toEqual(['C127']));
});

test.each([
  ['https://www.example.com/announcements/x/', []],
  ['https://www.example.gov.cn.example.com/x/', []],
  ['表.pdf', []],
  ['./表.pdf#page=2', []],
  ['别的.pdf', ['C107']],
  ['招标文件', ['C107']],
  ['javascript:alert(1)', ['C103']],
])('通向别处和附件的链接照旧：%s', (href, codes) => expect(codesOf(`[看](${href})`)).toEqual(codes));

describe('本页的一处', () => {
  const body = (href: string) => `## 一、条件\n\n## 二、 要求\n\n见[要求](${href})。`;
  test.each(['#s2', '#二、-要求', '#%E4%BA%8C%E3%80%81-%E8%A6%81%E6%B1%82'])('%s', (href) => {
    expect(hrefIn(body(href), '/')).toBe('#s2');
    expect(codesOf(body(href))).toEqual([]);
  });
  test.each(['#files', '#facts'])('网页上的一部分 %s', (href) => expect(codesOf(body(href))).toEqual([]));
  test.each(['#s3', '#s0', '#三、', '#'])('没有的一处 %s', (href) =>
    expect(codesOf(body(href))).toEqual(['C127']),
  );
});
