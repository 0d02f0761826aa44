import { describe, expect, test } from 'vitest';
import { later, move, tenderAnd, tenderFile } from '../core/agenda/announcements.ts';
import type { Edition } from '../../src/core/edition.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { textFileOf } from '../../src/core/search/manifest.ts';
import { searchExamples } from '../../src/site/search-examples.ts';
import { searchPage } from '../../src/site/search-page.ts';
import { textFiles, textsOf } from '../../src/site/search-texts.ts';
import { catalogues, searchRecords } from './search-data.ts';
import { searchManifest } from '../../src/site/search-manifest.ts';

const NOW = '2026-11-22T09:00+08:00';

/** So many notices, from the first day of a year on. */
const notices = (year: number, count: number): Tree =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `announcements/general/${year}/notice-${year}-${number + 1}.md`,
      `---
标题: ${year}年第${number + 1}号通知
类别: 通知公告
类型: 通知
发布时间: ${year}-01-${String(number + 1).padStart(2, '0')} 09:00
发布单位: 佛山市公共资源交易中心高明分中心
---

第${number + 1}号通知的正文。
`,
    ]),
  );

const editionOf = (...trees: readonly Tree[]) => editionFrom(tenderAnd(...trees), NOW);

describe('检索读到的文字', () => {
  const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
  const sectionsOf = (id: string, ...trees: readonly Tree[]): readonly string[] =>
    searchRecords(editionOf(...trees)).find((record) => record.id === id)!.sections;

  test('是网页上看得到的：标题、更正前后、关键信息、大写金额、列表、正文、来源', () => {
    expect(sectionsOf('tender', extension)).toEqual(
      expect.arrayContaining([
        '沿江路市政道路改造工程施工招标公告',
        '投标截止 2026年3月25日（星期三）09:30 2026年4月2日（星期四）09:30',
        '投标截止 2026年4月2日（星期四）09:30',
        '2026年3月25日（星期三）09:30',
        '预算金额 358.6万元（大写：叁佰伍拾捌万陆仟元整）',
        '编号 名称',
        '01 道路工程',
        '建设工程 · 招标公告',
        '发布 2026年3月2日（星期一）09:00',
        '来源 佛山市公共资源交易中心高明分中心',
      ]),
    );
    expect(sectionsOf('tender').join('\n')).toContain('本项目已批准建设，现公开招标。');
  });

  test('更正公告的，有它更正的那一份的标题和改了什么', () => {
    expect(sectionsOf('c1', extension).slice(0, 3)).toEqual([
      '沿江路市政道路改造工程更正公告',
      '沿江路市政道路改造工程施工招标公告',
      '投标截止 2026年3月25日（星期三）09:30 2026年4月2日（星期四）09:30',
    ]);
  });

  test('没有内容的那一节不在', () => {
    for (const { sections } of searchRecords(editionOf(extension)))
      expect(sections.filter((section) => section.trim() === '')).toEqual([]);
  });
});

/** The texts of each file by its name. */
const textsIn = (edition: Edition) =>
  new Map(textFiles(edition).map(({ name, ids }) => [name, textsOf(edition, ids)]));

test('一份公告的摘录，在网页去取的那个文件里', () => {
  const edition = editionOf(notices(2026, 9), notices(2025, 5));
  const manifest = searchManifest(edition);
  const files = textsIn(edition);
  for (const { catalogue } of catalogues(edition)) {
    for (const [row, id] of catalogue.id.entries()) {
      const name = /texts\/([\w-]+)\.json\?/u.exec(textFileOf(manifest, catalogue, row))![1]!;
      expect(Object.keys(files.get(name)!), name).toContain(id);
    }
  }
  expect([...files.keys()]).toEqual(['2025-1', '2025-2', '2026-1', '2026-2', '2026-3']);
});

test('多一份公告，只有它那一年最后一个摘录文件不同，别的年份一个字也不变', () => {
  const before = textsIn(editionOf(notices(2026, 8), notices(2025, 4)));
  const after = textsIn(editionOf(notices(2026, 8), notices(2025, 4), tenderLater));
  expect(
    [...before].filter(([name, texts]) => JSON.stringify(after.get(name)) !== JSON.stringify(texts)).length,
  ).toBe(1);
});

const tenderLater: Tree = {
  'announcements/construction/2026/later.md': String(Object.values(tenderFile())[0])
    .replace('GM-JS-2026-001', 'GM-JS-2026-002')
    .replace('发布时间: 2026-03-02', '发布时间: 2026-11-02')
    .replaceAll('2026-03-25', '2026-12-25')
    .replace('文件获取开始: 2026-03-02', '文件获取开始: 2026-11-02')
    .replace('文件获取结束: 2026-03-09', '文件获取结束: 2026-11-09'),
};

describe('网页查找之前要知道的', () => {
  test('每年一份目录，新的在前，写明那一年最后一个截止', () => {
    const manifest = searchManifest(editionOf(notices(2025, 2), tenderLater));
    expect(manifest.years.map(({ year, lastDeadline }) => [year, lastDeadline])).toEqual([
      ['2026', '2026-12-25T09:30'],
      ['2025', ''],
    ]);
    expect(manifest.years[0]!.catalogue).toMatch(/^data\/catalogue-2026\.[0-9a-f]{8}\.json$/u);
    expect(manifest.base).toBe('/');
  });

  test('内容不变，名字就不变；哪一年变了，哪一年的名字变', () => {
    const namesOf = (...trees: readonly Tree[]): readonly string[] =>
      catalogues(editionOf(...trees)).map(({ name }) => name);
    const [now, last] = namesOf(notices(2025, 2));
    expect(namesOf(notices(2025, 2))).toEqual([now, last]);
    expect(namesOf(notices(2025, 2), tenderLater)[1]).toBe(last);
    expect(namesOf(notices(2025, 2), tenderLater)[0]).not.toBe(now);
  });
});

describe('检索页的表单', () => {
  test('只列有公告的类型和地区，地区按设置的次序', () => {
    const page = searchPage(editionOf(notices(2025, 1)));
    expect(page.types).toEqual([
      { step: '招标、采购、出让', choices: [{ value: 'tender-notice', term: '招标公告' }] },
      { step: '通知', choices: [{ value: 'notice', term: '通知' }] },
    ]);
    expect(page.regions).toEqual([{ value: '荷城街道', term: '荷城街道' }]);
    expect(page.categories).toHaveLength(5);
  });

  test('设置里没有的地区排在后面', () => {
    const elsewhere = String(tenderLater['announcements/construction/2026/later.md']).replace(
      '荷城街道',
      '明城镇',
    );
    const settings = String(tenderAnd()['site.yaml']).replace(
      '  - 荷城街道\n  - 杨和镇',
      '  - 杨和镇\n  - 荷城街道',
    );
    const page = searchPage(
      editionOf({ 'announcements/construction/2026/later.md': elsewhere, 'site.yaml': settings }),
    );
    expect(page.regions.map(({ value }) => value)).toEqual(['荷城街道', '明城镇']);
  });

  test('没有 JavaScript 的，近两个有公告的年份按月份，更早的按年', () => {
    const { months } = searchPage(editionOf(notices(2025, 2), notices(2018, 2)));
    expect(months.find(({ category }) => category === 'general')!.years).toEqual([
      { year: '2025', months: ['01'] },
      { year: '2018', months: ['01'] },
    ]);
    const three = searchPage(editionOf(notices(2026, 1), notices(2025, 2), notices(2018, 2))).months;
    expect(three.find(({ category }) => category === 'general')!.years.at(-1)).toEqual({
      year: '2018',
      months: [],
    });
  });
});

describe('检索的例子', () => {
  test('查不到的不举，查得到的写明几条', () => {
    const award = later(
      'award',
      '中标结果公告',
      '2026-04-10 09:00',
      '中标人: 佛山示例建设有限公司\n中标价: 350万元',
    );
    const examples = searchExamples(editionOf(award, tenderLater));
    expect(examples.map(({ text, count }) => `${text} ${count}`)).toEqual([
      '既有“道路”又有“施工” 2',
      '项目 GM-JS-2026-001 的全部公告 2',
      '高明区示例街道建设办公室发布的公告 3',
      '荷城街道的招标公告 2',
      '2026年12月截止的项目 1',
    ]);
    expect(examples.every(({ href }) => href.startsWith('/search/?') && href.includes('scope=all'))).toBe(
      true,
    );
  });

  test('一份公告也没有，就没有例子', () => {
    const none = { ...notices(2026, 1) };
    expect(
      searchExamples(editionFrom({ 'site.yaml': tenderAnd()['site.yaml']!, ...none }, NOW)).map(
        ({ text }) => text,
      ),
    ).toEqual(['佛山市公共资源交易中心高明分中心发布的公告']);
  });
});
