import type { Span } from '../diagnostic.ts';
import type { MapEntry, MapNode, Tree } from './tree.ts';

/** Takes the smallest values around faults of form out of a tree, so that nothing is concluded from them. */
export function withUnclear(tree: Tree, faults: readonly Span[]): Tree {
  if (faults.length === 0) return tree;
  if (tree.kind === 'map') {
    const touched = byPlace(
      tree.entries.map(({ keySpan }) => keySpan),
      faults,
    );
    if (touched.has(-1)) return unclear(tree);
    const entries = tree.entries.map((entry, index) => inEntry(entry, touched.get(index) ?? []));
    return { ...tree, entries };
  }
  if (tree.kind === 'list') {
    const touched = byPlace(
      tree.items.map(({ span }) => span),
      faults,
    );
    if (touched.has(-1)) return unclear(tree);
    return { ...tree, items: tree.items.map((item, index) => withUnclear(item, touched.get(index) ?? [])) };
  }
  return unclear(tree);
}

/** Whether no fault of form was found anywhere in a tree. */
export function isClear(tree: Tree): boolean {
  switch (tree.kind) {
    case 'map':
      return tree.unread === undefined && tree.entries.every(({ value }) => isClear(value));
    case 'list':
      return tree.items.every(isClear);
    default:
      return tree.kind === 'text';
  }
}

/** Whether a map may have this field in a part of it that could not be read. */
export const mayHave = ({ unread }: MapNode, label: string): boolean => unread?.includes(label) ?? false;

function inEntry(entry: MapEntry, faults: readonly Span[]): MapEntry {
  const { value } = entry;
  if (faults.length === 0) return entry;
  const isWithin = faults.every((fault) => !isAfter(value.span, fault));
  return { ...entry, value: isWithin ? withUnclear(value, faults) : unclear(value) };
}

/** Groups faults by the last of the starts, in order, that is not after them; -1 where all are. */
const byPlace = (starts: readonly Span[], faults: readonly Span[]): ReadonlyMap<number, readonly Span[]> =>
  Map.groupBy(faults, (fault) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(starts[middle]!, fault)) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  });

const unclear = ({ span }: Tree): Tree => ({ kind: 'unclear', span });

const isAfter = (place: Span, at: Span): boolean =>
  place.line > at.line || (place.line === at.line && place.column > at.column);
