import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, moneyOf, momentOf, periodIn, priceOf, quantityIn } from '../../../src/core/ocds/values.ts';
import { parsePrice } from '../../../src/core/announcement/price.ts';

const amountIn = (value: unknown): string =>
  JSON.stringify(value).replace(/^\{"amount":|,"currency":"CNY"\}$/gu, '');

test('a sum is written with its very digits, up to ten thousand 亿元', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat().map((fen) => fen % 1_000_000_000_000_001),
      (fen) => {
        const digits = String(fen).padStart(3, '0');
        const yuan = digits.slice(0, -2);
        const rest = digits.slice(-2).replace(/0+$/u, '');
        expect(amountIn(moneyOf(fen))).toBe(rest === '' ? yuan : `${yuan}.${rest}`);
      },
    ),
  );
});

test('what is no exact sum is no value', () => {
  const valueOf = (text: string): unknown => {
    const parsed = parsePrice(text);
    if ('fault' in parsed) throw new Error(text);
    return priceOf(parsed.value);
  };
  expect(valueOf('56万元')).toEqual({ amount: 560_000, currency: 'CNY' });
  expect(valueOf('3100000.01元')).toEqual({ amount: 3_100_000.01, currency: 'CNY' });
  expect(['700元/亩/年', '下浮率5.2%', '约1.26亿元', '以实际结算为准'].map(valueOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a day alone begins at midnight and ends before the next', () => {
  expect(momentOf('2026-03-25')).toBe('2026-03-25T00:00:00+08:00');
  expect(endOf('2026-03-25')).toBe('2026-03-25T23:59:59+08:00');
  expect(endOf('2026-03-25T24:00:00+08:00')).toBe('2026-03-26T00:00:00+08:00');
});

test('a period in words has its two days, or is none', () => {
  expect(periodIn('2026年6月1日至2028年5月31日')).toEqual({
    startDate: '2026-06-01T00:00:00+08:00',
    endDate: '2028-05-31T23:59:59+08:00',
  });
  expect(periodIn('两年')).toBeUndefined();
});

test('a quantity is a number with its unit', () => {
  expect(quantityIn('30 台')).toEqual({ quantity: 30, unit: '台' });
  expect(quantityIn('1,200.5平方米')).toEqual({ quantity: 1200.5, unit: '平方米' });
  expect(quantityIn('一批')).toBeUndefined();
  expect(quantityIn('约 30 台')).toBeUndefined();
});
