import { fieldNamed, type Field } from '../announcement/field.ts';
import { parseDate } from '../announcement/instant-forms.ts';
import { sameMomentAs } from '../announcement/joined-names.ts';
import { LONGEST } from '../announcement/line.ts';
import { remarkBehind, type Split } from '../announcement/remark-behind.ts';
import { isMatterList } from '../announcement/matter-list.ts';
import type { MapEntry, MapNode, TextNode } from './tree.ts';
import { withFacts } from './with-fact.ts';

/** Kinds whose values stand alone, so that any words behind one are told apart from it. */
const ALONE: ReadonlySet<string> = new Set([
  'instant',
  'date',
  'month',
  'yes-no',
  'choice',
  'price',
  'money',
  'area',
  'percent',
  'share',
  'ratio',
  'count',
  'working-days',
  'phone',
]);

/** A value that a notice leaves open, in the place of one that has a form. */
const NO_VALUE =
  /^(?:[/／—–-]{1,4}|无|暂无|待定|未定|不适用|另行(?:通知|公告|公布)|(?:详见|见|参见).{1,60})$/u;

/**
 * An announcement in which a value that has a form stands without the words behind it, `2026年4月1日17:00（以到账时间为准）`.
 * These go where the notice says they belong: into a field that they name, `（楼面地价2430元/平方米）`; into the field
 * that takes remarks of this one; else among 其他事项 under the name of the field with 说明, so that nothing is lost.
 */
export function withRemarks(map: MapNode, form: readonly Field[]): MapNode {
  const { record, facts } = inRecord(map, form);
  const whole = form.reduce((tree, list) => inList(tree, list), { record, facts });
  return withFacts(whole.record, whole.facts);
}

interface Fact {
  name: string;
  text: string;
  span: TextNode['span'];
}
interface Told {
  record: MapNode;
  facts: readonly Fact[];
}

/** The same in the records of a list that is a matter of its own; what has no field there says whose it is. */
function inList({ record, facts }: Told, list: Field): Told {
  const at = isMatterList(list) ? record.entries.findIndex(({ key }) => key === list.label) : -1;
  const entry = record.entries[at];
  if (!entry) return { record, facts };
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const told = items.map((item, index) => {
    if (item.kind !== 'map') return { item, facts: [] };
    const own = inRecord(item, list.fields!);
    const whose = nameOf(item, list, index);
    return { item: own.record, facts: own.facts.map((fact) => ({ ...fact, name: `${whose}${fact.name}` })) };
  });
  if (told.every(({ item }, index) => item === items[index])) return { record, facts };
  const made = told.map(({ item }) => item);
  const value = entry.value.kind === 'list' ? { ...entry.value, items: made } : made[0]!;
  return {
    record: { ...record, entries: record.entries.with(at, { ...entry, value }) },
    facts: [...facts, ...told.flatMap((one) => one.facts)],
  };
}

const nameOf = (item: MapNode, { label, fields }: Field, index: number): string => {
  const first = item.entries.find(({ key, value }) => key === fields![0]!.label && value.kind === 'text');
  return first?.value.kind === 'text' ? first.value.text.trim() : `${label}第 ${index + 1} 项的`;
};

function inRecord(map: MapNode, form: readonly Field[]): Told {
  return map.entries.reduce<Told>(
    (told, entry) => {
      const field = form.find(({ label, shape }) => label === entry.key && shape === 'scalar');
      const kind = field?.kind;
      if (!kind || entry.value.kind !== 'text' || !ALONE.has(kind.name)) return told;
      const text = entry.value.text.trim();
      if (text.length > LONGEST) return told;
      const same = kind.name === 'instant' ? sameAs(text, map, form) : undefined;
      if (same) return replaced(told, entry, same);
      if (!MAY_HAVE_REMARK.test(text) || 'value' in kind.parse(text)) return told;
      if (!field.required && (NO_VALUE.test(text) || isPastDay(field, text, form)))
        return leftOpen(told, entry, text);
      const split = remarkBehind(field, text);
      return split ? placed(told, entry, field, form, split) : told;
    },
    { record: map, facts: [] },
  );
}

/** 同投标截止时间: the moment of another field. */
function sameAs(text: string, map: MapNode, form: readonly Field[]): TextNode | undefined {
  const field = sameMomentAs(text, form);
  const value = map.entries.find(({ key }) => key === field?.label)?.value;
  return field && value?.kind === 'text' && value.text.trim() !== text ? value : undefined;
}

const replaced = ({ record, facts }: Told, entry: MapEntry, { text }: TextNode): Told => ({
  record: {
    ...record,
    entries: record.entries.map((one) =>
      one === entry ? { ...one, value: { ...one.value, text } as TextNode } : one,
    ),
  },
  facts,
});

/** The day alone of what took place: only of a call, which has a deadline, the hour is needed. */
const isPastDay = ({ kind }: Field, text: string, form: readonly Field[]): boolean =>
  kind!.name === 'instant' && 'value' in parseDate(text) && !form.some(({ role }) => role === 'deadline');

const MAY_HAVE_REMARK = /[（(，,；;。：: \u3000/／—–-]|无|定|见|告|知|布|日/u;

function leftOpen({ record, facts }: Told, entry: MapEntry, text: string): Told {
  const entries = record.entries.filter((one) => one !== entry);
  return {
    record: { ...record, entries },
    facts: [...facts, { name: entry.key, text, span: entry.keySpan }],
  };
}

function placed(
  { record, facts }: Told,
  entry: MapEntry,
  field: Field,
  form: readonly Field[],
  { head, rest }: Split,
): Told {
  const { span } = entry.value;
  const text = (words: string): TextNode => ({ kind: 'text', text: words, span });
  const at = record.entries.indexOf(entry);
  const entries = record.entries.with(at, { ...entry, value: text(head) });
  const free = (key: string): boolean =>
    !record.entries.some((one) => fieldNamed(form, one.key)?.label === key);
  const sibling = siblingIn(form, rest, free);
  const takes = form.find(({ key, label }) => key === field.remarkIn && free(label));
  if (sibling) {
    const made = { ...entry, key: sibling.field.label, value: text(sibling.text) };
    return { record: { ...record, entries: [...entries, made] }, facts };
  }
  if (takes)
    return {
      record: { ...record, entries: [...entries, { ...entry, key: takes.label, value: text(rest) }] },
      facts,
    };
  return {
    record: { ...record, entries },
    facts: [...facts, { name: `${entry.key}说明`, text: rest, span: entry.keySpan }],
  };
}

/** A field of the same form that words name and give a value: 楼面地价2430元/平方米. */
function siblingIn(
  form: readonly Field[],
  words: string,
  free: (label: string) => boolean,
): { field: Field; text: string } | undefined {
  for (const field of form) {
    if (field.shape !== 'scalar' || !free(field.label)) continue;
    const name = [field.label, ...field.alsoCalled].find((one) => words.startsWith(one));
    const text = name === undefined ? '' : words.slice(name.length).replace(/^(?:为|是)?\s*[:：]?\s*/u, '');
    if (text !== '' && 'value' in field.kind!.parse(text)) return { field, text };
  }
  return undefined;
}
