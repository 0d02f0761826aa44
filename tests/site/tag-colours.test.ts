import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TIME_TAG } from '../../src/core/status.ts';

test('every tag for where an announcement stands has a colour, on whatever ground it lies', () => {
  const sheet = readFileSync('src/styles/tag-colours.css', 'utf8');
  const without = Object.keys(TIME_TAG).filter(
    (status) => !new RegExp(`\\.tag-${status}\\b`, 'u').test(sheet),
  );
  expect(without).toEqual([]);
});
