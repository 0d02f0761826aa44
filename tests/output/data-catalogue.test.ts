import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/site/content.ts';
import { DCAT_PATH, distributedPaths } from '../../src/site/dcat.ts';
import { filesLike, pathOf } from './site.ts';

/*
 * The catalogue of data is made when the files are there of which it states size and digest.
 */

type Node = Readonly<Record<string, unknown>>;

const catalogue = JSON.parse(readFileSync(pathOf(DCAT_PATH), 'utf8')) as Node;
const { edition } = loadContent();

const listOf = (node: Node, key: string): readonly Node[] => node[key] as readonly Node[];
const distributions = listOf(catalogue, 'dcat:dataset').flatMap((set) => listOf(set, 'dcat:distribution'));
const valueOf = (node: unknown): string => (node as { '@value': string })['@value'];

/** The path of a file of the site by its whole address. */
const pathIn = (distribution: Node): string =>
  (distribution['dcat:downloadURL'] as { '@id': string })['@id'].slice(edition.absolute().length);

test('every file of data is there with the size and the digest that the catalogue states', () => {
  expect(distributions.map(pathIn).toSorted()).toEqual([...distributedPaths(edition)].toSorted());
  expect(distributions.length).toBeGreaterThan(20);
  for (const one of distributions) {
    const file = pathOf(pathIn(one));
    expect(Number(valueOf(one['dcat:byteSize'])), file).toBe(statSync(file).size);
    const stated = valueOf((one['spdx:checksum'] as Node)['spdx:checksumValue']);
    expect(stated, file).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  }
});

test('no table, no month of disposals and of OCDS is missing', () => {
  const told = new Set(distributions.map(pathIn));
  const files = ['data/*.{csv,xlsx}', 'disposals/disposals-*', 'ocds/re{leases,cords}-*.json']
    .flatMap(filesLike)
    .filter((file) => !file.endsWith('-metadata.json'));
  expect(files.length).toBeGreaterThan(15);
  expect(files.filter((file) => !told.has(file))).toEqual([]);
});

test('expanded and made compact again it says the same: no name is lost', async () => {
  const documentLoader = (url: string): never => {
    throw new Error(`${url} would be fetched`);
  };
  const expanded = await jsonld.expand(catalogue, { documentLoader });
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, own] of Object.entries(value)) {
      keys.add(key);
      visit(own);
    }
  };
  visit(expanded);
  expect([...keys].filter((key) => !/^(?:@|https?:)/u.test(key))).toEqual([]);
  const again = await jsonld.compact(expanded, catalogue['@context'] as Node, { documentLoader });
  expect(again).toEqual(catalogue);
});
