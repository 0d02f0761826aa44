import type { Instant } from '../../core/announcement/instant.ts';
import { findIn, settle, type CheckedContent } from '../../core/check.ts';
import { checkDisclosed } from '../../core/check/disclosed.ts';
import type { Corpus } from '../../core/corpus/corpus.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Survey } from '../survey.ts';
import { entryIn, readFiles, wordsByFile, type Ground } from './ground.ts';
import { keepFound } from './keeping.ts';
import { LinkQuestions } from './links.ts';
import { originalsIn } from './originals.ts';
import { partsOf } from './parts.ts';

/** Checks files and keeps what is found, so many together as memory allows; gives the last of what was checked. */
export function checkInParts(
  ground: Ground,
  files: ReadonlySet<string>,
  survey: Survey,
  now: Instant,
): CheckedContent {
  const [first, ...others] = partsOf(ground, files);
  const content = checkPart(ground, first!, survey, now);
  // Each part looks at its own originals; what else has changed the first has looked at.
  const rest = {
    ...survey,
    originals: new Set<string>(),
    ids: new Set<string>(),
    isDisclosureChanged: false,
  };
  return others.reduce((_, part) => checkPart(ground, part, rest, now), content);
}

function checkPart(ground: Ground, files: ReadonlySet<string>, survey: Survey, now: Instant): CheckedContent {
  const links = new LinkQuestions(ground);
  const content = lookAt(ground, files, survey, { now, links });
  keepFound(ground, files, survey, { content, links });
  ground.order.take?.(content);
  return content;
}

function lookAt(
  ground: Ground,
  files: ReadonlySet<string>,
  survey: Survey,
  { now, links }: { readonly now: Instant; readonly links: LinkQuestions },
): CheckedContent {
  const { announcements, past } = ground.tables;
  const { contentDir, inspect, tellsAhead } = ground.order;
  const read = announcements.some(files);
  const corpus = readFiles(ground, read, originalsIn(read, survey));
  const byFile = wordsByFile(corpus);
  for (const { file } of read) announcements.tell(file, entryIn(byFile.get(file)));
  const about = new Set([...read.map(({ id }) => id), ...past.gone(ground.ids)]);
  const { found, content } = findIn(corpus, {
    contentDir,
    about,
    opened: idsToOpen(ground, corpus),
    inspect,
    recall: () => past.history(about),
    now: tellsAhead ? now : undefined,
    pagesFor: ({ file }, known) => links.pagesFor(file, known),
  });
  return settle(content, [...found, ...disclosed(ground, corpus, survey)]);
}

function idsToOpen({ tables }: Ground, { entries }: Corpus): ReadonlySet<string> {
  const toOpen = tables.announcements.toOpen();
  return new Set(entries.filter(({ file }) => toOpen.has(file)).map(({ id }) => id));
}

/** What is found in the attachments of the disclosure catalogue, which are opened when one of them has changed. */
function disclosed(
  { state, order: { contentDir, inspect } }: Ground,
  { disclosure }: Corpus,
  { isDisclosureChanged }: Survey,
): readonly Diagnostic[] {
  const kept = state.get('disclosed');
  if (kept !== undefined && !isDisclosureChanged) return JSON.parse(kept) as Diagnostic[];
  const found = checkDisclosed(disclosure, contentDir, inspect);
  state.set('disclosed', JSON.stringify(found));
  return found;
}
