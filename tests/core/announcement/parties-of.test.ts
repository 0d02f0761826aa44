import { expect, test } from 'vitest';
import { isWinner, partiesOf, unitsOf } from '../../../src/core/announcement/parties-of.ts';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { columns } from '../../../src/core/open-data/columns.ts';
import type { TableCell } from '../../../src/core/table.ts';
import { toData } from '../../../src/core/open-data.ts';

const announcement = (type: string, fields: object) =>
  ({ category: 'construction', type, title: '公告', publishedAt: '', ...fields }) as unknown as Announcement;

const consortium = '牵头人：示例甲有限公司 成员：示例乙有限公司';

test('候选人、中标人、投标人都是参加的单位，联合体的成员各算一个', () => {
  const one = announcement('award-notice', {
    buyer: '示例中心',
    winner: consortium,
    lotResults: [{ lotCode: '01', winner: '示例丙有限公司' }],
  });
  expect(unitsOf(partiesOf(one))).toEqual(['示例甲有限公司', '示例乙有限公司', '示例丙有限公司']);
  const candidates = [{ rank: 1, name: '示例甲有限公司（联合体牵头人）、示例丁有限公司' }];
  expect(unitsOf(partiesOf(announcement('candidate-notice', { candidates })))).toEqual([
    '示例甲有限公司',
    '示例丁有限公司',
  ]);
  expect(partiesOf(announcement('candidate-notice', { candidates }), isWinner)).toEqual([]);
  const spelt = ['示例（佛山）有限公司', '示例己有限公司', '示例(佛山)有限公司'].map((name) => ({ name }));
  expect(unitsOf(partiesOf(announcement('candidate-notice', { candidates: spelt })))).toEqual([
    '示例（佛山）有限公司',
    '示例己有限公司',
  ]);
});

test('数据里联合体的名称照旧，旁边有成员和牵头人；一个单位的没有这两项', () => {
  expect(toData(announcement('award-notice', { winner: consortium }))).toMatchObject({
    winner: consortium,
    winnerMembers: ['示例甲有限公司', '示例乙有限公司'],
    winnerLeader: '示例甲有限公司',
  });
  expect(toData(announcement('contract-notice', { contractor: '甲公司、乙公司（联合体）' }))).toMatchObject({
    contractorMembers: ['甲公司', '乙公司'],
    contractorLeader: null,
  });
  expect(toData(announcement('award-notice', { winner: '示例甲有限公司' }))).not.toHaveProperty(
    'winnerMembers',
  );
});

test('表格里每一个中标的单位各有自己的名字', () => {
  const cell = (heading: string, one: Announcement): TableCell =>
    columns
      .find((column) => column.heading === heading)!
      .valueIn({
        row: {},
        announcement: one,
      } as unknown as Parameters<(typeof columns)[number]['valueIn']>[0]);
  const one = announcement('award-notice', { winner: consortium });
  expect(cell('中标（成交）单位', one)).toBe('示例甲有限公司；示例乙有限公司');
  expect(cell('联合体牵头人', one)).toBe('示例甲有限公司');
});
