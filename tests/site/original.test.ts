import { describe, expect, test } from 'vitest';
import { openingsAhead } from '../../src/core/listing.ts';
import { namedIn, resultsIn } from '../../src/core/party/named.ts';
import { totalOf } from '../../src/core/statistics.ts';
import { yearPage } from '../../src/site/statistics/year.ts';
import { announcementTable } from '../../src/site/data.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { announcementDocument } from '../../src/site/document.ts';
import { feedWith } from '../../src/site/feeds.ts';
import { allFeeds } from './feeds.ts';
import { toJson } from '../../src/site/feed-text.ts';
import { gateLines } from '../../src/site/gates.ts';
import { newestRows } from '../../src/site/newest.ts';
import { announcementData } from '../../src/site/structured-data.ts';
import { catalogues } from './search-data.ts';
import { searchPage } from '../../src/site/search-page.ts';
import { listedAt } from '../../src/core/search/catalogue.ts';
import { base } from '../core/fixtures.ts';
import { editionFrom, sampleEdition } from './edition.ts';

const CALL = 'gm-old-20180108-k3f9a';
const GUIDE = 'gm-old-20180112-a90b2';

const old = (former: string, lines: string): string => `---
标题: 示例村道路硬底化工程${former}（示例）
类别: 建设工程
类型: 存量公告
原类型: ${former}
发布时间: 2026-11-20
原文校验: sha256:${'0123456789abcdef'.repeat(4)}
${lines}
---

现予公告。
`;

const withOld = (former: string, lines: string) =>
  editionFrom({ ...base, 'announcements/construction/2026/old.md': old(former, lines) });

describe('存量公告的网页', () => {
  test('说明从旧网站来、向谁要原文、原文的校验值和旧网址', () => {
    const { original, source, row } = announcementPage(sampleEdition(), CALL);
    expect(row.typeTerm).toBe('招标公告（存量）');
    expect(source).toBe('示例市公共资源交易中心（旧站）');
    expect(original).toMatchObject({
      former: { term: '招标公告', hint: undefined },
      ask: { phone: sampleEdition().site!.phone },
      addresses: ['/jyxx/004001/004001001/20180108/63f44e47.html', '/wap/show.aspx?infoid=63f44e47'],
    });
    expect(original!.hash).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });

  test('旧网站的叫法不是现在的种类，另外提醒一句', () => {
    expect(announcementPage(sampleEdition(), GUIDE).original!.former!.hint).toContain('办事指南');
  });

  test('不是从旧网站来的，没有这一段', () => {
    expect(announcementPage(sampleEdition(), 'gm-js-2018-003-tender').original).toBeUndefined();
  });

  test('只知道发布日期的，不印时刻；给程序的是那一天的零点', () => {
    const edition = sampleEdition();
    const page = announcementPage(edition, CALL);
    expect(page.published).toBe('2018年1月8日');
    expect(gateLines(edition, CALL)[0]).toMatchObject({ label: '发布', day: '1月8日', time: undefined });
    expect(announcementData(edition, page)[0]).toMatchObject({
      datePublished: '2018-01-08T00:00:00+08:00',
      creativeWorkStatus: '从旧网站迁移，内容以原文为准',
    });
  });

  test('数据里是存量公告，带着原类型和原文校验', () => {
    const edition = sampleEdition();
    expect(JSON.parse(announcementDocument(edition, edition.entry(CALL)))).toMatchObject({
      type: 'legacy',
      typeTerm: '存量公告',
      published: { formerType: '招标公告', originalHash: edition.entry(CALL).announcement.originalHash },
    });
    const { columns, rows } = announcementTable(edition, '2018');
    const cell = (heading: string) => columns.findIndex((column) => column.heading === heading);
    const line = rows.find((cells) => cells[0] === CALL)!;
    expect([line[cell('类型')], line[cell('原类型')], line[cell('原文校验')]]).toEqual([
      '存量公告',
      '招标公告',
      edition.entry(CALL).announcement.originalHash,
    ]);
  });
});

describe('存量公告不算进结果', () => {
  test('统计里算一份公告，按原来的种类；项目、结果里没有它', () => {
    const edition = sampleEdition();
    const { archived, disclosure, lists } = yearPage(edition, 2018);
    expect(archived).toBe(3);
    const of2018 = newestRows(edition, Infinity).filter(({ publishedAt }) => publishedAt.startsWith('2018'));
    expect(totalOf(disclosure.counts)).toBe(of2018.length);
    const listed = lists.flatMap(({ members }) => members.map((member) => JSON.stringify(member)));
    expect(listed.filter((member) => member.includes(CALL))).toEqual([]);
  });

  test('旧公告写的中标人照它的叫法列在单位那里，不算作结果和合同', () => {
    const { announcement } = sampleEdition().effective('gm-old-20180206-7c1de');
    expect(namedIn(announcement).map(({ name, part, label }) => [name, part, label])).toEqual([
      ['广东示例建筑工程有限公司', 'bidder', '中标人'],
    ]);
    expect(resultsIn(announcement)).toEqual([]);
    const paid = { ...announcement, awardFen: 100_000_00 } as typeof announcement;
    expect(namedIn(paid)[0]).not.toHaveProperty('money');
  });
});

describe('存量公告在大厅的屏幕上', () => {
  const lines = '项目编号: GM-JS-2026-500\n投标截止: 2026-11-25 09:30\n开标时间: 2026-11-25 09:30';

  test.each([
    ['招标公告', ['old']],
    ['中标候选人公示', []],
    ['办事指南', []],
  ])('原来是%s的，开标看板上有没有', (former, expected) => {
    expect(
      openingsAhead(newestRows(withOld(former, lines), Infinity), '2026-11-22', 14).map(({ id }) => id),
    ).toEqual(expected);
  });
});

describe('存量公告在列表、检索和订阅里', () => {
  test('按原来的种类找得到它；种类说不清的，归在存量公告', () => {
    const edition = sampleEdition();
    const { catalogue } = catalogues(edition).find(({ catalogue: { year } }) => year === '2018')!;
    const typeOf = (id: string): string => catalogue.terms[catalogue.type[catalogue.id.indexOf(id)]!]!;
    expect([typeOf(CALL), typeOf(GUIDE)]).toEqual(['tender-notice', 'legacy']);
    expect(listedAt(catalogue, catalogue.id.indexOf(CALL)).typeTerm).toBe('招标公告（存量）');
    const choices = searchPage(edition).types.flatMap((step) => step.choices.map(({ value }) => value));
    expect(choices).toContain('legacy');
  });

  test('旧公告搬进来，不算新消息：没有哪一种订阅列它', () => {
    const edition = withOld('招标公告', '项目编号: GM-JS-2026-500\n地区: 杨和镇\n招标人: 示例村经济合作社');
    const names = allFeeds(edition).flatMap((feed) =>
      feed.rows.some(({ id }) => id === 'old') ? [feed.name] : [],
    );
    expect(names).toEqual([]);
  });

  test('还没有截止的旧公告，在“可参与”的订阅里，时间是程序读得懂的', () => {
    const edition = withOld('招标公告', '项目编号: GM-JS-2026-500\n投标截止: 2026-12-25 09:30');
    const { items } = JSON.parse(toJson(edition, feedWith(edition, 'open'))) as {
      items: readonly Record<string, unknown>[];
    };
    expect(items).toMatchObject([{ date_published: '2026-11-20T00:00:00+08:00' }]);
  });
});
