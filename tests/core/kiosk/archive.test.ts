import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '../../../src/core/kiosk/find.ts';
import { keyOf } from '../../../src/core/kiosk/letters.ts';
import { shelfOf } from '../../../src/core/kiosk/shelf.ts';
import { startOf, tap, trailOf } from '../../../src/core/kiosk/trail.ts';
import { listedAt } from '../../../src/core/search/catalogue.ts';
import { archiveYears } from '../../bench/archive-years.ts';
import { isFoundIn } from './aloud.ts';
import { processorSeconds } from '../../processor.ts';

const COUNT = 20_000;
const NOW = Date.parse('2026-11-02T09:00:00+08:00');

/** To say some thousands of titles aloud takes a second where nothing else runs. */
const READING_MS = 30_000;

const years = archiveYears(COUNT);
const shelves = years.map(({ catalogue, spelling }) => shelfOf(catalogue, spelling));
const announcements = years.flatMap(({ catalogue }) =>
  catalogue.id.map((_, row) => listedAt(catalogue, row)),
);
test('what a kiosk fetches of twenty thousand weighs 1.5 MiB or less', () => {
  const bytes = years
    .flatMap(({ catalogue, spelling }) => [catalogue, spelling])
    .reduce((sum, file) => sum + gzipSync(JSON.stringify(file)).length, 0);
  expect(announcements).toHaveLength(COUNT);
  expect(bytes).toBeLessThanOrEqual(1.5 * 1024 * 1024);
});

test('each tap is answered within 100 ms of the processor', () => {
  const times = ['zbgg', 'gonggao', 'gmjs2026012', 'hechong', 'ggggg'].flatMap((keys) => {
    let trail = startOf(shelves);
    return [...keys].map((key) => {
      const seconds = processorSeconds(() => {
        trail = tap(trail, key);
        find(trail, {}, { now: NOW, first: 0, count: 12 });
      });
      return seconds * 1000;
    });
  });
  // One collection of garbage must not count: the middle of the taps does, and it takes 1 ms.
  expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(100);
});

test(
  'of twenty thousand the keys find what a reader finds who says every title of a month aloud',
  () => {
    const somewhere = fc.tuple(fc.nat(COUNT - 1), fc.nat(40), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(somewhere, ([row, from, length]) => {
        const keys = lettersOf(row).slice(from, from + length);
        const month = announcements[row]!.publishedOn.slice(0, 7);
        const { total } = find(trailOf(shelves, keys), { month }, { now: NOW, first: 0, count: 0 });
        const own = announcements.filter(({ publishedOn }) => publishedOn.startsWith(month));
        expect(total).toBe(own.filter((announcement) => isFoundIn(announcement, keys)).length);
      }),
      { numRuns: 12, seed: 20261122 },
    );
  },
  READING_MS,
);

/** The letters and digits of a row, of some syllables all and of others the first. */
function lettersOf(row: number): string {
  let place = row;
  const shelf = shelves.find(({ titleEnds }) => (place -= titleEnds.length) < 0)!;
  const at = place + shelf.titleEnds.length;
  const letters = [...shelf.letters.subarray(shelf.begins[at]!, shelf.begins[at + 1]!)];
  return letters
    .filter((letter, index) => letter >= 0x80 || (letter > 0 && index % 3 === 0))
    .map((letter) => String.fromCharCode(keyOf(letter)))
    .join('');
}
