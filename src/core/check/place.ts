import { remedyIn } from '../announcement/kind.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import type { Entry } from '../corpus/corpus.ts';
import { diagnostic, FRONT_MATTER_LINE } from '../corpus/front-matter.ts';
import { labels } from '../corpus/labels.ts';
import { asMeant } from '../corpus/own-names.ts';
import { placeOf } from '../corpus/places.ts';
import { readTree } from '../corpus/read-tree.ts';
import type { Diagnostic, Finding, Span } from '../diagnostic.ts';

/** Finds the place of a finding. The tree is parsed again only now: sound announcements need not keep theirs. */
export function place(entry: Entry, finding: Finding): Diagnostic {
  const { code, at, message, also, severity, citation } = finding;
  const form = formOf(typeOf(entry.announcement.category, entry.announcement.type));
  const { tree } = readTree(entry.frontMatter, FRONT_MATTER_LINE, labels);
  const named = asMeant(tree!, form);
  const spanOf = (path: string): Span => placeOf(named, path.split('.'), form);
  const field = form.find(({ key }) => key === at.split('.')[0])?.label;
  const said = diagnostic(entry.file, code, {
    ...spanOf(at),
    ...(field === undefined ? {} : { field }),
    message,
    ...remedyIn(finding),
    ...(citation === undefined ? {} : { citation }),
    ...(also === undefined ? {} : { labels: [{ ...spanOf(also.at), text: also.text }] }),
  });
  return severity === undefined ? said : { ...said, severity };
}
