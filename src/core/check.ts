import { formOf, typeOf } from './announcement/schema.ts';
import { checkBody } from './body.ts';
import { diagnostic } from './corpus/front-matter.ts';
import { loadCorpus, type Corpus, type Entry, type Words } from './corpus/load.ts';
import { placeOf } from './corpus/meaning.ts';
import { parseTree } from './corpus/tree.ts';
import type { Diagnostic, Finding, Span } from './diagnostic.ts';
import { linkAnnouncements, type Links } from './project.ts';
import { checkDateOrder } from './rules/date-order.ts';

/** A content folder that was read, checked and linked. */
export interface CheckedContent {
  corpus: Corpus;
  links: Links;
  /** Sorted by file, then place. */
  findings: readonly Diagnostic[];
}

/** The whole check. The command line, the build and the editor all call this one function. */
export function check(contentDir: string): CheckedContent {
  const corpus = loadCorpus(contentDir);
  const links = linkAnnouncements(corpus.entries, corpus.ids);
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const findings = [
    ...corpus.findings,
    ...[...corpus.entries, ...corpus.unreadable].flatMap(checkWords),
    ...[
      ...links.findings,
      ...corpus.entries.flatMap(({ id, announcement }) => checkDateOrder(id, announcement)),
    ].map((finding) => place(entries.get(finding.id)!, finding)),
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

function checkWords(entry: Words): readonly Diagnostic[] {
  const files = new Set(entry.attachments.map(({ file }) => file.normalize('NFC')));
  return checkBody(entry.body, files).map(({ code, line, text, message, help }) => {
    const column = text === '' ? 1 : [...(entry.body.split('\n')[line - 1] ?? '').split(text)[0]!].length + 1;
    const span = {
      line: entry.bodyLine + line - 1,
      column,
      length: Math.max(1, [...text.split('\n')[0]!].length),
    };
    return diagnostic(
      entry.file,
      code,
      help === undefined ? { ...span, message } : { ...span, message, help },
    );
  });
}

/** Finds the place of a finding. The tree is parsed again only now: sound announcements need not keep theirs. */
function place(entry: Entry, { code, at, message, help, also }: Finding): Diagnostic {
  const form = formOf(typeOf(entry.announcement.category, entry.announcement.type));
  const { tree } = parseTree(entry.frontMatter, 2);
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
