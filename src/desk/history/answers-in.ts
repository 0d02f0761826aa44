import { FRONT_MATTER_LINE, split } from '../../core/corpus/front-matter.ts';
import { labels } from '../../core/corpus/labels.ts';
import { readTree } from '../../core/corpus/read-tree.ts';
import type { Tree } from '../../core/corpus/tree.ts';
import type { Answer } from '../../core/drafting/draft.ts';

/** What a file says, by label and as it was written: of an older form of the fields too. */
export function answersIn(
  file: string,
  text: string,
): { readonly answers: Readonly<Record<string, Answer>>; readonly body: string } {
  const { split: parts } = split(file, text);
  if (!parts) return { answers: {}, body: text };
  const { tree } = readTree(parts.frontMatter, FRONT_MATTER_LINE, labels);
  const entries = tree?.kind === 'map' ? tree.entries : [];
  return {
    answers: Object.fromEntries(entries.map(({ key, value }) => [key, answerIn(value)])),
    body: parts.body,
  };
}

function answerIn(tree: Tree): Answer {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind !== 'list') return '';
  if (!tree.items.some(({ kind }) => kind === 'map')) return tree.items.map(textIn);
  return tree.items.map((item) =>
    item.kind === 'map'
      ? Object.fromEntries(item.entries.map(({ key, value }) => [key, textIn(value)]))
      : { '': textIn(item) },
  );
}

function textIn(tree: Tree): string {
  if (tree.kind === 'text') return tree.text;
  return tree.kind === 'list' ? tree.items.map(textIn).join('、') : '';
}
