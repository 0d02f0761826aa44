import { expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { isPricedOtherwise, sumOf } from '../../../src/core/announcement/sum.ts';
import { factOf } from '../../../src/core/announcement/fact.ts';
import { toData } from '../../../src/core/open-data.ts';

const land = (fields: object) =>
  ({ category: 'land', type: 'land-grant-notice', ...fields }) as unknown as Announcement;
const lease = (fields: object) =>
  ({ category: 'property', type: 'asset-lease', basePriceFen: 500, ...fields }) as unknown as Announcement;

test('the amount of the whole goes before those of the parts', () => {
  expect(sumOf(land({ startPriceFen: 900, parcels: [{ startPriceFen: 1 }] }), 'amount')).toBe(900);
});

test('parcels are added up; a deposit is no amount, and a parcel without a price adds nothing', () => {
  const parcels = [{ startPriceFen: 100, depositFen: 50 }, { depositFen: 7 }, { startPriceFen: 23 }];
  expect(sumOf(land({ parcels }), 'amount')).toBe(123);
});

test('where no price is stated there is none, not zero', () => {
  expect(sumOf(land({ parcels: [{ depositFen: 7 }] }), 'amount')).toBeUndefined();
  expect(sumOf(land({}), 'price')).toBeUndefined();
});

test('a rent by the year is no sum; a total price is', () => {
  expect(sumOf(lease({ priceUnit: 'year' }), 'amount')).toBeUndefined();
  expect(sumOf(lease({ priceUnit: 'total' }), 'amount')).toBe(500);
});

const award = (fields: object) =>
  ({ category: 'construction', type: 'award-notice', ...fields }) as unknown as Announcement;
const rate = { kind: 'rate', rate: '97.67', sign: '%' };

test('a unit price, a rate and named parts are no sum, and are counted as priced otherwise', () => {
  for (const awardFen of [
    rate,
    { kind: 'unit-price', yuan: '700', per: ['亩'] },
    { kind: 'parts', parts: [] },
  ]) {
    expect(sumOf(award({ awardFen }), 'price')).toBeUndefined();
    expect(isPricedOtherwise(award({ awardFen }), 'price')).toBe(true);
  }
  expect(isPricedOtherwise(award({ awardFen: 500 }), 'price')).toBe(false);
  expect(isPricedOtherwise(award({}), 'price')).toBe(false);
  expect(isPricedOtherwise(lease({ priceUnit: 'year' }), 'amount')).toBe(true);
});

test('a sum with a remark is a sum', () => {
  const awardFen = { kind: 'sum', fen: 500, note: '含税' };
  expect(sumOf(award({ awardFen }), 'price')).toBe(500);
  expect(isPricedOtherwise(award({ awardFen }), 'price')).toBe(false);
});

test('lots of which one is priced at a rate have no sum together', () => {
  const lotResults = [{ awardFen: 500 }, { awardFen: rate }, {}];
  expect(sumOf(award({ lotResults }), 'price')).toBeUndefined();
  expect(isPricedOtherwise(award({ lotResults }), 'price')).toBe(true);
});

test('the data have no sum where there is none, and the price beside it says what it is', () => {
  const data = toData(award({ awardFen: rate }));
  expect('award' in data).toBe(false);
  expect(data['awardPrice']).toEqual({
    kind: 'rate',
    term: null,
    of: null,
    rate: '97.67',
    unit: '%',
    note: null,
  });
  const noted = toData(award({ awardFen: { kind: 'sum', fen: 500, note: '含税' } }));
  expect(noted['award']).toEqual({ amount: '5.00', currency: 'CNY' });
  expect(noted['awardPrice']).toMatchObject({ kind: 'sum', note: '含税' });
  const plain = toData(award({ awardFen: 500 }));
  expect(plain).toMatchObject({ award: { amount: '5.00', currency: 'CNY' } });
  expect('awardPrice' in plain).toBe(false);
});

test('a row holds the words of a price that is no sum, never a number', () => {
  expect(factOf(award({ awardFen: rate }), 'price')).toMatchObject({ value: '97.67%', text: '97.67%' });
  expect(factOf(award({ awardFen: 500 }), 'price')).toMatchObject({ value: 500, text: '5元' });
});
