import { fieldNamed, type Field } from '../announcement/field.ts';
import type { Parsed } from '../announcement/kind.ts';
import { LONGEST } from '../announcement/line.ts';
import { isMeasure } from '../announcement/price-remark.ts';
import { isMatterList } from './matter-list.ts';
import type { MapEntry, MapNode, TextNode } from './tree.ts';
import { withFact } from './with-fact.ts';

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
  return whole.facts.reduce((tree, { name, text, span }) => withFact(tree, name, text, span), whole.record);
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
      if (!MAY_HAVE_REMARK.test(text) || isWhole(kind.parse(text))) return told;
      if (!field.required && NO_VALUE.test(text)) return leftOpen(told, entry, text);
      const split = splitsOf(text).find(({ head, rest }) => isSplit(field, head, rest));
      return split ? placed(told, entry, field, form, split) : told;
    },
    { record: map, facts: [] },
  );
}

/** 同投标截止时间: the moment of another field. */
function sameAs(text: string, map: MapNode, form: readonly Field[]): TextNode | undefined {
  const [, name] = /^(?:同|与)(.{2,12}?)(?:相同|一致|同一时间|为同一时间)?$/u.exec(text) ?? [];
  const field = name === undefined ? undefined : fieldNamed(form, name);
  const value = map.entries.find(({ key }) => key === field?.label)?.value;
  return field?.kind?.name === 'instant' && value?.kind === 'text' && value.text.trim() !== text
    ? value
    : undefined;
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

/** Nothing is taken off a value that can be read, nor off one in which two figures or a weekday contradict each other. */
const isWhole = (parsed: Parsed<unknown>): boolean =>
  'value' in parsed || /前后不一致|对不上|写了两个/u.test(parsed.fault.message);

const MAY_HAVE_REMARK = /[（(，,；;。：: \u3000/／—–-]|无|定|见|告|知|布/u;

/** The value and what follows it, at every bracket and every comma from the left. */
function splitsOf(text: string): readonly Split[] {
  const brackets = /^(.+?)\s*[（(](.+)[）)]\s*$/su.exec(text);
  return [
    ...(brackets ? [{ head: brackets[1]!.trim(), rest: brackets[2]!.trim() }] : []),
    ...[...text.matchAll(/[，,；;。]/gu)].map(({ index }) => ({
      head: text.slice(0, index).trim(),
      rest: text.slice(index + 1).trim(),
    })),
  ].filter(({ head, rest }) => head !== '' && rest !== '');
}

interface Split {
  head: string;
  rest: string;
}

/** Whether a value stands before words that are a remark on it, and no second value and no change of the first. */
function isSplit({ kind, remarkIn }: Field, head: string, rest: string): boolean {
  if ('fault' in kind!.parse(head) || DATE.test(rest) || (CHANGE.test(rest) && /\d/u.test(rest)))
    return false;
  if (kind!.name !== 'price' && kind!.name !== 'money') return 'fault' in kind!.parse(rest);
  if (SUM.test(rest)) return false;
  return remarkIn !== undefined || !isMeasure(rest) || NAMED.test(rest);
}

const DATE = /\d年|\d月\d|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d/u;
/** What begins as a sum does is a second one. */
const SUM = /^(?:人民币|约)?[\d¥￥壹贰叁肆伍陆柒捌玖拾]/u;
const CHANGE = /延|改|调整|推迟|提前|变更|更正/u;
/** A remark that begins with the name of a thing and gives it a figure of its own. */
const NAMED = /^(?!.*(?:每|单价))\p{Script=Han}{2,12}(?:为|:|：)?\d/u;

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
