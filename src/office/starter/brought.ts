import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTRIBUTES, IGNORED } from './git-files.ts';

/** A file of a content folder, by its path there. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** What the product brings that a new site begins with: its calendars, and the pages of its sample. */
export interface Brought {
  readonly calendars: readonly StarterFile[];
  readonly pages: readonly StarterFile[];
}

/** Where a package without the sample has what of it goes along. */
export const PACKED = 'brought';

/** @param product the product's own folder */
export function broughtBy(product: string): Brought {
  const packed = join(product, PACKED);
  const source = existsSync(packed) ? packed : join(product, 'content');
  const pages = filesIn(source, 'pages', '.md').filter(({ path }) => path !== 'pages/about.md');
  return { calendars: filesIn(source, 'calendar', '.yaml'), pages };
}

/** What each content folder should have as the product has it; everything else there is the centre's own. */
export const keptFiles = ({ calendars }: Brought): readonly StarterFile[] => [
  ...calendars,
  { path: '.gitattributes', text: ATTRIBUTES },
  { path: '.gitignore', text: IGNORED },
];

/** The files of a folder with an ending, by their paths from the content folder. */
const filesIn = (source: string, folder: string, ending: string): readonly StarterFile[] =>
  readdirSync(join(source, folder))
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(source, folder, name), 'utf8'),
    }));
