import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a full-text index depends on beside its records, as 64 digits: Pagefind, the files of this project that it is
 * made by, and Node, which brings Unicode's tables.
 */
export const indexMaker = (): string =>
  (known ??= sha256([process.version, pagefindVersion(), ...SOURCES.map(sourceOf)].join('\n')));

let known: string | undefined;

/** The files that take part in making an index. */
export const SOURCES = ['src/build/search-index/shard-files.ts', 'src/core/search/text.ts'];

const sourceOf = (path: string): string =>
  sha256(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));

function pagefindVersion(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.resolve('pagefind')));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
