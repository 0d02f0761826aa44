import { lineOf, type AnyNode } from '../../core/import/tree.ts';
import type { Evidence } from '../../core/import/evidence.ts';
import { find } from '../page/find.ts';
import { allWords, type Line, type SavedPage } from '../page/saved.ts';
import type { Place } from '../systems/system.ts';

/** What stands at one place of a page. */
interface Standing {
  readonly words: string;
  readonly evidence: Evidence;
  /** The nodes that it is written in; none for a meta element. */
  readonly nodes: readonly AnyNode[];
}

/** All that stands at a place, in the order of the page; what holds nothing is left out. */
export function standingAt(page: SavedPage, place: Place): readonly Standing[] {
  if ('meta' in place) {
    return (page.metas.get(place.meta) ?? []).map(({ content, line }) =>
      standing('网页信息', content, line, []),
    );
  }
  return partsAt(page, place)
    .map((nodes) => standing('标记', allWords(...nodes), firstLine(nodes), nodes))
    .filter(({ words }) => words !== '');
}

/** The parts of the page that a place means, each as its topmost nodes. */
export function partsAt(page: SavedPage, place: Place): readonly (readonly AnyNode[])[] {
  if ('meta' in place) return [];
  if ('between' in place) return enclosed(page, place.between);
  const elements = find(page, place.at);
  return elements
    .filter((element) => !elements.some((other) => other !== element && holds(page, other, element)))
    .map((element) => [element]);
}

/** Whether a node stands within another. */
export function holds(page: SavedPage, outer: AnyNode, inner: AnyNode): boolean {
  const [around, within] = [page.measures.get(outer)!, page.measures.get(inner)!];
  return around.start <= within.start && within.end <= around.end;
}

/** A stretch of a page, in the order of its nodes. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Whether a node begins in a stretch of the page. */
export function isIn(page: SavedPage, { start, end }: Extent, node: AnyNode): boolean {
  const at = page.measures.get(node)!.start;
  return at >= start && at < end;
}

/** The lines that stand within nodes. */
export const linesWithin = (page: SavedPage, nodes: readonly AnyNode[]): readonly Line[] =>
  page.lines.filter((line) => nodes.some((node) => holds(page, node, line.nodes[0]!)));

/** Words as evidence, no longer than a person reads. */
export const evidenceOf = (rule: string, words: string, line: number): Evidence => ({
  rule,
  words: [...words].slice(0, 60).join(''),
  line,
});

const standing = (rule: string, words: string, line: number, nodes: readonly AnyNode[]): Standing => ({
  words,
  evidence: evidenceOf(rule, words, line),
  nodes,
});

const firstLine = (nodes: readonly AnyNode[]): number => nodes.map(lineOf).find((line) => line > 0) ?? 0;

/** What stands between each comment that begins a part and the one that ends it. */
function enclosed(page: SavedPage, words: RegExp): readonly (readonly AnyNode[])[] {
  return page.comments.flatMap((begin, index) => {
    const data = begin.data.trim();
    const ending = endOf(data);
    if (ending === undefined || !words.test(data)) return [];
    const end = page.comments.slice(index + 1).find((comment) => comment.data.trim() === ending);
    if (!end) return [];
    const nodes: AnyNode[] = [];
    gather(page, page.document, page.measures.get(begin)!.end, page.measures.get(end)!.start, nodes);
    return [nodes];
  });
}

/** The comment that closes what another opens: of JCMS the same with “end”, of VSB one for all. */
function endOf(begin: string): string | undefined {
  if (begin.startsWith('#begineditable')) return '#endeditable';
  return begin.endsWith('begin') ? `${begin.slice(0, -5)}end` : undefined;
}

/** The topmost nodes that lie wholly between two places of the document. */
function gather(page: SavedPage, node: AnyNode, from: number, to: number, nodes: AnyNode[]): void {
  const { start, end } = page.measures.get(node)!;
  if (end <= from || start >= to) return;
  if (start >= from && end <= to) nodes.push(node);
  else if ('children' in node) for (const child of node.children) gather(page, child, from, to, nodes);
}
