import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tenderFile } from '../core/agenda/announcements.ts';
import { base } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { check } from '../../src/core/check.ts';
import { editionOf, type Edition } from '../../src/core/edition.ts';
import { itemsFor } from '../../src/core/screen.ts';
import type { PartKind } from '../../src/core/screen/browser/feed.ts';
import { noticesAt } from '../../src/core/screen/notices.ts';
import { shownNow } from '../../src/site/shown.ts';

const content = check(resolve('content'));
const at = (now: string): Edition =>
  editionOf(content, {
    ...{
      now,
      isStanding: false,
      base: '/',
      origin: 'https://www.example.gov.cn',
      contentDir: resolve('content'),
    },
    ...{ pdf: () => undefined, hasWords: () => undefined },
  });

const KINDS: readonly PartKind[] = ['openings', 'closing', 'open', 'newest', 'results', 'corrections'];

/** Moments over the years of the sample, and the mornings on which something is opened, closes or was changed. */
const MOMENTS = [
  ...new Set(
    (['openings', 'closing', 'corrections'] as const).flatMap((kind) =>
      itemsFor({ kind }, content.collection, undefined).map(({ at: moment }) => moment.slice(0, 10)),
    ),
  ),
  ...Array.from(
    { length: 24 },
    (_, index) => `2026-${String((index % 12) + 1).padStart(2, '0')}-1${index % 10}`,
  ),
  ...[
    '2018-04-20',
    '2018-12-31',
    '2019-01-01',
    '2025-12-31',
    '2026-11-22',
    '2026-11-25',
    '2026-12-09',
    '2027-03-01',
  ],
].map((day) => `${day}T08:00:00+08:00`);

describe('what screens can show at a moment', () => {
  test.each(KINDS)('has all of the part %s that is among all announcements, in the same order', (kind) => {
    let count = 0;
    for (const now of MOMENTS) {
      const edition = at(now);
      const all = itemsFor({ kind }, content.collection, now);
      expect(itemsFor({ kind }, shownNow(edition), now), now).toEqual(all);
      count += all.length;
    }
    expect(count).toBeGreaterThan(0);
  });

  test('has what is opened today though it was published and has closed long before', () => {
    const [[file, words]] = Object.entries(tenderFile()) as [[string, string]];
    const tender = words.replace('开标时间: 2026-03-25 09:30', '开标时间: 2026-05-06 09:30');
    const edition = editionFrom({ ...base, [file]: tender }, '2026-05-06T09:00+08:00');
    const opened = itemsFor({ kind: 'openings' }, shownNow(edition), edition.now);
    expect(opened.map(({ id }) => id)).toEqual(['tender']);
  });

  test('has every notice to the hall', () => {
    const told = MOMENTS.map((now) => noticesAt(content.collection, now));
    expect(MOMENTS.map((now) => noticesAt(shownNow(at(now)), now))).toEqual(told);
    expect(told.flat().length).toBeGreaterThan(0);
  });
});
