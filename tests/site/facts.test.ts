import { describe, expect, test } from 'vitest';
import { move, tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { factLines, factTables } from '../../src/site/facts.ts';

const file = 'announcements/construction/2026/tender.md';
const contact = '联系人: 罗工（示例）\n联系电话: 0757-00000031转8\n监督部门: 高明区示例住建局\n';
const tender: Tree = {
  [file]: String(tenderAnd()[file]).replace('资格要求', `${contact}投标保证金: 5万元\n资格要求`),
};

function factsWith(...trees: readonly Tree[]) {
  const edition = editionFrom(tenderAnd(tender, ...trees));
  const { announcement, changes } = edition.effective('tender');
  return factLines(edition, announcement, changes);
}

const factOf = (label: string, ...trees: readonly Tree[]) =>
  factsWith(...trees).find((line) => line.label === label);

test('先写项目和单位，再写金额和时间，最后写找谁', () => {
  expect(factsWith().map(({ label }) => label)).toEqual([
    '项目编号',
    '类型',
    '地区',
    '招标人',
    '预算金额',
    '文件获取开始',
    '文件获取结束',
    '投标截止',
    '开标时间',
    '开标地点',
    '投标保证金',
    '资格要求',
    '接受联合体',
    '监督部门',
    '联系人',
    '联系电话',
  ]);
});

test('金额另写大写', () => {
  expect(factOf('预算金额')).toEqual({
    part: 'money',
    label: '预算金额',
    text: '358.6万元',
    sum: { figure: '358.6', unit: '万元' },
    capital: '叁佰伍拾捌万陆仟元整',
  });
});

test('项目编号走到项目页，可以复制；电话可以拨打，分机不拨', () => {
  expect(factOf('项目编号')).toEqual({
    part: 'rest',
    label: '项目编号',
    text: 'GM-JS-2026-001',
    href: '/projects/gm-js-2026-001/',
    isCopied: true,
  });
  expect(factOf('联系电话')).toEqual({
    part: 'people',
    label: '联系电话',
    text: '0757-00000031转8',
    href: 'tel:0757-00000031',
  });
});

test('更正过的写明第一次写的是什么、最近是第几次更正改的', () => {
  const first = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30');
  const other = move('c2', '2026-03-11 09:00', '预算金额', '358.6万元', '360万元');
  const second = move('c3', '2026-03-12 09:00', '投标截止', '2026-03-30 09:30', '2026-04-02 09:30');
  expect(factOf('投标截止', first, other, second)).toEqual({
    part: 'time',
    label: '投标截止',
    text: '2026年4月2日（星期四）09:30',
    was: '2026年3月25日（星期三）09:30',
    changedBy: '/announcements/c3/',
    changedIn: 3,
  });
  expect(factOf('预算金额', first, other, second)).toMatchObject({
    capital: '叁佰陆拾万元整',
    was: '358.6万元',
    changedIn: 2,
  });
});

test('逐个列出的写成表，没有一行用到的列不列', () => {
  const { announcement } = editionFrom(tenderAnd(tender)).effective('tender');
  expect(factTables(announcement)).toEqual([
    {
      label: '标段',
      codes: ['01', '02'],
      head: ['编号', '名称'],
      rows: [
        ['01', '道路工程'],
        ['02', '照明工程'],
      ],
    },
  ]);
});

test('表里有的行没有写的，那一格空着', () => {
  const lots = {
    [file]: String(tender[file]).replace('名称: 道路工程', '名称: 道路工程\n    预算金额: 300万元'),
  };
  const { announcement } = editionFrom(tenderAnd(lots)).effective('tender');
  expect(factTables(announcement)[0]).toEqual({
    label: '标段',
    codes: ['01', '02'],
    head: ['编号', '名称', '预算金额'],
    rows: [
      ['01', '道路工程', '300万元'],
      ['02', '照明工程', ''],
    ],
  });
});

describe('地块很多栏的表', () => {
  const parcel = (code: string, more = '') =>
    `  - 编号: ${code}\n    位置: 示例大道以东、示例路以北\n    面积: 32917.91平方米(合49.38亩)\n    用途: 工业用地\n    年限: 50年\n    容积率: ≤1.5\n${more}    起始价: 2,446,475.04元\n    保证金: 502.1万元（可提交银行保函）\n`;
  const land = (more?: string): Tree => ({
    'announcements/land/2026/land.md': `---\n标题: 三宗地块挂牌出让公告\n类别: 土地\n类型: 国有建设用地使用权出让公告\n发布时间: 2026-03-02 09:00\n地区: 荷城街道\n项目编号: GM-TD-2026-01\n出让人: 示例局\n出让方式: 挂牌\n报名截止: 2026-03-30 17:00\n挂牌开始: 2026-03-25 09:00\n挂牌截止: 2026-04-07 10:00\n地块:\n${parcel('GM-2026-31', more)}${parcel('GM-2026-32', more)}---\n\n现予公布。\n`,
  });
  const tableOf = (tree: Tree) =>
    factTables(editionFrom(tenderAnd(tree)).effective('land').announcement).find(
      ({ label }) => label === '地块',
    )!;

  test('先写编号、面积、起始价、保证金，手机上不移动就看得到', () => {
    const { head, rows } = tableOf(land());
    expect(head.slice(0, 5)).toEqual(['编号', '面积', '起始价', '保证金', '位置']);
    expect(rows[0]!.slice(0, 3)).toEqual(['GM-2026-31', '32,917.91平方米（合49.38亩）', '2,446,475.04元']);
  });
});

test('开标地点和时间在一起，单位和电话在一起，其余的另列', () => {
  const labelsOf = (wanted: string) =>
    factsWith().flatMap(({ part, label }) => (part === wanted ? [label] : []));
  expect(labelsOf('time')).toEqual(['文件获取开始', '文件获取结束', '投标截止', '开标时间', '开标地点']);
  expect(labelsOf('money')).toEqual(['预算金额', '投标保证金']);
  expect(labelsOf('people')).toEqual(['招标人', '监督部门', '联系人', '联系电话']);
  expect(labelsOf('rest')).toEqual(['项目编号', '类型', '地区', '资格要求', '接受联合体']);
});
