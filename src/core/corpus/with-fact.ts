import { commonTail } from '../announcement/every-type.ts';
import { fieldsOf } from '../announcement/field.ts';
import type { Span } from '../diagnostic.ts';
import type { ListNode, MapEntry, MapNode, TextNode } from './tree.ts';

const { label: FACTS } = commonTail.otherFacts.meta()!;
const [NAME, CONTENT] = fieldsOf(commonTail.otherFacts.element).map(({ label }) => label);

/** An announcement that keeps words under a name among its 其他事项, as they were written. */
export function withFact(map: MapNode, name: string, text: string, span: Span): MapNode {
  const node = (words: string): TextNode => ({ kind: 'text', text: words, span });
  const item: MapNode = {
    kind: 'map',
    span,
    entries: [
      { key: NAME!, keySpan: span, value: node(name) },
      { key: CONTENT!, keySpan: span, value: node(text) },
    ],
  };
  const at = map.entries.findIndex(({ key }) => key === FACTS);
  const before = map.entries[at]?.value;
  if (before?.kind === 'list') {
    const list: ListNode = { ...before, items: [...before.items, item] };
    return { ...map, entries: map.entries.with(at, { ...map.entries[at]!, value: list }) };
  }
  if (before !== undefined) return map;
  const fact: MapEntry = { key: FACTS!, keySpan: span, value: { kind: 'list', items: [item], span } };
  return { ...map, entries: [...map.entries, fact] };
}
