import { commonTail } from '../announcement/every-type.ts';
import { fieldsOf } from '../announcement/field.ts';
import type { Span } from '../diagnostic.ts';
import type { ListNode, MapEntry, MapNode, TextNode } from './tree.ts';

const { label: FACTS } = commonTail.otherFacts.meta()!;
const [NAME, CONTENT] = fieldsOf(commonTail.otherFacts.element).map(({ label }) => label);

/** Words under a name, as they were written. */
interface Fact {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

/** An announcement that keeps facts among its 其他事项. */
export function withFacts(map: MapNode, facts: readonly Fact[]): MapNode {
  const [first] = facts;
  if (!first) return map;
  const items = facts.map(itemOf);
  const at = map.entries.findIndex(({ key }) => key === FACTS);
  const before = map.entries[at]?.value;
  if (before?.kind === 'list') {
    const list: ListNode = { ...before, items: [...before.items, ...items] };
    return { ...map, entries: map.entries.with(at, { ...map.entries[at]!, value: list }) };
  }
  if (before !== undefined) return map;
  const { span } = first;
  const fact: MapEntry = { key: FACTS!, keySpan: span, value: { kind: 'list', items, span } };
  return { ...map, entries: [...map.entries, fact] };
}

function itemOf({ name, text, span }: Fact): MapNode {
  const node = (words: string): TextNode => ({ kind: 'text', text: words, span });
  return {
    kind: 'map',
    span,
    entries: [
      { key: NAME!, keySpan: span, value: node(name) },
      { key: CONTENT!, keySpan: span, value: node(text) },
    ],
  };
}
