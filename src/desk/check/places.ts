import { FRONT_MATTER_LINE } from '../../core/corpus/front-matter.ts';
import { labels } from '../../core/corpus/labels.ts';
import { readTree } from '../../core/corpus/read-tree.ts';
import type { Tree } from '../../core/corpus/tree.ts';
import type { DeskFinding } from '../../core/desk/api.ts';

/** Where on the form a line of the front matter stands. */
type Place = Pick<DeskFinding, 'field' | 'record'>;

/** The places of a front matter: by a line of the file what of the form stands there. */
export function placesIn(frontMatter: string): (line: number) => Place {
  const { tree } = readTree(frontMatter, FRONT_MATTER_LINE, labels);
  const all =
    tree?.kind === 'map'
      ? tree.entries.flatMap(({ key, keySpan, value }) => [
          { line: keySpan.line, place: { field: key } },
          ...recordsOf(key, value),
        ])
      : [];
  return (line) => all.findLast((one) => one.line <= line)?.place ?? {};
}

/** The items of a list, and the parts of each that has some. */
function recordsOf(field: string, value: Tree): readonly { line: number; place: Place }[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item, index) => [
    { line: item.span.line, place: { field, record: { index } } },
    ...(item.kind === 'map'
      ? item.entries.map(({ key, keySpan }) => ({
          line: keySpan.line,
          place: { field, record: { index, label: key } },
        }))
      : []),
  ]);
}
