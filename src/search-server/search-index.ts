import type { Catalogue } from '../core/search/catalogue.ts';
import { askedForms, fullTextQuery } from '../core/search/full-text-query.ts';
import type { SearchManifest } from '../core/search/manifest.ts';
import type { Known } from '../core/search/question.ts';
import { shelfOf, type Shelf } from '../core/search/shelf.ts';
import type { Want } from '../core/search/wanted.ts';
import { openSnapshot } from './database.ts';

/** An index file at one moment: a change of the file does not change it. */
export interface SearchIndex {
  readonly manifest: SearchManifest;
  /** The moment at which a sample site stands. */
  readonly standing: string | undefined;
  /** Values that a question may name. */
  readonly known: Known;
  shelf(year: string): Shelf;
  /**
   * Announcements from a year on that have everything that is wanted in their text.
   * @param wants each with ids or a form of two characters or more (`isLong`)
   */
  textsWith(wants: readonly Want[], since: string): ReadonlySet<string>;
  close(): void;
}

/** Opens an index file and prepares its catalogues. @throws when there is none */
export function openIndex(file: string): SearchIndex {
  const database = openSnapshot(file);
  const { manifest, standing } = database.prepare('select manifest, standing from site').get()!;
  const shelves = new Map(
    database
      .prepare('select year, catalogue from years')
      .all()
      .map(({ year, catalogue }) => [year as string, shelfOf(JSON.parse(catalogue as string) as Catalogue)]),
  );
  const matching = database.prepare(
    `select id from records where year >= ? and rowid in (select rowid from texts where words match ?)`,
  );
  const idsOf = (wants: readonly Want[], since: string): readonly string[] =>
    matching.all(since, fullTextQuery(wants)).map(({ id }) => id as string);
  return {
    manifest: JSON.parse(manifest as string) as SearchManifest,
    standing: (standing as string | null) ?? undefined,
    known: knownIn([...shelves.values()]),
    shelf: (year) => shelves.get(year)!,
    textsWith: (wants, since) => {
      const plain = wants.filter(({ ids }) => !ids);
      const sets = [
        ...(plain.length > 0 ? [new Set(idsOf(plain, since))] : []),
        ...wants.flatMap((want) =>
          want.ids
            ? [new Set([...want.ids, ...(askedForms(want).length > 0 ? idsOf([want], since) : [])])]
            : [],
        ),
      ];
      return sets.reduce((found, set) => found.intersection(set));
    },
    close: () => database.close(),
  };
}

/** The same, and nothing where no index was ever finished. */
export function openIndexIfAny(file: string): SearchIndex | undefined {
  try {
    return openIndex(file);
  } catch {
    return undefined;
  }
}

function knownIn(shelves: readonly Shelf[]): Known {
  const terms = (column: 'type' | 'region'): readonly string[] => [
    ...new Set(
      shelves.flatMap(({ catalogue }) =>
        [...new Set(catalogue[column])].map((place) => catalogue.terms[place]!),
      ),
    ),
  ];
  return { types: terms('type'), regions: terms('region') };
}
