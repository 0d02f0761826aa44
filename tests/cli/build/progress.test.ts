import { expect, test } from 'vitest';
import { progress } from '../../../src/cli/build/progress.ts';

/** What is told of so many pieces, so many of which are done at a time. */
function toldOf(all: number, step: number): readonly string[] {
  const told: string[] = [];
  const tell = progress('已生成', all, (line) => told.push(line));
  for (let done = 0; done < all; done += step) tell(Math.min(step, all - done));
  return told;
}

test('long work tells each tenth once, and its end', () => {
  expect(toldOf(20_000, 1)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => `  已生成 ${n}%`));
});

test('work in large pieces tells how far it is after each', () => {
  expect(toldOf(25_000, 10_000)).toEqual(['  已生成 40%', '  已生成 80%', '  已生成 100%']);
});

test('short work tells nothing', () => {
  expect(toldOf(4999, 1)).toEqual([]);
});
