import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parseLive } from '../../../src/core/live/browser/live.ts';
import { liveJsonSchema } from '../../../src/core/live/schema.ts';
import { bids, calling, opening } from './tables.ts';

const isValid = new Ajv({ allErrors: true, strict: false }).compile(liveJsonSchema());

const isRead = (table: object): boolean => {
  try {
    parseLive(JSON.stringify(table), 'kb303');
    return true;
  } catch {
    return false;
  }
};

test.each<readonly [table: object, good: boolean]>([
  [opening(), true],
  [opening({ ended: '2026-11-23T10:58:00+08:00' }), true],
  [opening({ read: 0, rows: bids(6, 0) }), true],
  [opening({ rows: [['甲', '', '180']], read: 1 }), true],
  [calling, true],
  [{ ...opening(), schema: 2 }, false],
  [{ ...opening(), kind: 'prices' }, false],
  [{ ...opening(), starts: '10:30' }, false],
  [{ ...opening(), announcement: undefined }, false],
  [{ ...calling, title: undefined }, false],
  [opening({ columns: [] }), false],
  [opening({ rows: bids(61, 3) }), false],
  [opening({ rows: [['']], read: 0 }), false],
  [opening({ rows: [['甲\u0007']], read: 0 }), false],
  [{ ...opening(), rows: [['甲', 1]], read: 1 }, false],
])('the schema and the screen agree on what is a table: %j', (table, good) => {
  const given: unknown = JSON.parse(JSON.stringify(table));
  expect([isValid(given), isRead(table)]).toEqual([good, good]);
});

test('the examples of the guide are tables that a screen takes', () => {
  const examples = [...readFileSync('docs/live.md', 'utf8').matchAll(/```json\n(.*?)```/gsu)].map(
    ([, text]) => text!,
  );
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const text of examples) {
    const table = JSON.parse(text) as { room: string };
    expect(isValid(table), JSON.stringify(isValid.errors)).toBe(true);
    expect(parseLive(text, table.room)).toEqual(table);
  }
});
