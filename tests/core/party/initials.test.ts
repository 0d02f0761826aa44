import { expect, test } from 'vitest';
import { byInitial } from '../../../src/core/party/initials.ts';

test('单位按拼音字母分组，开头的市、区名不算', () => {
  const names = ['高明区示例中学', '佛山市高明区明城镇小学', '财政局', '城市管理局', 'ABC 公司', '3 号公司'];
  expect(byInitial(names, (name) => name).map(({ letter, items }) => [letter, ...items])).toEqual([
    ['#', '3 号公司'],
    ['A', 'ABC 公司'],
    ['C', '财政局', '城市管理局'],
    ['M', '佛山市高明区明城镇小学'],
    ['S', '高明区示例中学'],
  ]);
});
