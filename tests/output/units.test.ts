import { globSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INDEX_FOLDER } from '../../src/site/search-shards.ts';
import { DCAT_PATH } from '../../src/site/dcat.ts';
import { loadContent } from '../../src/site/content.ts';
import { keysOf, type Rendered } from '../../src/site/unit.ts';
import { KINDS } from '../../src/site/units.ts';
import { filesLike } from './site.ts';
import { unsampled } from './templates.ts';

const { edition } = loadContent();

/** The file of a page: a folder's index, but for the page of errors. */
const fileOf = ({ route, path }: Rendered): string =>
  route === '404' ? '404.html' : path === '' || path.endsWith('/') ? `${path}index.html` : path;

/** What is no unit's: what Astro bundles, the full-text indexes, what lies in public/, what the command marks, and the catalogue of data, which is made when the units are. */
const OTHERS = [
  /^assets\//u,
  new RegExp(`^${INDEX_FOLDER}/`, 'u'),
  /^\.zhangbang\.json$/u,
  new RegExp(`^${DCAT_PATH}$`, 'u'),
];

const units = KINDS.flatMap((kind) =>
  keysOf(kind, edition).map((key) => ({
    name: `${kind.name} ${key}`,
    files: [
      ...kind.pages(edition, key).map(fileOf),
      ...Array.from(kind.files?.(edition, key) ?? [], ({ path }) => path),
    ],
  })),
);

test('everything in a finished site belongs to exactly one unit', () => {
  const owners = Map.groupBy(
    units.flatMap(({ name, files }) => files.map((file) => ({ file, name }))),
    ({ file }) => file,
  );
  expect([...owners].filter(([, own]) => own.length > 1)).toEqual([]);
  const served = new Set(readdirSync('public'));
  const finished = [...filesLike('**/*'), ...filesLike('.*/*'), ...filesLike('.*')].filter(
    (file) => !served.has(file) && !OTHERS.some((other) => other.test(file)),
  );
  expect(finished.length).toBeGreaterThan(1000);
  expect([...owners.keys()].sort()).toEqual([...new Set(finished)].sort());
});

test('every page file of the program belongs to a kind', () => {
  const routes = globSync(['**/*.{astro,ts}', '.*/*.{astro,ts}'], { cwd: 'src/pages' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/(?:^|\/)_/u.test(file))
    .map((file) => file.replace(/\.(?:astro|ts)$/u, '').replace(/(?:^|\/)index$/u, ''));
  const rendered = KINDS.flatMap((kind) => keysOf(kind, edition).flatMap((key) => kind.pages(edition, key)));
  const others = unsampled.map((file) => file.replace(/\.astro$/u, ''));
  const made = new Set([...rendered.map(({ route }) => route), ...others]);
  expect([...made].sort()).toEqual(routes.sort());
});
