import type { Catalogue } from '../../core/search/catalogue.ts';
import type { SearchManifest } from '../../core/search/manifest.ts';
import type { Question } from '../../core/search/question.ts';
import { shelfOf, type Shelf } from '../../core/search/shelf.ts';
import { yearsFor } from '../../core/search/years.ts';
import { manifest } from './parts.ts';
import { once, readJson } from './site-files.ts';

type Year = SearchManifest['years'][number];

/** The shelves that a question needs, on their way, the newest year first. */
export const shelvesFor = (question: Question, now: number): readonly Promise<Shelf>[] =>
  yearsFor(manifest.years, question, now).map(shelfOfYear);

/** The last of the years that a question looks through; nothing where it looks through none. */
export function oldestOf(question: Question, now: number): string | undefined {
  const years = yearsFor(manifest.years, question, now);
  return years[years.length - 1]?.year;
}

const shelfOfYear = ({ catalogue }: Year): Promise<Shelf> =>
  once(catalogue, async () => shelfOf(await readJson<Catalogue>(manifest.base + catalogue)));
