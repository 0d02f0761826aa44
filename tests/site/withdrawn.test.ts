import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { later, move, tenderAnd, tenderFile, termination, withdrawn } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import type { Edition } from '../../src/core/edition.ts';
import { editionFrom } from './edition.ts';
import { announcementCalendar } from '../../src/site/agenda.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { archives, monthOf } from '../../src/site/month-archives.ts';
import { attachmentsOf } from '../../src/site/attachments.ts';
import { calendarPage } from '../../src/site/calendar-page.ts';
import { calendarText } from '../../src/site/calendars.ts';
import { toCsv } from '../../src/core/csv.ts';
import { announcementTable } from '../../src/site/data.ts';
import { announcementDocument } from '../../src/site/document.ts';
import { dossierPage } from '../../src/site/dossier.ts';
import { toJson, toRss } from '../../src/site/feed-text.ts';
import { feedWith } from '../../src/site/feeds.ts';
import { allFeeds } from './feeds.ts';
import { homePage } from '../../src/site/home.ts';
import { kioskWith } from '../../src/site/kiosks.ts';
import { openPage } from '../../src/site/open.ts';
import { screenWith } from '../../src/site/screens.ts';
import { sitemapPart, sitemapParts } from '../../src/site/sitemap.ts';
import { countedYears } from '../../src/site/statistics/records.ts';
import { yearlyDisclosure } from '../../src/site/statistics/year.ts';
import { announcementData } from '../../src/site/structured-data.ts';
import { catalogues, searchRecords } from './search-data.ts';

/** A call that can still be joined, was withdrawn on the 12th, and a project beside it that stands. */
const at = '2026-03-12 10:00';
const now = '2026-03-13T09:00+08:00';
const other: Tree = {
  'announcements/construction/2026/other.md': String(Object.values(tenderFile())[0])
    .replace('沿江路', '文明路')
    .replace('GM-JS-2026-001', 'GM-JS-2026-002')
    .replace('文件获取结束: 2026-03-09', '文件获取结束: 2026-03-25'),
};
const REASON = '项目信息有误，重新发布为 other';
const gone = (reason = REASON): Tree => tenderAnd(other, withdrawn(tenderFile(), at, reason));
/** As in the base's `site.yaml`. */
const siteContact = { name: '佛山市公共资源交易中心高明分中心', phone: '0757-00000000' };
const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');

const rowsOf = (edition: Edition, month: string) => monthOf(edition, 'construction', month).rows;

const hall: Tree = {
  'displays/lobby.yaml':
    '名称: 一楼大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n栏目:\n  - 内容: 今日开标\n  - 内容: 可参与\n  - 内容: 最新公告\n  - 内容: 更正\n',
  'kiosks/hall.yaml': '名称: 大厅触摸屏\n尺寸: 21.5英寸\n像素: 1920×1080\n观看距离: 0.6米\n',
};

describe('撤下的招标公告', () => {
  test('不在首页、可参与、类别、检索、月历、网站地图和统计里，也不在大屏和触摸屏上', async () => {
    const notice = '大屏提示:\n  - 文字: 今天的开标改到二楼\n    结束: 2026-03-25 12:00\n---\n\n';
    const tree = Object.fromEntries(
      Object.entries({ ...gone(), ...hall }).map(([file, text]) => [
        file,
        file.endsWith('/tender.md') ? String(text).replace('---\n\n', notice) : text,
      ]),
    );
    const edition = editionFrom(tree, now);
    const shown = {
      newest: homePage(edition).newest.map(({ id }) => id),
      closing: homePage(edition).next.map(({ id }) => id),
      open: openPage(edition).rows.map(({ id }) => id),
      months: archives(edition).flatMap(({ years }) =>
        years.flatMap(({ months }) =>
          months.flatMap(({ year, month }) => rowsOf(edition, `${year}-${month}`).map(({ id }) => id)),
        ),
      ),
      texts: searchRecords(edition).map(({ id }) => id),
      rows: catalogues(edition).flatMap(({ catalogue }) => catalogue.id),
      kiosk: kioskWith(edition, 'hall').open.map(({ id }) => id),
      openings: kioskWith(edition, 'hall').boot.openings.map(({ id }) => id),
    };
    for (const ids of Object.values(shown)) expect(ids).toEqual(['other']);
    expect(kioskWith(edition, 'hall').boot.notices).toEqual([]);
    const lobby = screenWith(edition, 'lobby', 'code');
    expect(lobby.notices).toEqual([]);
    expect(JSON.stringify(lobby.boot.feed)).not.toContain('沿江路');
    expect(JSON.stringify(lobby.boot.feed)).toContain('文明路');
    expect(JSON.stringify(calendarPage(edition))).not.toContain('沿江路');
    const urls = sitemapParts(edition).flatMap((name) => sitemapPart(edition, name).map(({ url }) => url));
    expect(urls.filter((url) => url.includes('/announcements/'))).toEqual([
      'https://www.example.gov.cn/announcements/other/',
    ]);
  });

  test('一年的统计不数它', async () => {
    const edition = editionFrom(gone(), '2026-06-01T09:00+08:00');
    expect(yearlyDisclosure(edition, countedYears(edition)[0]!).text).toContain('累计发布各类招标信息1条');
  });

  test('网页先说已经撤下、什么时候、为什么，仍能查证原文，它那个月的网址还在', async () => {
    const edition = editionFrom(
      tenderAnd(withdrawn(tenderFile(), at, REASON, '高建函〔2026〕12号（示例）')),
      now,
    );
    const page = announcementPage(edition, 'tender');
    expect(page.withdrawn).toEqual({
      at: '2026-03-12T10:00:00+08:00',
      when: '2026年3月12日（星期四）10:00',
      reason: REASON,
      basis: '高建函〔2026〕12号（示例）',
      ask: siteContact,
    });
    expect(page.description).toContain('已于2026年3月12日（星期四）10:00撤下。原因：');
    expect(page.html).toContain('招标条件');
    // Its month has nothing else, and keeps its page.
    const months = archives(edition).flatMap(({ years }) => years.flatMap((year) => year.months));
    expect(months.map(({ href, count }) => [href, count])).toEqual([['/construction/2026/03/', 0]]);
    expect(rowsOf(edition, '2026-03')).toEqual([]);
    expect(page.crumbs.at(-1)!.href).toBe('/construction/2026/03/');
    expect(page.checks).toEqual([]);
    expect(page.expected).toEqual([]);
    expect(page.steps).toMatchObject([{ withdrawn: '2026年3月12日（星期四）10:00' }]);
    const data = announcementData(edition, page);
    expect(data).toMatchObject([{ '@type': 'Article', creativeWorkStatus: '已撤下' }]);
    expect(JSON.stringify(data)).not.toMatch(/Demand|Event|2026-03-25/u);
  });

  test('数据里写明撤下，没有任何内容还有效', async () => {
    const edition = editionFrom(gone(), now);
    const data = JSON.parse(announcementDocument(edition, edition.entry('tender'))) as Record<
      string,
      unknown
    >;
    expect(data).toMatchObject({
      withdrawn: { at: '2026-03-12T10:00:00+08:00', reason: REASON, basis: null },
      effective: null,
      published: { bidDeadline: '2026-03-25T09:30:00+08:00' },
    });
    expect(data['published']).not.toHaveProperty('withdrawn');
    const sound = JSON.parse(announcementDocument(edition, edition.entry('other'))) as Record<
      string,
      unknown
    >;
    expect(sound).not.toHaveProperty('withdrawn');
  });

  test('年度表格留着它那一行，写明时间和原因，金额和截止空着', async () => {
    const edition = editionFrom(gone(), now);
    const line = toCsv(announcementTable(edition, '2026'))
      .split('\r\n')
      .find((one) => one.startsWith('tender,'))!;
    expect(line).toContain(`2026-03-12T10:00:00+08:00,${REASON}`);
    expect(line).not.toMatch(/3586000|2026-03-25/u);
  });

  test('原因写到个人信息的，原文、附件、旧版本和数据都不再公开', async () => {
    const file = 'announcements/construction/2026/tender/index.md';
    const text = String(Object.values(tenderFile())[0]).replace(
      '资格要求',
      '附件:\n  - 文件: 名单.txt\n    名称: 名单\n资格要求',
    );
    const tree = Object.fromEntries(
      Object.entries(gone()).filter(([path]) => !path.endsWith('/tender.md')),
    ) as Tree;
    const folder = { ...withdrawn({ [file]: text }, at, '名单里有个人身份证号码') };
    const edition = editionFrom({ ...tree, ...folder, [file.replace('index.md', '名单.txt')]: '名单' }, now);
    const page = announcementPage(edition, 'tender');
    expect([page.isReadable, page.html, page.facts, page.tables, page.files]).toEqual([
      false,
      '',
      [],
      [],
      [],
    ]);
    expect(page.sumsHref).toBeUndefined();
    expect(page.complaints.map(({ label }) => label)).toEqual(['对本中心的意见']);
    expect(attachmentsOf(edition.entry('tender'))).toEqual([]);
    expect(JSON.parse(announcementDocument(edition, edition.entry('tender')))).toMatchObject({
      published: { title: '沿江路市政道路改造工程施工招标公告', publishedAt: '2026-03-02T09:00:00+08:00' },
      attachments: [],
      body: { text: '' },
    });
    expect(announcementDocument(edition, edition.entry('tender'))).not.toMatch(/名单\.txt|招标条件|3586000/u);
  });
});

describe('订阅', () => {
  test('撤下的公告还是原来那一条，标题写明已撤下，在撤下的时候再出现一次', async () => {
    const edition = editionFrom(gone(), now);
    const rss = parseRssFeed(await toRss(edition, feedWith(edition, 'all')));
    expect(rss.items![0]).toMatchObject({
      title: '【已撤下】沿江路市政道路改造工程施工招标公告',
      link: 'https://www.example.gov.cn/announcements/tender/',
      guid: { value: 'https://www.example.gov.cn/announcements/tender/' },
      pubDate: 'Thu, 12 Mar 2026 02:00:00 GMT',
    });
    expect(rss.items![0]!.description).toContain(`原因：${REASON}`);
    expect(rss.items![0]!.description).not.toMatch(/投标截止|358/u);
    const json = parseJsonFeed(toJson(edition, feedWith(edition, 'all')));
    expect(json.items![0]).toMatchObject({
      id: 'https://www.example.gov.cn/announcements/tender/',
      date_published: '2026-03-02T09:00:00+08:00',
      date_modified: '2026-03-12T10:00:00+08:00',
    });
    const holding = allFeeds(edition).filter(({ rows }) => rows.some(({ id }) => id === 'tender'));
    expect(holding.map(({ name }) => name).filter((name) => !/(?:^|-)(area|buyer)-/u.test(name))).toEqual([
      'all',
      'construction',
      'construction-tender-notice',
      'stops',
    ]);
    // One of its area and one of its buyer; and its area with its category and with its type.
    expect(holding.filter(({ name }) => /(?:^|-)(area|buyer)-/u.test(name))).toHaveLength(4);
  });

  test('撤下很久以前的公告，只看最近一个月的订阅也收得到', async () => {
    const old = Array.from({ length: 60 }, (_, index): Tree => {
      const file = Object.values(tenderFile())[0]!;
      return {
        [`announcements/construction/2026/later-${index}.md`]: String(file)
          .replace('GM-JS-2026-001', `GM-JS-2026-1${String(index).padStart(2, '0')}`)
          .replace('发布时间: 2026-03-02 09:00', '发布时间: 2026-09-02 09:00'),
      };
    });
    const edition = editionFrom(
      tenderAnd(...old, withdrawn(tenderFile(), '2026-09-20 10:00')),
      '2026-09-21T09:00+08:00',
    );
    expect(feedWith(edition, 'all').rows[0]!.id).toBe('tender');
  });

  test('撤下的更正留在更正的订阅里', async () => {
    const edition = editionFrom(tenderAnd(withdrawn(extension, at)), now);
    expect(feedWith(edition, 'corrections').rows.map(({ id }) => id)).toEqual(['c1']);
  });
});

describe('日历', () => {
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')).split('@')[0],
      status: event.getFirstPropertyValue('status'),
      sequence: event.getFirstPropertyValue('sequence'),
      alarms: event.getAllSubcomponents('valarm').length,
      summary: String(event.getFirstPropertyValue('summary')),
      description: String(event.getFirstPropertyValue('description')),
      start: String(event.getFirstPropertyValue('dtstart')),
    }));

  test('撤下的公告每件事都标取消，说明原因，不再提醒；可参与的日历里也是', async () => {
    const edition = editionFrom(gone(), now);
    const events = eventsIn(announcementCalendar(edition, 'tender'));
    expect(events).toHaveLength(3);
    for (const event of events) {
      expect(event).toMatchObject({ status: 'CANCELLED', sequence: 1, alarms: 0 });
      expect(event.summary).toMatch(/^【已撤下】/u);
      expect(event.description).toContain(`原因：${REASON}`);
    }
    for (const name of ['open', 'construction']) {
      const own = eventsIn(calendarText(edition, name)).filter(({ uid }) => uid === 'tender-bid');
      expect(own.map(({ status }) => status)).toEqual(['CANCELLED']);
    }
  });

  test('更正、终止撤下以后，日历回到原来的时间，序号比撤下之前大', async () => {
    const bid = async (...trees: readonly Tree[]) => {
      const edition = editionFrom(tenderAnd(...trees), now);
      return eventsIn(announcementCalendar(edition, 'tender')).find(({ uid }) => uid === 'tender-bid')!;
    };
    const before = await bid();
    for (const later of [extension, termination]) {
      const during = await bid(later);
      const after = await bid(withdrawn(later, '2026-03-21 10:00'));
      expect(Number(during.sequence)).toBeGreaterThan(Number(before.sequence));
      expect(Number(after.sequence)).toBeGreaterThan(Number(during.sequence));
      expect([after.start, after.status]).toEqual([before.start, 'CONFIRMED']);
    }
  });
});

describe('别的公告', () => {
  const boxes = async (id: string, ...trees: readonly Tree[]) => {
    const edition = editionFrom(tenderAnd(...trees), now);
    return announcementPage(edition, id).boxes.map(({ kind, text, href }) => [kind, text, href]);
  };

  test('招标公告的网页说明一份更正已经撤下，投标截止回到原来', async () => {
    expect(await boxes('tender', withdrawn(extension, at, '误发'))).toEqual([
      [
        'undone',
        '后来的更正公告已于2026年3月12日（星期四）10:00撤下。原因：误发。它写的不再算数，本页已经按没有它的样子显示。',
        '/announcements/c1/',
      ],
    ]);
  });

  test('接在撤下的公告后面的，网页说明它已经撤下', async () => {
    expect(await boxes('c1', extension, withdrawn(tenderFile(), at, '误发'))).toEqual([
      [
        'withdrawn',
        '本公告所接的招标公告已于2026年3月12日（星期四）10:00撤下。原因：误发。',
        '/announcements/tender/',
      ],
    ]);
  });

  test('项目进度里照样列着它，写明已撤下，后面的步骤按没有它来算', async () => {
    const ended = later('end', '流标公告', '2026-03-12 09:00', '原因: 误发');
    const edition = editionFrom(tenderAnd(withdrawn(ended, at)), now);
    const { steps, expected } = dossierPage(edition, 'GM-JS-2026-001');
    expect(steps.flatMap((step) => (step.row ? [[step.row.id, step.withdrawn !== undefined]] : []))).toEqual([
      ['tender', false],
      ['end', true],
    ]);
    expect(expected[0]).toMatchObject({ what: '开标' });
  });
});
