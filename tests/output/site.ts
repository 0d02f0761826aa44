import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/settings.ts';

/** The finished site that `npm test` has built just before. */
const dir = readSettings().outDir;

/** Paths of its files below it, those that a glob names; in order, with `/`. */
export const filesLike = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: dir })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(dir, file)).isFile())
    .sort();

export const pathOf = (file: string): string => join(dir, file);

export const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8');
