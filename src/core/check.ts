import { fieldsOf } from './announcement/field.ts';
import { formOf, typeOf } from './announcement/schema.ts';
import { checkBody } from './body.ts';
import { diagnostic, FRONT_MATTER_LINE } from './corpus/front-matter.ts';
import { loadCorpus, type Corpus, type Entry, type Words } from './corpus/load.ts';
import { labels, placeOf } from './corpus/meaning.ts';
import { readTree } from './corpus/read-tree.ts';
import { displaySchema } from './corpus/settings.ts';
import type { Diagnostic, Finding, Span } from './diagnostic.ts';
import { rowOf } from './listing.ts';
import { linkAnnouncements, type Links } from './project.ts';
import { checkDateOrder } from './rules/date-order.ts';
import { checkScreen } from './screen.ts';

/** A content folder that was read, checked and linked. */
export interface CheckedContent {
  corpus: Corpus;
  links: Links;
  /** Sorted by file, then place. */
  findings: readonly Diagnostic[];
}

/**
 * The whole check. The command line, the build and the editor all call this one function. With `about`, what is found
 * of the announcements with these ids is whole, and the rest of the archive is left unread where it has no part in it.
 */
export function check(contentDir: string, about?: ReadonlySet<string>): CheckedContent {
  const corpus = loadCorpus(contentDir, about);
  const links = linkAnnouncements(corpus.entries, corpus.ids);
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const findings = [
    ...corpus.findings,
    ...[...corpus.entries, ...corpus.unreadable].flatMap(checkWords),
    ...[
      ...links.findings,
      ...corpus.entries.flatMap(({ id, announcement }) => checkDateOrder(id, announcement)),
    ].map((finding) => place(entries.get(finding.id)!, finding)),
    ...checkDisplays(corpus, links),
  ];
  return { corpus, links, findings: findings.sort(byPlace) };
}

/** Whether nothing stands against publication. */
export const isPublishable = (findings: readonly Diagnostic[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.code < b.code ? -1 : 1);

const checkWords = ({ file, body, bodyLine, linkable }: Words): readonly Diagnostic[] =>
  checkBody(body, linkable).map(({ code, line, ...rest }) =>
    diagnostic(file, code, { ...rest, line: bodyLine + line - 1 }),
  );

/** Screens are judged by the announcements they are for; without the centre's name there is no header to set. */
function checkDisplays({ displays, entries, site }: Corpus, links: Links): readonly Diagnostic[] {
  if (!site || displays.length === 0) return [];
  const rows = entries.map((entry) => rowOf(entry, links));
  const labelOf = new Map(fieldsOf(displaySchema).map(({ key, label }) => [key, label]));
  return displays.flatMap((display) =>
    checkScreen(display, site.centreName, rows).map(({ at, message, help }) =>
      diagnostic(display.file, 'S103', { ...display.places[at]!, field: labelOf.get(at)!, message, help }),
    ),
  );
}

/** Finds the place of a finding. The tree is parsed again only now: sound announcements need not keep theirs. */
function place(entry: Entry, { code, at, message, help, also }: Finding): Diagnostic {
  const form = formOf(typeOf(entry.announcement.category, entry.announcement.type));
  const { tree } = readTree(entry.frontMatter, FRONT_MATTER_LINE, labels);
  const spanOf = (path: string): Span => placeOf(tree!, path.split('.'), form);
  const field = form.find(({ key }) => key === at.split('.')[0])?.label;
  return diagnostic(entry.file, code, {
    ...spanOf(at),
    ...(field === undefined ? {} : { field }),
    message,
    ...(help === undefined ? {} : { help }),
    ...(also === undefined ? {} : { labels: [{ ...spanOf(also.at), text: also.text }] }),
  });
}
