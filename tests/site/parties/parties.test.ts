import { parse } from 'csv-parse/sync';
import { parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { partyIdOf } from '../../../src/core/party/name.ts';
import type { KnownParty } from '../../../src/core/party/parties.ts';
import type { Edition } from '../../../src/core/edition.ts';
import { filesOfUnits } from '../unit-files.ts';
import { directoryPage, partyNames } from '../../../src/site/parties/directory.ts';
import { partyFeed } from '../../../src/site/parties/feed.ts';
import { linkNames, PARTIES, partyWith } from '../../../src/site/parties/known.ts';
import { partyPage } from '../../../src/site/parties/page.ts';
import { partyTable } from '../../../src/site/parties/table.ts';
import { later, tenderAnd, termination, withdrawn } from '../../core/agenda/announcements.ts';
import type { Tree } from '../../core/fixtures.ts';
import { editionFrom, sampleEdition } from '../edition.ts';

const buyer = '高明区示例街道建设办公室';
const firm = '广东示例甲有限公司';
const other = '佛山示例乙有限公司';

const candidates = (name: string): Tree =>
  later(
    'candidates',
    '中标候选人公示',
    '2026-03-26 09:00',
    `公示开始: 2026-03-27\n公示结束: 2026-03-31\n异议渠道: 书面提出\n中标候选人:\n  - 排名: 1\n    名称: ${name}\n    报价: 340万元\n  - 排名: 2\n    名称: ${other}`,
  );
const award = (winner: string, price = '341.2万元'): Tree =>
  later('award', '中标结果公告', '2026-04-02 09:00', `中标人: ${winner}\n中标价: ${price}`);

const editionWith = (...trees: readonly Tree[]): Edition =>
  editionFrom(tenderAnd(...trees), '2026-05-01T09:00+08:00');

const partyIn = (edition: Edition, name: string): KnownParty | undefined =>
  knownParties(edition).find(({ id }) => id === partyIdOf(name));

const knownParties = (edition: Edition): readonly KnownParty[] =>
  edition.reductions(PARTIES).map(({ id }) => partyWith(edition, id));

test('单位的网页先说它有多少公告、中标多少次，再列出项目和金额', () => {
  const edition = editionWith(candidates(firm), award(firm));
  const page = partyPage(edition, partyIn(edition, firm)!);
  expect(page.summary).toBe(
    `2026年3月26日至2026年4月2日，本站有 2 份公告写到${firm}：中标、成交 1 次，参加 1 个项目。`,
  );
  expect(page.sums.map(({ id, lines }) => [id, ...lines])).toEqual([
    ['won-sums', { label: '建设工程', text: '1 次，合计 341.2万元' }],
  ]);
  expect(page.deeds.map(({ id, shown }) => [id, ...shown.flatMap(({ facts }) => facts)])).toEqual([
    ['won', '中标结果公告', '中标人', '金额 341.2万元'],
    ['bid', '中标候选人（第 1 名）', '报价 340万元', '中标价 341.2万元'],
  ]);
  expect(page.deeds[0]!.shown[0]!.others).toEqual([
    { label: '招标人', pieces: [{ text: buyer, href: `/parties/${partyIdOf(buyer)}/` }] },
  ]);
});

test('招标人的网页有它的项目，结果出来了就写由谁中标、多少钱', () => {
  const before = editionWith();
  const [called] = partyPage(before, partyIn(before, buyer)!).deeds;
  expect(called!.shown[0]!.facts).toEqual(['最新公告 招标公告']);
  const after = editionWith(candidates(firm), award(firm));
  const page = partyPage(after, partyIn(after, buyer)!);
  expect(page.deeds[0]).toMatchObject({ title: '发起项目', count: 1 });
  expect(page.deeds[0]!.shown[0]).toMatchObject({
    facts: ['中标价 341.2万元'],
    others: [{ label: '中标人', pieces: [{ text: firm }] }],
  });
  expect(page.sums.map(({ id, lines }) => [id, ...lines])).toEqual([
    ['results', { label: '建设工程', text: '1 次，合计 341.2万元' }],
  ]);
});

test('联合体的金额不算到一家头上，费率不相加', () => {
  const textOf = (edition: Edition) => partyPage(edition, partyIn(edition, firm)!).sums[0]!.lines[0]!.text;
  const joint = `${firm}、${other}（联合体）`;
  const edition = editionWith(candidates(joint), award(joint));
  expect(textOf(edition)).toBe('1 次；联合体 1 次，几家共 341.2万元，没有计入');
  const rated = editionWith(candidates(firm), award(firm, '下浮率5.2%'));
  expect(textOf(rated)).toBe('1 次；1 次没有确定的总数，没有计入');
});

test('结果公布以后项目终止的，不算进合计，列表里写明已终止', () => {
  const stop = Object.fromEntries(
    Object.entries(termination).map(([file, text]) => [
      file,
      String(text).replace('2026-03-20', '2026-04-10').replace('关联公告: tender', '关联公告: award'),
    ]),
  );
  const edition = editionWith(candidates(firm), award(firm), stop);
  const page = partyPage(edition, partyIn(edition, firm)!);
  expect(page.sums).toEqual([]);
  expect(page.deeds[0]!.shown[0]!.row.happening?.kind).toBe('terminated');
});

test('撤下的公告不在单位的网页上，订阅里说明已经撤下', async () => {
  const edition = editionWith(candidates(firm), withdrawn(award(firm), '2026-04-03 09:00'));
  expect(partyIn(edition, firm)).toBeUndefined();
  const party = partyIn(edition, buyer)!;
  expect(party.involvements.map(({ by }) => by)).toEqual(['candidates', 'tender']);
  const rss = parseRssFeed(await partyFeed(edition, party));
  expect(rss.title).toContain(buyer);
  expect(rss.link).toBe(`https://www.example.gov.cn/parties/${party.id}/`);
  expect(rss.items!.map(({ title }) => title!.slice(0, 5))).toEqual([
    '【已撤下】',
    '沿江路市政',
    '沿江路市政',
  ]);
});

test('公告表每份公告、每个身份一行，只有确定的总数才在金额一栏', () => {
  const edition = editionWith(candidates(firm), award(firm, '下浮率5.2%'));
  const table = partyTable(edition, partyIn(edition, firm)!);
  const lines = parse<Record<string, string>>(table, { bom: true, columns: true });
  expect(lines).toMatchObject([
    {
      公告标识: 'award',
      身份: '中标人',
      '金额（元）': '',
      '单价、费率或者不确定的金额': '下浮率5.2%',
      项目编号: 'GM-JS-2026-001',
    },
    { 公告标识: 'candidates', 身份: '中标候选人', 排名: '1', '金额（元）': '3400000.00' },
  ]);
});

test('四份以上公告的单位才有公告表；不到的，网页上都有了', () => {
  const more = (count: number): readonly Tree[] =>
    Array.from({ length: count }, (_, index) =>
      later(`q${index}`, '澄清公告', `2026-03-0${index + 3} 09:00`, '影响投标文件编制: 否'),
    );
  const pathsOf = (edition: Edition) => [...filesOfUnits(edition)].map(({ path }) => path);
  const path = `parties/${partyIdOf(buyer)}/announcements.csv`;
  const [few, many] = [editionWith(...more(2)), editionWith(...more(3))];
  expect(pathsOf(few)).not.toContain(path);
  expect(partyPage(few, partyIn(few, buyer)!).csv).toBeUndefined();
  expect(pathsOf(many)).toContain(path);
  expect(partyPage(many, partyIn(many, buyer)!).csv).toBe(`/${path}`);
});

test('名称里有代码、路径，或者很长，也只是文字；像公式的在表里加撇号', () => {
  const names = [
    `<script>alert(1)</script>${firm}`,
    `../../${firm}`,
    `=HYPERLINK("x")${firm}`,
    `${'示例'.repeat(95)}${firm}`,
  ];
  for (const name of names) {
    const edition = editionWith(candidates(name), award(name));
    const pieces = linkNames(edition, name);
    expect(pieces.map(({ text }) => text).join('')).toBe(name);
    expect(pieces.some(({ href }) => /^\/parties\/[0-9a-f]{10}\/$/u.test(href ?? ''))).toBe(true);
    for (const party of knownParties(edition)) {
      expect(partyPage(edition, party).path).toMatch(/^parties\/[0-9a-f]{10}\/$/u);
      expect(partyTable(edition, party)).not.toMatch(/(?:^|,)"?[=@]/mu);
    }
  }
});

test('个人中标没有网页，也没有链接', () => {
  const edition = editionWith(candidates('梁某（示例）'), award('梁某（示例）'));
  expect(partyIn(edition, '梁某（示例）')).toBeUndefined();
  expect(linkNames(edition, '梁某（示例）')).toEqual([{ text: '梁某（示例）' }]);
});

test('联合体里有网页的成员各有链接，别的字照旧', () => {
  const joint = `（主）${firm}；（成）佛山示例丙有限公司`;
  const edition = editionWith(candidates(firm), award(joint));
  expect(linkNames(edition, joint)).toEqual([
    { text: '（主）' },
    { text: firm, href: `/parties/${partyIdOf(firm)}/` },
    { text: '；（成）佛山示例丙有限公司' },
  ]);
});

test('联系电话只写办公电话，个人手机号不搬到单位的网页上', () => {
  const phoned = (phone: string) => {
    const edition = editionWith(
      later(
        'c',
        '澄清公告',
        '2026-03-05 09:00',
        `影响投标文件编制: 否\n联系人: 陈工（示例）\n联系电话: ${phone}`,
      ),
    );
    return partyPage(edition, partyIn(edition, buyer)!).contacts.map(({ text }) => text);
  };
  expect(phoned('0757-00000012')).toContain('0757-00000012');
  expect(phoned('0757-00000012、13800000000').join()).not.toContain('13800000000');
});

test('单位总表按拼音字母排，名单里有拼音首字母，多音字两种都有', () => {
  const edition = sampleEdition();
  const { count, letters, isWhole } = directoryPage(edition);
  expect(isWhole).toBe(true);
  expect(letters.reduce((sum, { parties }) => sum + parties.length, 0)).toBe(count);
  const { ids, names, initials } = partyNames(edition);
  const at = names.indexOf('高明区示例自然资源局');
  expect([ids[at], initials[at]]).toEqual([partyIdOf('高明区示例自然资源局'), 'gmqslzrzyj gmoslzrzyj']);
});
