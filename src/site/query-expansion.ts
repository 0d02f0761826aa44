import { simplifiedForms } from '../core/simplified.ts';

/** Where the groups of synonyms and the simplified characters lie below the site's root. */
export const SYNONYMS = 'search/synonyms.json';
export const SIMPLIFIED = 'search/simplified.json';

/** Traditional characters and, in the same order, the simplified ones: two texts weigh half of a table. */
export const simplifiedFile = (): readonly [traditional: string, simplified: string] =>
  (file ??= toFile(simplifiedForms()));

let file: readonly [string, string] | undefined;

const toFile = (forms: ReadonlyMap<string, string>): readonly [string, string] => [
  [...forms.keys()].join(''),
  [...forms.values()].join(''),
];
