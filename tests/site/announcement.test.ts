import { describe, expect, test } from 'vitest';
import { later, move, tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { erratum, pageOf, tenderWith } from './announcement-page.ts';
import { editionFrom } from './edition.ts';
import { describe as describeRow } from '../../src/site/announcement.ts';

const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
test('网页写明是什么、谁发布、在哪一栏，能走到上一级', () => {
  const page = pageOf('tender', []);
  expect(page).toMatchObject({
    path: 'announcements/tender/',
    title: '沿江路市政道路改造工程施工招标公告',
    published: '2026年3月2日（星期一）09:00',
    source: '佛山市公共资源交易中心高明分中心',
    url: 'https://www.example.gov.cn/announcements/tender/',
    calendarHref: '/announcements/tender/calendar.ics',
    dataHref: '/announcements/tender.json',
    projectHref: '/projects/gm-js-2026-001/',
    isReadable: true,
    withdrawn: undefined,
    version: 1,
  });
  expect(page.crumbs).toEqual([
    { label: '首页', href: '/' },
    { label: '建设工程', href: '/construction/' },
    { label: '2026年3月', href: '/construction/2026/03/' },
  ]);
  expect(page.digest).toMatch(/^[0-9a-f]{64}$/u);
});

test('转载的写明来源和原网址', () => {
  const from = '来源: 示例省公共资源交易平台\n原文网址: https://elsewhere.example.cn/1\n';
  expect(pageOf('tender', [tenderWith(from)])).toMatchObject({
    source: '示例省公共资源交易平台',
    originalUrl: 'https://elsewhere.example.cn/1',
  });
});

test('正文有四节以上的才列目录', () => {
  const sections = (count: number): string =>
    Array.from({ length: count }, (_, place) => `## 第${place + 1}节\n\n文字。\n`).join('\n');
  const contents = (count: number) => pageOf('tender', [tenderWith('', sections(count))]).contents;
  expect(contents(3)).toEqual([]);
  expect(contents(4).map(({ text }) => text)).toEqual(['第1节', '第2节', '第3节', '第4节']);
});

describe('更正以后', () => {
  test('招标公告按更正后的写，列出每次更正；更正公告写明更正了哪份、改了什么', () => {
    const page = pageOf('tender', [extension]);
    expect(page.row.deadline).toMatchObject({
      value: '2026-04-02T09:30:00+08:00',
      was: '2026-03-25T09:30:00+08:00',
    });
    expect(page.corrections).toMatchObject([
      { href: '/announcements/c1/', when: '2026年3月10日（星期二）09:00', changes: [{ label: '投标截止' }] },
    ]);
    expect(page.corrects).toBeUndefined();
    expect(pageOf('c1', [extension]).corrects).toMatchObject({
      title: page.title,
      href: '/announcements/tender/',
      changes: [{ label: '投标截止', by: 'c1' }],
    });
  });

  test('一份更正公告只写它自己改的', () => {
    const second = move('c2', '2026-03-12 09:00', '预算金额', '358.6万元', '360万元');
    const changed = (id: string) =>
      pageOf(id, [extension, second]).corrects!.changes.map(({ label, from, to }) => [label, from, to]);
    expect(changed('c1')).toEqual([
      ['投标截止', '2026年3月25日（星期三）09:30', '2026年4月2日（星期四）09:30'],
    ]);
    expect(changed('c2')).toEqual([['预算金额', '358.6万元', '360万元']]);
  });
});

describe('勘误以后', () => {
  test('看得到改动之前的版本，它写明自己不是现在的版本，不作核验', () => {
    const page = pageOf('tender', [tenderWith(erratum)]);
    expect(page.version).toBe(2);
    expect(page.versions).toMatchObject([
      { number: 1, href: '/announcements/tender/v1/', when: '2026年3月3日（星期二）10:00', from: '杨和镇' },
    ]);
    expect(page.checks.length).toBeGreaterThan(0);
    const old = pageOf('tender', [tenderWith(erratum)], 1);
    expect(old).toMatchObject({
      path: 'announcements/tender/v1/',
      url: 'https://www.example.gov.cn/announcements/tender/v1/',
      version: 1,
      checks: [],
      changes: [],
    });
    expect(old.boxes.map(({ kind, href }) => [kind, href])).toEqual([
      ['old-version', '/announcements/tender/'],
    ]);
    const regionOf = ({ facts }: typeof page) => facts.find(({ label }) => label === '地区')!.text;
    expect([regionOf(page), regionOf(old)]).toEqual(['荷城街道', '杨和镇']);
  });

  test('改动之前的版本不带后来的更正', () => {
    const old = pageOf('tender', [tenderWith(erratum), extension], 1);
    expect(old.facts.find(({ label }) => label === '投标截止')).toEqual({
      part: 'time',
      label: '投标截止',
      text: '2026年3月25日（星期三）09:30',
    });
  });
});

test('没有项目编号的，没有进度，也没有项目页', () => {
  const notice: Tree = {
    'announcements/general/2026/notice.md': `---
标题: 关于清明节放假安排的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
---

现将有关事项通知如下。
`,
  };
  expect(pageOf('notice', [notice])).toMatchObject({
    steps: [],
    expected: [],
    projectHref: undefined,
    calendarHref: undefined,
    sumsHref: undefined,
    files: [],
  });
});

test('一句话说明写类别、类型、地区、截止和金额，没有的不写', () => {
  const edition = editionFrom(
    tenderAnd(
      extension,
      later('award', '中标结果公告', '2026-04-10 09:00', '中标人: 佛山示例建设有限公司\n中标价: 350万元'),
    ),
  );
  expect(describeRow(edition.row('tender'))).toBe(
    '建设工程，招标公告，荷城街道，投标截止2026年4月2日（星期四）09:30，招标人高明区示例街道建设办公室，预算金额358.6万元',
  );
  expect(describeRow(edition.row('award'))).toBe(
    '建设工程，中标结果公告，招标人高明区示例街道建设办公室，中标人佛山示例建设有限公司，中标价350万元',
  );
});
