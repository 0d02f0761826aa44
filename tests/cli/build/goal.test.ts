import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { goalOf } from '../../../src/cli/build/goal.ts';

const usage = '用法：npm run build';
const none = { merge: false, compress: false, full: false };
const goal = (options: Partial<Parameters<typeof goalOf>[0]>, folders: readonly string[] = []) =>
  goalOf({ ...none, ...options }, folders, usage);

test('without more, a whole site is made and of no parts', () => {
  expect(goal({})).toEqual({ part: undefined, parts: [] });
});

test('a part has its years once each and in their order', () => {
  const { part } = goal({ years: '2020,2019，2020', part: 'dist.old' });
  expect(part).toEqual({ years: ['2019', '2020'], folder: resolve('dist.old') });
});

test('a site of parts names their folders', () => {
  expect(goal({ merge: true }, ['dist.a', '/b']).parts).toEqual([resolve('dist.a'), resolve('/b')]);
});

test.each([
  [{}, ['dist.a'], '看不懂“dist.a”。用法：npm run build'],
  [{ merge: true }, [], '--merge 后面缺少文件夹'],
  [{ years: '2019' }, [], '--years 和 --part 要一起写'],
  [{ part: 'dist.a' }, [], '--years 和 --part 要一起写'],
  [{ years: '19', part: 'dist.a' }, [], '--years 的值“19”不能使用：请写四位年份'],
  [{ years: ',', part: 'dist.a' }, [], '--years 的值“,”不能使用'],
  [{ years: '2019', part: 'dist.a', compress: true }, [], '压缩在合并时做'],
  [{ years: '2019', part: 'dist.a', merge: true }, ['dist.b'], '--part 不能和 --merge'],
] as const)('%j %j is refused', (options, folders, words) => {
  expect(() => goal(options, folders)).toThrow(words);
});
