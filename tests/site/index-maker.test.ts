import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { indexMaker, SOURCES } from '../../src/site/index-maker.ts';

test('what makes an index is told by every file that takes part: list new ones in SOURCES', () => {
  expect(indexMaker()).toMatch(/^[0-9a-f]{64}$/u);
  expect(reachedFrom('src/build/search-index/shard-files.ts')).toEqual(SOURCES.toSorted());
});

/** A file of the project and all that it imports of the project, types left out. */
function reachedFrom(file: string, reached = new Set<string>()): readonly string[] {
  reached.add(file);
  const text = readFileSync(join(process.cwd(), file), 'utf8');
  for (const [, types, path] of text.matchAll(/^(?:import|export)( type)?\b[^;]*?from '(\.[^']+)';/gmu)) {
    const target = posix.join(posix.dirname(file), path!);
    if (!types && !reached.has(target)) reachedFrom(target, reached);
  }
  return [...reached].sort();
}
