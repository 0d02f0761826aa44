import { expect, test } from 'vitest';
import { withoutSeparators } from '../../../src/core/query-expansion/separators.ts';

test.each([
  ['道路、施工', '道路 施工'],
  ['道路，施工。', '道路 施工'],
  ['【招标公告】沿江路（二期）', '招标公告 沿江路 二期'],
  ['“四好农村路”', '四好农村路'],
  ['污水 + 管网', '污水   管网'],
  ['１，１６０万元', '1,160万元'],
  ['35%股权', '35%股权'],
  ['GM-JS-2026-036', 'GM-JS-2026-036'],
  ['2026-11-20，09:30', '2026-11-20 09:30'],
  ['农贸市场-中标', '农贸市场 中标'],
  ['、、', ''],
])('%j without separators is %j', (words, expected) => {
  expect(withoutSeparators(words)).toBe(expected);
});
