import type { CheckedContent } from '../../core/check.ts';
import { ORIGINALS } from '../../core/corpus/content-folder.ts';
import { namesOf, offersOf } from '../names.ts';
import type { Survey } from '../survey.ts';
import { wordsByFile, type Ground } from './ground.ts';
import type { LinkQuestions } from './links.ts';
import { isOfOriginals, originalsIn } from './originals.ts';

/** Keeps what was found of files, and by what names they are known. */
export function keepFound(
  { tables: { announcements, names, hall } }: Ground,
  files: ReadonlySet<string>,
  survey: Survey,
  {
    content: { corpus, collection, findings },
    links,
  }: { readonly content: CheckedContent; readonly links: LinkQuestions },
): void {
  const [byFile, found] = [wordsByFile(corpus), Map.groupBy(findings, ({ file }) => file)];
  const toOpen = announcements.toOpen();
  const read = announcements.some(files);
  for (const { file, id } of read) {
    const words = byFile.get(file);
    names.put(file, {
      names: namesOf(id, words),
      offers: offersOf(id, words),
      questions: links.of(file),
    });
    announcements.keep(file, found.get(file) ?? [], toOpen.has(file));
  }
  const ofOriginals = Map.groupBy(findings.filter(isOfOriginals), ({ file }) => file.split('/')[1]!);
  for (const id of originalsIn(read, survey))
    announcements.keepAt(`${ORIGINALS}/${id}`, ofOriginals.get(id) ?? []);
  hall.put(collection);
}
