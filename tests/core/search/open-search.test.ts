import { describe, expect, test } from 'vitest';
import {
  bulkFiles,
  changesSince,
  MAPPING,
  type SearchDocument,
} from '../../../src/core/search/open-search.ts';

/*
 * There is no OpenSearch here: the shapes are held to its documentation (Bulk API, Mapping), and what its match_phrase
 * would find is tried in tests/search-server/engines.test.ts.
 */

const document = (id: string, words = '公告'): SearchDocument => ({
  id,
  words,
  title: id,
  category: 'general',
  type: 'notice',
  publishedAt: '2026-01-05T09:00:00+08:00',
});

const NOW = Date.parse('2026-11-22T09:00:00+08:00');
const SECONDS = NOW / 1000;

const changes = (
  documents: readonly SearchDocument[],
  before?: Parameters<typeof changesSince>[1],
  now = NOW,
): ReturnType<typeof changesSince> =>
  changesSince(documents, before, { now, digestOf: ({ words }) => words });

/** The actions in the bodies of requests, each with its document. */
function actionsIn(files: Iterable<string>): readonly unknown[] {
  return [...files].flatMap((file) => {
    expect(file.endsWith('\n')).toBe(true);
    return file
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  });
}

const meta = (_id: string, version = SECONDS) => ({ _id, version, version_type: 'external' });

test('a first export has every document, each under its id and a version that is ours', () => {
  expect(actionsIn(bulkFiles(changes([document('a'), document('b')])))).toEqual([
    { index: meta('a') },
    document('a'),
    { index: meta('b') },
    document('b'),
  ]);
});

test('a later one has what has changed, what is new, and what must be deleted', () => {
  const { state } = changes([document('a'), document('b'), document('c')]);
  const later = changes([document('a'), document('b', '更正'), document('d')], state, NOW + 60_000);
  expect(actionsIn(bulkFiles(later))).toEqual([
    { index: meta('b', SECONDS + 60) },
    document('b', '更正'),
    { index: meta('d', SECONDS + 60) },
    document('d'),
    { delete: meta('c', SECONDS + 60) },
  ]);
  expect(Object.keys(later.state.digests)).toEqual(['a', 'b', 'd']);
});

test('nothing new makes no file', () => {
  const { state } = changes([document('a')]);
  expect([...bulkFiles(changes([document('a')], state))]).toEqual([]);
});

test.each([
  ['at the same second', NOW],
  ['by a clock that went back', NOW - 3_600_000],
])('versions rise from export to export, also %s', (_, now) => {
  const { state } = changes([document('a')]);
  expect(changes([document('a', '更正')], state, now).state.version).toBe(SECONDS + 1);
});

describe('a file', () => {
  const three = changes([
    document('a', '公'.repeat(100)),
    document('b', '告'.repeat(100)),
    document('c', '通'),
  ]);
  const bytesOf = (file: string): number => Buffer.byteLength(file);
  const [whole] = [...bulkFiles(three)];

  test.each([500, 700, 1000, 1500, bytesOf(whole!)])(
    'has at most %i bytes, and no action is divided',
    (largest) => {
      const files = [...bulkFiles(three, largest)];
      expect(files.join('')).toBe(whole);
      for (const file of files) {
        if (actionsIn([file]).length > 2) expect(bytesOf(file)).toBeLessThanOrEqual(largest);
        expect(file).toMatch(/^\{"index":/u);
      }
      // No file could have taken in the first document of the next.
      for (const [place, file] of files.slice(0, -1).entries())
        expect(bytesOf(file) + bytesOf(files[place + 1]!.split('\n', 2).join('\n')) + 1).toBeGreaterThan(
          largest,
        );
    },
  );

  test('of ten megabytes is the largest', () => {
    const many = changes(
      Array.from({ length: 50 }, (_, place) => document(String(place), '公'.repeat(200_000))),
    );
    const sizes = [...bulkFiles(many)].map(bytesOf);
    expect(sizes.length).toBe(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000_000);
  });
});

test('the mapping divides words at blanks alone, keeps their places, and takes no field that it does not name', () => {
  const { settings, mappings } = MAPPING;
  expect(settings.analysis.analyzer).toEqual({ pairs: { type: 'custom', tokenizer: 'whitespace' } });
  expect(mappings.properties.words.analyzer).toBe('pairs');
  expect(mappings.dynamic).toBe('strict');
  expect(mappings.properties.words.index_options).toBe('positions');
});
