import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toIcalendar } from '../../src/core/agenda/icalendar.ts';
import { toCsv } from '../../src/core/csv.ts';
import { toJsonFeed } from '../../src/core/feeds/json-feed.ts';
import { toOpml } from '../../src/core/feeds/opml.ts';
import { toRss } from '../../src/core/feeds/rss.ts';
import { toStub } from '../../src/core/old-addresses/stub.ts';
import { toXlsx } from '../../src/core/xlsx.ts';
import { toSitemap } from '../../src/site/sitemap.ts';
import { tableOf } from './fixtures.ts';
import { cellsInWorkbook } from './workbook.ts';
import { readCsv, readHtml, readIcs, readJson, readXml } from '../readers.ts';

/** Whatever a text holds: controls, halves of characters, noncharacters, markup, and what each format lives by. */
const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '\u0000',
        '\u0001',
        '\u001b',
        '\u0085',
        '\ud800',
        '\udfff',
        '\ufffe',
        '\uffff',
        '\u{1fffe}',
      ),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '&',
        '&#x0;',
        '&nbsp;',
        '"',
        "'",
        '<!--',
        '-->',
        '<?xml',
        '</title>',
      ),
      fc.constantFrom('\r', '\n', '\r\n', '\t', '\u2028', ';', ',', ':', '\\', '\\n', '^', '=1+1', '公告'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const url = 'https://www.example.gov.cn/announcements/a/?b=1&c=2';
const at = '2026-03-02T09:00:00+08:00';
const item = (text: string) => ({
  id: url,
  url,
  title: text,
  summary: text,
  publishedAt: at,
  newsAt: at,
  changedAt: at,
  tags: [text],
});
const feed = (text: string) => ({
  title: text,
  description: text,
  homePage: url,
  feedUrl: url,
  styleSheet: '/feed.css',
  items: [item(text)],
});

const event = (text: string) => ({
  when: { at },
  remindDays: [1],
  uid: 'a@example.gov.cn',
  standing: { status: 'confirmed' as const, sequence: 0, changedAt: at },
  place: text,
  summary: text,
  description: text,
  url,
  category: '建设工程',
  createdAt: at,
});

/** Each encoder of a text that others wrote, and the reader of what it makes. */
const encoders: Readonly<Record<string, (text: string) => Promise<void> | void>> = {
  RSS: async (text) => readXml(await toRss(feed(text))),
  'JSON Feed': (text) => readJson(toJsonFeed({ ...feed(text), author: text })),
  OPML: (text) =>
    readXml(
      toOpml({
        title: text,
        groups: [{ title: text, feeds: [{ title: text, feedUrl: url, pageUrl: url }] }],
      }),
    ),
  'a site map': (text) => readXml(toSitemap([{ url: text, lastModified: undefined }])),
  iCalendar: (text) => readIcs(toIcalendar({ name: text, description: text, url, events: [event(text)] })),
  CSV: (text) => readCsv(toCsv(tableOf(['标题', '来源'], [[text, text]]))),
  'a workbook': async (text) => {
    cellsInWorkbook(await toXlsx({ name: '公告', table: tableOf(['标题'], [[text]]), notes: [text] }));
  },
  'a page in an old place': (text) => readHtml(toStub({ what: '公告', title: text, href: url, url })),
};

test.each(Object.keys(encoders))('whatever a text holds, %s of it is well-formed', async (name) => {
  const run = async (text: string) => {
    await encoders[name]!(text);
  };
  await fc.assert(fc.asyncProperty(anything, run), { numRuns: 500, seed: 20_261_129 });
});

test.each([
  ['\ufffe', '\ufffd'],
  ['甲\u{1fffe}', '甲\ufffd'],
  ['甲\uffff乙', '甲\ufffd乙'],
  ['\ud800甲', '\ufffd甲'],
  ['\u0000', '\ufffd'],
  ['𬭎', '𬭎'],
])('what XML cannot hold in %j is seen to be missing', async (title, expected) => {
  expect(await toRss(feed(title))).toContain(`<item><title>${expected}</title>`);
});
