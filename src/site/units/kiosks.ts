import { READ_TEXTS } from '../kiosk-search.ts';
import { file, type Kind } from '../unit.ts';

/** How the titles of a year are read, under a name that changes with it. */
const spellings: Kind = {
  name: 'spelling',
  keys: READ_TEXTS,
  pages: (edition, year) => [
    file('kiosk/data/[pinyin].json', { pinyin: edition.reduced(READ_TEXTS, year)!.name }),
  ],
};

export const kiosks: readonly Kind[] = [spellings];
