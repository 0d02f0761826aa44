import { beforeAll, expect, test } from 'vitest';
import { HallTable } from '../../src/build/hall.ts';
import { openState } from '../../src/build/state.ts';
import type { LobbyScreen } from '../../src/core/corpus/corpus.ts';
import type { Collection } from '../../src/core/edition.ts';
import { itemsFor } from '../../src/core/screen/select.ts';
import { checkedOf, readArchive } from './archive.ts';

let collection: Collection;
let table: HallTable;

beforeAll(() => {
  const { corpus } = readArchive();
  // Several are published in one moment, so that it takes more than that to know which come first.
  const entries = corpus.entries.map((entry) => {
    const publishedAt = `${entry.announcement.publishedAt.slice(0, 7)}-01T09:00:00+08:00`;
    return { ...entry, announcement: { ...entry.announcement, publishedAt } };
  });
  ({ collection } = checkedOf(corpus, entries));
  table = new HallTable(openState(':memory:', { program: '', settings: '' }));
  table.put(collection);
});

/** The files by which a screen is judged that shows so many announcements of the category, and no notices. */
const judgedBy = (category: 'construction' | 'land', limit: number): readonly string[] =>
  table.shownOn(
    [{ parts: [{ kind: 'newest', categories: [category], limit }] } as unknown as LobbyScreen],
    undefined,
  );

test.each([1, 2, 7, 12, 40])(
  'a screen is judged by its newest %i announcements, of one moment by id',
  (limit) => {
    for (const category of ['construction', 'land'] as const) {
      const newest = itemsFor({ kind: 'newest', categories: [category] }, collection, undefined)
        .map(({ id }) => collection.row(id))
        .toSorted((a, b) =>
          a.publishedAt === b.publishedAt ? (a.id < b.id ? -1 : 1) : a.publishedAt < b.publishedAt ? 1 : -1,
        )
        .slice(0, limit)
        .map(({ id }) => collection.entry(id).file);
      expect(judgedBy(category, limit)).toEqual(expect.arrayContaining(newest));
      const others = judgedBy(category, limit).filter((file) => !newest.includes(file));
      expect(others.filter((file) => file.includes(`/${category}/`)).length).toBeLessThanOrEqual(1);
    }
  },
);
