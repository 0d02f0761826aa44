import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findIdleExports } from './exports.ts';

const files = [
  ...readdirSync('.'),
  ...['src', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ),
]
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /[^/]\.(?:astro|mjs|tsx?)$/u.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

test('whatever a file exports is imported by another; take `export` away from the rest, or the rest away', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(findIdleExports(files)).toEqual([]);
});

test('an export is used by a name, by another name, by being passed on, and by a script of a page', () => {
  const text = `export const a = 1, b = 2;
export function c() {}
export interface D {}
export type { E } from './e.ts';
export default 5;`;
  const idle = (...others: readonly string[]) =>
    findIdleExports([
      { path: 'src/core/x.ts', text },
      { path: 'src/core/e.ts', text: 'export type E = 1;' },
      ...others.map((other, place) => ({ path: `src/core/o${place}.astro`, text: `---\n${other}\n---\n` })),
      { path: 'src/pages/page.ts', text: 'export const GET = 1;' },
    ]);
  expect(idle()).toEqual(['a', 'b', 'c', 'D', 'E'].map((name) => `src/core/x.ts ${name}`));
  expect(idle(`import { a as z, b } from './x.ts';`, `export { c, type D } from './x.ts';`)).toEqual([
    'src/core/x.ts E',
  ]);
  expect(idle(`import * as x from './x.ts';`)).toEqual([]);
  expect(idle(`const { c } = await import('./x.ts');`)).toEqual([]);
});
