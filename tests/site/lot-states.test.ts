import { describe, expect, test } from 'vitest';
import { pageOf } from './announcement-page.ts';
import { later, tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';

const failed = later('failed', '流标公告', '2026-03-26 09:00', '适用标段:\n  - "02"\n原因: 投标人少于三个');
const award = later(
  'award',
  '中标结果公告',
  '2026-04-10 09:00',
  '标段结果:\n  - 标段: "01"\n    结果: 成交\n    中标人: 甲公司（示例）\n    中标价: 118万元',
);
const folder = 'announcements/construction/2026';
const retender: Tree = {
  [`${folder}/again.md`]: String(tenderAnd()[`${folder}/tender.md`]).replace(
    /发布时间: .*/u,
    '发布时间: 2026-04-20 09:00\n重新招标: 是\n关联公告: failed',
  ),
};

describe('招标公告的标段表', () => {
  const states = (...trees: readonly Tree[]) => {
    const table = pageOf('tender', trees).tables.find(({ label }) => label === '标段')!;
    const at = table.head.indexOf('现在');
    return at < 0
      ? undefined
      : table.rows.map((row) => row[at]!.links!.map(({ text, href }) => `${text} ${href}`));
  };

  test('还没有动静，就没有“现在”这一栏', () => {
    expect(states()).toBeUndefined();
  });

  test('每个标段说出到了哪一步，连到说它的那一份公告', () => {
    expect(states(failed, award)).toEqual([
      ['中标人 甲公司（示例），中标价 118万元 /announcements/award/'],
      ['流标 /announcements/failed/'],
    ]);
  });

  test('流标以后重新招标的，连到新的公告', () => {
    expect(states(failed, retender)).toEqual([
      [],
      ['流标 /announcements/failed/', '已重新招标 /announcements/again/'],
    ]);
  });
});

test('一个标段流标，招标公告上有一个方框；重新招标的互相连上', () => {
  const boxes = (id: string, ...trees: readonly Tree[]) =>
    pageOf(id, trees).boxes.map(({ kind, text, href }) => [kind, text, href]);
  expect(boxes('tender', failed, retender)).toEqual([
    ['failed', '标段 02 已经流标，原因：投标人少于三个。', '/announcements/failed/'],
    ['retendered', '标段 02 已经重新招标。', '/announcements/again/'],
  ]);
  expect(boxes('again', failed, retender)).toEqual([
    ['anew', '这是重新招标：前一次流标，原因：投标人少于三个。前一次的公告：', '/announcements/tender/'],
  ]);
});

test('结果被投诉处理决定改变的，招标公告和结果公告都先说', () => {
  const decision = later(
    'decision',
    '投诉处理决定',
    '2026-05-06 09:00',
    '决定日期: 2026-05-05\n处理结果: 投诉成立，中标结果无效，责令重新评标\n监督部门: 高明区示例交通运输局',
  );
  const about: Tree = Object.fromEntries(
    Object.entries(decision).map(([name, text]) => [
      name,
      String(text).replace('关联公告: tender', '关联公告: award'),
    ]),
  );
  const whole = later('award', '中标结果公告', '2026-04-10 09:00', '中标人: 甲公司（示例）\n中标价: 350万元');
  for (const id of ['tender', 'award'])
    expect(pageOf(id, [whole, about]).boxes.map(({ kind, text }) => [kind, text])).toEqual([
      ['overturned', '结果已被投诉处理决定改变：投诉成立，中标结果无效，责令重新评标。'],
    ]);
});
