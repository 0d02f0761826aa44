import type { Field } from '../announcement/field.ts';
import { parseDate } from '../announcement/instant-forms.ts';
import { dayIn, endsOf, WINDOWS, type Window } from '../announcement/window.ts';
import type { MapNode } from './tree.ts';
import { withFacts } from './with-fact.ts';

/**
 * An announcement whose periods stand in their two fields each: 公示期: 3月31日至4月2日 becomes 公示开始 and 公示结束. What
 * a field for a day cannot hold, hours and remarks, is kept as it was written among 其他事项, so nothing is lost. What
 * cannot be read as a period stays as it is.
 */
export function withWindows(map: MapNode, form: readonly Field[]): MapNode {
  return WINDOWS.reduce((tree, window) => {
    const [from, until] = [window.from, window.until].map((label) =>
      form.find((field) => field.label === label),
    );
    if (!until || (window.from !== undefined && !from)) return tree;
    return withoutHours(withoutHours(split(tree, window, from, until), until, true), from, false);
  }, map);
}

/** Gives a period in one line to the two fields, where neither is written. */
function split(map: MapNode, window: Window, from: Field | undefined, until: Field): MapNode {
  const at = map.entries.findIndex(({ key }) => window.names.includes(key));
  const entry = map.entries[at];
  const isWritten = map.entries.some(({ key }) => key === window.from || key === window.until);
  if (entry?.value.kind !== 'text' || isWritten) return map;
  const { text, span } = entry.value;
  const ends = endsOf(text);
  if (!ends) return map;
  const parts = [
    ...(from ? [{ ...entry, key: from.label, value: { kind: 'text' as const, text: ends.from, span } }] : []),
    { ...entry, key: until.label, value: { kind: 'text' as const, text: ends.until, span } },
  ];
  const entries = map.entries.toSpliced(at, 1, ...parts);
  const says = ends.remark !== '' || !from;
  return says
    ? withFacts({ ...map, entries }, [{ name: entry.key, text, span: entry.keySpan }])
    : { ...map, entries };
}

/** Leaves a field for a day the day; its hour and remark go to 其他事项 as they were written. */
function withoutHours(map: MapNode, field: Field | undefined, isEnd: boolean): MapNode {
  if (field?.kind?.name !== 'date') return map;
  const at = map.entries.findIndex(({ key }) => key === field.label);
  const entry = map.entries[at];
  if (entry?.value.kind !== 'text' || 'value' in parseDate(entry.value.text)) return map;
  const { text } = entry.value;
  const day = dayIn(/^[^（(，,；;]*/u.exec(text)![0].trim(), isEnd);
  if (day === undefined) return map;
  const entries = map.entries.with(at, { ...entry, value: { ...entry.value, text: day } });
  return withFacts({ ...map, entries }, [{ name: entry.key, text, span: entry.keySpan }]);
}
