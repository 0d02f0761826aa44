import { namesOf, offersOf, type Known } from '../names.ts';
import { entryIn, readFiles, wordsByFile, type Ground } from './ground.ts';

/** What changed files are known by now; takes down what they say of themselves. */
export function namesNow(
  ground: Ground,
  changed: ReadonlySet<string>,
): ReadonlyMap<string, Pick<Known, 'names' | 'offers'>> {
  if (changed.size === 0) return new Map();
  const { announcements } = ground.tables;
  const read = announcements.some(changed);
  const byFile = wordsByFile(readFiles(ground, read, new Set()));
  return new Map(
    read.map(({ file, id }) => {
      const words = byFile.get(file);
      announcements.tell(file, entryIn(words));
      return [file, { names: namesOf(id, words), offers: offersOf(id, words) }];
    }),
  );
}
