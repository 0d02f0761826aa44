import { beforeEach, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { attached, item } from '../../core/disclosure/items.ts';
import { base, type Tree } from '../../core/fixtures.ts';
import { editionFrom } from '../edition.ts';
import type { Edition } from '../../../src/core/edition.ts';
import { servicesOf } from '../../../src/site/columns.ts';
import { classParts, disclosurePage } from '../../../src/site/disclosure/catalogue.ts';
import { itemMeta, itemStructuredData } from '../../../src/site/disclosure/head.ts';
import { itemPage } from '../../../src/site/disclosure/item-page.ts';
import { filesOfUnits } from '../unit-files.ts';
import { siteFrame } from '../../../src/site/frame.ts';
import { sitemapPart } from '../../../src/site/sitemap.ts';

const tree: Tree = {
  ...base,
  'disclosure/regulations/old.md': item({
    索引号: 'SL-2020-00001',
    标题: '旧办法（虚构）',
    有效性: '废止',
    失效日期: '2026-03-01',
    成文日期: '2020-03-01',
    发布日期: '2020-03-05',
  }),
  'disclosure/regulations/new/index.md': item({ 附件: attached('全文.txt') }, '见[全文](全文.txt)。'),
  'disclosure/regulations/new/全文.txt': '示例',
  'disclosure/plans/scan/index.md': item(
    { 分类: '规划计划', 索引号: 'SL-2026-00002', 附件: attached('扫描.png') },
    '',
  ),
  'disclosure/plans/scan/扫描.png': 'x',
  'disclosure/other/report.md': item({
    分类: '其他',
    索引号: 'SL-2026-00003',
    栏目: '政府信息公开年报',
    年度: '2025',
  }),
  'disclosure/other/list-only.md': item(
    { 分类: '其他', 索引号: 'SL-2026-00004', 公开方式: '依申请公开' },
    '',
  ),
};
let edition: Edition;

beforeEach(() => {
  edition = editionFrom(tree);
});

const withWords = (words: Readonly<Record<string, boolean>>) => ({
  ...edition,
  once: <T>(_: string, make: () => T): T => make(),
  hasWords: (path: string) => words[path.slice(`${edition.contentDir}/disclosure/`.length)],
});

test('the list has the classes in the order of the centre, the newest first, none that is empty', () => {
  expect(classParts(edition).map(({ name, items }) => [name, items.map(({ index }) => index)])).toEqual([
    ['法规公文', ['SL-2026-00001', 'SL-2020-00001']],
    ['规划计划', ['SL-2026-00002']],
    ['其他', ['SL-2026-00004', 'SL-2026-00003']],
  ]);
});

test('a scan is no full text, what is given on request is not counted, and a file not looked through leaves no rate', () => {
  const rateOf = (words: Readonly<Record<string, boolean>>) => disclosurePage(withWords(words)).fullText;
  expect(rateOf({ 'plans/scan/扫描.png': false })).toEqual({
    total: 4,
    withText: 3,
    unknown: 0,
    rate: '75%',
  });
  expect(rateOf({ 'plans/scan/扫描.png': true })).toEqual({
    total: 4,
    withText: 4,
    unknown: 0,
    rate: '100%',
  });
  expect(rateOf({})).toEqual({ total: 4, withText: 3, unknown: 1 });
});

test('reports stand under their year, and an item that has ended says so', () => {
  const { reports, newest } = disclosurePage(edition);
  expect(reports.map(({ year, href }) => [year, href])).toEqual([[2025, '/disclosure/report/']]);
  expect(newest.at(-1)).toMatchObject({ title: '旧办法（虚构）', ended: '废止', validity: '废止' });
  expect(newest[0]).toMatchObject({ onRequest: '依申请公开', ended: undefined });
});

test('the page of an item has its index, its text with links to its files, and the tags of government sites', () => {
  const page = itemPage(edition, 'new');
  expect(page.facts.map(({ label, text }) => `${label} ${text}`)).toEqual([
    '索引号 SL-2026-00001',
    '分类 法规公文',
    '发布机构 示例市公共资源交易中心',
    '成文日期 2026年2月26日',
    '发布日期 2026年3月2日',
    '有效性 有效',
    '公开方式 主动公开',
  ]);
  expect(page.html).toContain('href="/disclosure/new/attachment-1.txt"');
  expect(page.crumbs.map(({ label, href }) => [label, href])).toEqual([
    ['首页', '/'],
    ['政府信息公开', '/disclosure/'],
    ['法规公文', '/disclosure/catalogue/#regulations'],
  ]);
  expect(Object.fromEntries(itemMeta(page).map(({ name, content }) => [name, content]))).toMatchObject({
    ArticleTitle: '关于做好档案工作的通知（虚构）',
    PubDate: '2026-03-02',
    Url: 'https://www.example.gov.cn/disclosure/new/',
  });
  expect(itemStructuredData(edition, page)[0]).toMatchObject({ identifier: 'SL-2026-00001' });
});

test('an item that has ended says since when', () => {
  expect(itemPage(edition, 'old').endedWords).toBe('这条信息从2026年3月1日起废止，只供查阅，不能再作依据。');
  expect(itemPage(edition, 'new').endedWords).toBeUndefined();
});

test('an item without text says where it is, or how to get it', () => {
  expect(itemPage(withWords({ 'plans/scan/扫描.png': false }), 'scan').withoutText).toContain('只有扫描件');
  expect(itemPage(edition, 'scan').withoutText).toBe('全文在附件里。');
  expect(itemPage(edition, 'list-only').withoutText).toContain('按“依申请公开”的说明提出申请');
  expect(itemPage(edition, 'new').withoutText).toBeUndefined();
});

test('the catalogue can be had as a table and as data, beside the attachments with their digests', async () => {
  const files = new Map([...filesOfUnits(withWords({}))].map((file) => [file.path, file]));
  expect([...files.keys()].filter((path) => path.startsWith('disclosure/'))).toEqual([
    'disclosure/catalogue.json',
    'disclosure/catalogue.csv',
    'disclosure/catalogue.csv-metadata.json',
    'disclosure/new/SHA256SUMS',
    'disclosure/new/attachment-1.txt',
    'disclosure/scan/SHA256SUMS',
    'disclosure/scan/attachment-1.png',
  ]);
  const textOf = (path: string): Promise<string> =>
    Promise.resolve((files.get(path) as { text: string }).text);
  const rows = parse(await textOf('disclosure/catalogue.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows.map((row) => `${row['索引号']!} ${row['有效性']!} ${row['全文']!}`)).toEqual([
    'SL-2026-00001 有效 有',
    'SL-2020-00001 废止 有',
    'SL-2026-00002 有效 无法判断',
    'SL-2026-00004 有效 没有',
    'SL-2026-00003 有效 有',
  ]);
  const { items } = JSON.parse(await textOf('disclosure/catalogue.json')) as { items: object[] };
  expect(items[1]).toMatchObject({
    id: 'old',
    class: { id: 'regulations', name: '法规公文' },
    validity: 'repealed',
    endedOn: '2026-03-01',
    hasFullText: true,
    text: '示例正文。',
  });
});

test('only a centre that has a catalogue names it in its footer and its site map', () => {
  const without = editionFrom(base);
  const isNamed = (hasDisclosure: boolean): boolean =>
    servicesOf(hasDisclosure).some(({ links }) => links.some(({ path }) => path === 'disclosure/'));
  expect([without, edition].map((one) => isNamed(siteFrame(one).hasDisclosure))).toEqual([false, true]);
  const listed = [without, edition].map((one) =>
    sitemapPart(one, 'pages')
      .map(({ url }) => url)
      .filter((url) => url.includes('/disclosure/')),
  );
  expect(listed.map(({ length }) => length)).toEqual([0, 7]);
  expect([...filesOfUnits(without)].some(({ path }) => path.startsWith('disclosure/'))).toBe(false);
});
