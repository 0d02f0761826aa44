import { expect, test } from 'vitest';
import { VIEWS } from '../../src/site/views.ts';

test('no two views share a name, since their values are kept under it', () => {
  const names = VIEWS.map(({ name }) => name);
  expect(names).not.toEqual([]);
  expect(names).toEqual([...new Set(names)]);
});
