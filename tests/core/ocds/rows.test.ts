import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categories } from '../../../src/core/announcement/category.ts';
import { typesIn } from '../../../src/core/announcement/schema.ts';
import { rowOf, ROWS } from '../../../src/core/ocds/rows.ts';
import { tableOfTypes } from './documentation.ts';

test('every type of construction and procurement has a row, and no other has one', () => {
  for (const category of ['construction', 'procurement'] as const)
    expect(Object.keys(ROWS[category])).toEqual(typesIn(category).map(({ id }) => id));
  const others = categories
    .filter((category) => !(category in ROWS))
    .flatMap((category) => typesIn(category));
  expect(others.filter(({ category, id }) => rowOf(category, id))).toEqual([]);
});

test('docs/ocds.md has the same rows', () => {
  const plain = (table: string): string => table.replaceAll(/ {2,}/gu, ' ').replaceAll(/-{3,}/gu, '---');
  const text = readFileSync(new URL('../../../docs/ocds.md', import.meta.url), 'utf8');
  expect(plain(text)).toContain(plain(tableOfTypes()));
});
