import type { Edition, View } from '../core/edition.ts';
import type { KioskManifest } from '../core/kiosk/manifest.ts';
import { textWith, type Spelling } from '../core/kiosk/spelling.ts';
import { byNewest } from '../core/listing.ts';
import { readText, spellingOf, type ReadText } from '../core/pinyin.ts';
import { catalogueHeads, cataloguePath } from './catalogues.ts';
import { digestOf } from './digest.ts';

/** How what is searched of an announcement is read. */
interface ReadAnnouncement extends ReadText {
  id: string;
  publishedAt: string;
}

/** A year's spelling under its name, `pinyin-2026.0a1b2c3d`, which carries its digest. */
interface SpellingHead {
  year: string;
  name: string;
}

/** How the texts of what stands are read, by the year of their catalogue. */
export const READ_TEXTS: View<ReadAnnouncement, SpellingHead> = {
  name: 'read texts',
  map(edition, id) {
    const { title, typeTerm, projectCode = '', publishedAt, withdrawn } = edition.row(id);
    if (withdrawn) return [];
    const read = readText(textWith({ title, typeTerm, projectCode }));
    return [[publishedAt.slice(0, 4), { id, publishedAt, ...read }]];
  },
  reduce: (texts, year) => ({
    value: { year, name: `pinyin-${year}.${digestOf(spellingOf(year, texts.toSorted(byNewest)))}` },
  }),
};

/** The names of all spellings, the newest year first. */
export const spellingHeads = (edition: Edition): readonly SpellingHead[] =>
  edition.reductions(READ_TEXTS).toReversed();

/** The spelling of a year, in the order of its catalogue. */
export const yearSpelling = (edition: Edition, year: string): Spelling =>
  spellingOf(year, edition.newest(READ_TEXTS, year, Infinity));

/** Where a year's spelling lies below the site's root. */
export const spellingPath = ({ name }: Pick<SpellingHead, 'name'>): string => `kiosk/data/${name}.json`;

/** The files that a kiosk finds announcements by. */
export const kioskManifest = (edition: Edition): KioskManifest => {
  const spellings = spellingHeads(edition);
  return {
    years: catalogueHeads(edition).map((head, place) => ({
      year: head.year,
      catalogue: cataloguePath(head),
      spelling: spellingPath(spellings[place]!),
    })),
  };
};
