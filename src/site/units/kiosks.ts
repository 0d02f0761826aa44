import { READ_TEXTS } from '../kiosk-search.ts';
import { file, page, type Kind } from '../unit.ts';

/** How the titles of a year are read, under a name that changes with it. */
const spelling: Kind = {
  name: 'spelling',
  keys: READ_TEXTS,
  pages: (edition, year) => [
    file('kiosk/data/[pinyin].json', { pinyin: edition.reduced(READ_TEXTS, year)!.name }),
  ],
  year: (_, year) => year,
};

/** A touch screen of the hall. */
const kiosk: Kind = {
  name: 'kiosk',
  keys: (edition) => edition.kiosks.map(({ id }) => id),
  pages: (_, id) => [
    page('kiosk/[id]', { id }),
    file('kiosk/[id]/head.json', { id }),
    file('kiosk/[id]/panel.css', { id }),
  ],
};

export const kiosks: readonly Kind[] = [spelling, kiosk];
