import { expect, test } from 'vitest';
import { reviewLevelsKind } from '../../../../src/core/corpus/settings/review-levels.ts';

test.each(['0', '1', '2', '3'])('审核级数 can be %s', (text) => {
  expect(reviewLevelsKind.parse(text)).toEqual({ value: Number(text) });
});

test.each([
  ['２', '2'],
  ['3级', '3'],
  ['4', undefined],
  ['两级', undefined],
  ['-1', undefined],
])('审核级数 cannot be %s', (text, fix) => {
  const parsed = reviewLevelsKind.parse(text);
  expect('fault' in parsed && parsed.fault).toMatchObject({ code: 'S101' });
  expect('fault' in parsed && parsed.fault.fix).toBe(fix);
});
