import { expect, test } from 'vitest';
import { parseRecord, printRecord } from '../../src/deploy/record.ts';

const record = {
  site: '示例中心',
  underway: ['index.html'],
  kept: [{ path: 'assets/site.Abcdef12.css', until: '2026-12-07T08:00:00+08:00' }],
};

test('a record is read as it was written', () => {
  expect(parseRecord(printRecord(record))).toEqual(record);
});

test.each([
  ['cut off', printRecord(record).slice(0, -9)],
  ['of a later version', printRecord(record).replace('"schema": 1', '"schema": 2')],
  ['one that leads out of the site', printRecord({ ...record, underway: ['../elsewhere/index.html'] })],
  [
    'one that keeps what leads out of the site',
    printRecord({ ...record, kept: [{ path: '/etc', until: '' }] }),
  ],
  ['something else', '[]'],
])('%s is none', (_, text) => {
  expect(parseRecord(text)).toBeUndefined();
});
