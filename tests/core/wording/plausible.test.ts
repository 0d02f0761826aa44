import { describe, expect, test } from 'vitest';
import { base, checkTree } from '../fixtures.ts';

const file = 'announcements/construction/2026/tender.md';
const tender = String(base[file]);

/** Findings of a tender with some of its lines written otherwise. */
const told = (from: string, to: string) =>
  checkTree({ ...base, [file]: tender.replace(from, to) }).findings.map(
    ({ code, message }) => `${code} ${message}`,
  );
const budget = (sum: string) => told('预算金额: 358.6万元', `预算金额: ${sum}`);

describe('大得不像、小得不像的金额', () => {
  test.each([
    ['358.6元', 'C206 预算金额是 358.6元，小得不像'],
    ['0元', 'C206 预算金额是 0元，小得不像'],
    ['9999.99元', 'C206 预算金额是 9,999.99元，小得不像'],
    ['1000亿元', 'C206 预算金额是 10,000,000万元，大得不像'],
  ])('%s', (sum, finding) => expect(budget(sum)).toEqual([finding]));
  test.each(['1万元', '358.6万元', '12亿元', '999.9亿元'])('%s 没有问题', (sum) =>
    expect(budget(sum)).toEqual([]),
  );
});

describe('离发布太远的日期', () => {
  test('截止写错一年，只说一次', () => {
    const found = told('投标截止: 2026-03-25', '投标截止: 2027-03-25');
    expect(found).toEqual(['C207 投标截止是 2027年3月25日，在发布之后 1 年多']);
  });
  test('早于发布的由先后次序来说，不再说一次', () => {
    expect(
      told('投标截止: 2026-03-25', '投标截止: 2016-03-25').filter((said) => said.startsWith('C207')),
    ).toEqual([]);
  });
  test('一年以内没有问题', () => expect(told('投标截止: 2026-03-25', '投标截止: 2027-03-02')).toEqual([]));
});
