import type { Edition } from '../core/edition.ts';
import { createHash } from 'node:crypto';
import type { KioskManifest } from '../core/kiosk/manifest.ts';
import type { Spelling } from '../core/kiosk/spelling.ts';
import { toSpelling } from '../core/pinyin.ts';
import { catalogues } from './search.ts';

/** Every year's spelling under its name, `pinyin-2026.0a1b2c3d`, the newest year first. */
export function spellings(edition: Edition): readonly { name: string; spelling: Spelling }[] {
  return edition.once('spellings', () =>
    catalogues(edition).map(({ catalogue }) => {
      const spelling = toSpelling(catalogue);
      const digest = createHash('sha256').update(JSON.stringify(spelling)).digest('hex').slice(0, 8);
      return { name: `pinyin-${catalogue.year}.${digest}`, spelling };
    }),
  );
}

/** Where a year's spelling lies below the site's root. */
export const spellingPath = ({ name }: { name: string }): string => `kiosk/data/${name}.json`;

/** The files that a kiosk finds announcements by. */
export const kioskManifest = (edition: Edition): KioskManifest => ({
  years: spellings(edition).map((own, place) => ({
    year: own.spelling.year,
    catalogue: `data/${catalogues(edition)[place]!.name}.json`,
    spelling: spellingPath(own),
  })),
});
