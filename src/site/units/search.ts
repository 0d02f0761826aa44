import { searchTextsPath } from '../address.ts';
import { SIMPLIFIED, SYNONYMS } from '../query-expansion.ts';
import { textFiles, textsOf } from '../search-texts.ts';
import { file, page, type Kind } from '../unit.ts';

/**
 * A file of texts for excerpts. Its key has its name and what is in it, `2026-17 a b c d`: that an announcement was added
 * to the year is nothing to the other files.
 */
const texts: Kind = {
  name: 'search texts',
  keys: (edition) => textFiles(edition).map(({ name, ids }) => [name, ...ids].join(' ')),
  pages: () => [],
  files(edition, key) {
    const [name, ...ids] = key.split(' ');
    return [{ path: searchTextsPath(name!), text: JSON.stringify(textsOf(edition, ids)) }];
  },
  year: (_, key) => key.slice(0, 4),
};

/** The search page, and the words it knows besides those that are typed. */
const searchPage: Kind = {
  name: 'search',
  keys: () => [''],
  pages: () => [page('search'), file(SYNONYMS), file(SIMPLIFIED)],
};

export const search: readonly Kind[] = [texts, searchPage];
