import { expect, test } from 'vitest';
import { labelOf, roomIn } from '../../src/core/rooms.ts';
import { base, checkTree } from './fixtures.ts';

const ROOMS = [
  { id: 'kb303', name: '303 开标室' },
  { id: 'kb1', name: '开标一室' },
  { id: 'kb11', name: '开标十一室' },
];

const HOUSE = { centreName: '佛山市公共资源交易中心高明分中心', rooms: ROOMS };

test.each([
  ['示例交易中心 303 开标室', { label: '303', id: 'kb303' }],
  ['示例市公共资源交易中心高明分中心303开标室', { label: '303', id: 'kb303' }],
  ['示例中心开标一室', { label: '开标一室', id: 'kb1' }],
  ['示例中心 206 谈判室', { label: '206' }],
  ['示例中心 204 评审室', { label: '204' }],
  ['示例中心 2 号厅', { label: '2号厅' }],
  ['示例中心 2 号竞价室', { label: '2号竞价室' }],
  ['示例镇政府办公室', undefined],
  ['示例路 1201 号三楼 A305 会议室', undefined],
  ['301 开标室（同时网上直播）', { label: '301' }],
  ['示例交易中心网上开标大厅', { label: '网上' }],
  ['示例中心二楼开标室', { label: '二楼开标室' }],
  ['301 开标室和 302 开标室', undefined],
  ['佛山市公共资源交易中心高明分中心三楼 303 开标室', { label: '303', id: 'kb303' }],
  ['高明分中心 303 开标室', { label: '303', id: 'kb303' }],
  ['本中心三楼 303 开标室（东侧）', { label: '303', id: 'kb303' }],
  ['303 开标室', { label: '303', id: 'kb303' }],
  ['佛山市南海区公共资源交易中心 303 开标室', undefined],
  ['某大酒店 303 开标室', undefined],
  ['示例大厦十三楼 1303 开标室', undefined],
  ['某大酒店三楼会议室（示例路 100 号）', undefined],
  ['示例交易平台“资产租赁”栏目', undefined],
  ['示例镇政府大楼', undefined],
])('the room in “%s”', (place, room) => {
  expect(roomIn(place, HOUSE)).toEqual(room);
});

test.each([
  ['303 开标室', '303'],
  ['A305 会议室', 'A305'],
  ['开标一室', '开标一室'],
])('a board calls %s %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});

test('two rooms with one id or one name are refused, at the second of them', () => {
  const rooms = ['kb303', '303 开标室', 'kb303', '305 开标室', 'kb301', '303开标室'];
  const text = rooms
    .map((word, index) => (index % 2 === 0 ? `  - 标识: ${word}` : `    名称: ${word}`))
    .join('\n');
  const { findings } = checkTree({ ...base, 'site.yaml': `${String(base['site.yaml'])}场所:\n${text}\n` });
  const line = String(base['site.yaml']).trimEnd().split('\n').length + 1;
  expect(findings).toMatchObject([
    { code: 'S101', file: 'site.yaml', line: line + 3, message: '标识“kb303”已经是“303 开标室”的' },
    {
      code: 'S101',
      file: 'site.yaml',
      line: line + 6,
      message: '“303开标室”写了两遍，公告的地点不知道是哪一间',
    },
  ]);
});
