import { expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { sumOf } from '../../../src/core/announcement/sum.ts';

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
