import { expect, test } from 'vitest';
import { nextItem } from '../../../src/client/desk/body/next-item.ts';

test.each([
  ['1. 建设地点', '\n2. '],
  ['1. 建设地点\n2. 工期', '\n3. '],
  ['9、工期', '\n10、'],
  ['（1）工期', '\n（2）'],
  ['  (3) 工期', '\n  (4) '],
  ['一、条件', '\n二、'],
  ['（九）条件', '\n（十）'],
  ['十、条件', '\n十一、'],
  ['十九、条件', '\n二十、'],
  ['二十一、条件', '\n二十二、'],
  ['- 甲', '\n- '],
])('%j 后面按回车，写 %j', (before, put) => {
  expect(nextItem(before)).toEqual({ put });
});

test('空的一项按回车，编号就结束；不是编号的行和平常一样', () => {
  expect(nextItem('1. 甲\n2. ')).toEqual({ remove: 3 });
  for (const before of ['', '一段话', '2026年3月2日', '3.5万元以上的部分', '甲\n乙'])
    expect(nextItem(before), before).toBeUndefined();
});
