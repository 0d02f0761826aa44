import { expect, test } from 'vitest';
import { Recent } from '../../../src/core/edition/once.ts';

test('what is asked for now and then is made once, and what was asked for longest ago is made again', () => {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const ask = (name: string): string =>
    recent.take(name, () => {
      made.push(name);
      return name.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('that something is known to be missing is remembered, too', () => {
  let times = 0;
  const recent = new Recent<undefined>();
  const ask = (): undefined => recent.take('nothing', () => void (times += 1));
  expect([ask(), ask(), times]).toEqual([undefined, undefined, 1]);
});
