import { expect, test } from 'vitest';
import { needsSimplified, toSimplified } from '../../../src/core/query-expansion/simplified.ts';
import { simplifiedForms } from '../../../src/core/simplified.ts';

test.each([
  ['监理', false],
  ['GM-JS 2026、（二期）', false],
  ['監理', true],
  ['道路 採購', true],
])('for %j the table of simplified characters is needed: %s', (words, expected) => {
  expect(needsSimplified(words)).toBe(expected);
});

test.each([
  ['監理', '监理'],
  ['採購', '采购'],
  ['衞生院', '卫生院'],
  ['衛生院', '卫生院'],
  ['綫路 裏面', '线路 里面'],
  ['乾燥機', '干燥机'],
  ['監理 2026', '监理 2026'],
])('%j in simplified characters is %j', (words, expected) => {
  expect(toSimplified(words, simplifiedForms())).toBe(expected);
});

test('the table has every character that matters, and gives one simplified character for each', () => {
  const forms = simplifiedForms();
  expect(forms.size).toBeGreaterThan(2500);
  for (const [from, to] of forms) {
    expect([...from, ...to]).toHaveLength(2);
    // Converted twice it stays: a simplified character is never taken for another.
    expect(forms.get(to) ?? to, from).toBe(to);
  }
});
