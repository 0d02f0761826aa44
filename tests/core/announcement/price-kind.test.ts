import { expect, test } from 'vitest';
import { priceKindsOf } from '../../../src/core/announcement/price-kind.ts';
import { parsePrice, type Price } from '../../../src/core/announcement/price.ts';

const price = (text: string): Price => {
  const parsed = parsePrice(text);
  if (!('value' in parsed)) throw new Error(text);
  return parsed.value;
};

test.each([
  ['341.2万元', '总价'],
  ['198万元（含暂列金额5.5万元）', '总价'],
  ['约1.26亿元', '不确定的总价'],
  ['500万元以内', '不确定的总价'],
  ['700元/亩/年', '单价'],
  ['下浮率5.2%', '下浮率、折扣'],
  ['85折', '下浮率、折扣'],
  ['评审后最终价的97.67%', '费率'],
  ['施工费：100万元；设计费：收费标准的80%', '分项报价'],
  ['以实际结算为准', '文字说明'],
])('%s是%s', (text, kind) => {
  expect(priceKindsOf([price(text)], '')).toEqual([kind]);
});

test('按月、按年、按面积计的金额不是总价', () => {
  expect(priceKindsOf([price('3万元')], '每月')).toEqual(['单价（每月）']);
  expect(priceKindsOf([price('以实际结算为准')], '每月')).toEqual(['文字说明']);
});

test('各标段的种类各说一次，没有价的什么也不说', () => {
  expect(priceKindsOf([price('3万元'), price('4万元'), price('下浮率5%')], '')).toEqual([
    '总价',
    '下浮率、折扣',
  ]);
  expect(priceKindsOf([], '')).toEqual([]);
});
