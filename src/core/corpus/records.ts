import { fieldNamed, type Field } from '../announcement/field.ts';
import { numberIn } from '../announcement/numeral.ts';
import { isMatterList } from '../announcement/matter-list.ts';
import type { ListNode, MapEntry, MapNode, Tree } from './tree.ts';
import { meaningOf, withUnit } from './unit-in-name.ts';

/**
 * An announcement whose lists hold what belongs to their records, though it stands beside them as notices have it: the
 * facts of its only plot, what holds for all plots alike, 第一中标候选人 and 第二中标候选人 in lines of their own, and items
 * that are a name and nothing else.
 */
export function withRecords(map: MapNode, form: readonly Field[]): MapNode {
  const lists = form.filter(isMatterList);
  const single = map.entries.flatMap((entry) => eachOf(entry, form));
  const named = { ...map, entries: single.map((entry) => withNames(entry, lists)) };
  return lists.reduce<MapNode>((tree, list) => withShared(withRanked(tree, list), list, form, lists), named);
}

/** 提交投标文件截止时间、开标时间: one moment that is the value of two fields. */
function eachOf(entry: MapEntry, form: readonly Field[]): readonly MapEntry[] {
  const names = entry.key.split(/[、及和与暨]/u);
  if (names.length !== 2 || fieldNamed(form, entry.key)) return [entry];
  const fields = names.flatMap((name) => fieldNamed(form, name) ?? []);
  const isMoment = fields.every(({ kind }) => kind?.name === 'instant');
  return fields.length === 2 && isMoment ? fields.map(({ label }) => ({ ...entry, key: label })) : [entry];
}

/** Items that are a text alone, in a list whose records need one text alone. */
function withNames(entry: MapEntry, lists: readonly Field[]): MapEntry {
  const list = lists.find(({ label }) => label === entry.key);
  const [only, ...more] = list?.fields?.filter(({ required }) => required) ?? [];
  if (!only || more.length > 0 || only.kind?.name !== 'text' || entry.value.kind !== 'list') return entry;
  const items = entry.value.items.map((item): Tree => {
    if (item.kind !== 'text' || item.text.trim() === '') return item;
    return { kind: 'map', span: item.span, entries: [{ key: only.label, keySpan: item.span, value: item }] };
  });
  return { ...entry, value: { ...entry.value, items } };
}

const RANKED =
  /^第?([一二三四五六七八九十]{1,2}|\d{1,2})(?:名)?(?:中标|成交|入围)?候选(?:人|供应商)(?:名称)?$/u;

/** 第一中标候选人: 甲公司 is the record of a candidate with its rank; of one with a record for a value, in that. */
function withRanked(map: MapNode, list: Field): MapNode {
  const rank = list.fields!.find(({ key }) => key === 'rank');
  const name = list.fields!.find(({ key }) => key === 'name');
  if (!rank || !name || map.entries.some(({ key }) => key === list.label)) return map;
  const own = map.entries.filter(({ key, value }) => RANKED.test(key) && value.kind !== 'list');
  const [first] = own;
  if (!first) return map;
  const items = own.map(({ key, keySpan, value }): MapNode => {
    const place = String(numberIn(RANKED.exec(key)![1]!) ?? '');
    const rankEntry = {
      key: rank.label,
      keySpan,
      value: { kind: 'text' as const, text: place, span: keySpan },
    };
    const rest = value.kind === 'map' ? value.entries : [{ key: name.label, keySpan, value }];
    return { kind: 'map', span: keySpan, entries: [rankEntry, ...rest] };
  });
  const made: MapEntry = { ...first, key: list.label, value: { kind: 'list', items, span: first.keySpan } };
  return {
    ...map,
    entries: map.entries.flatMap((entry) => (entry === first ? [made] : own.includes(entry) ? [] : [entry])),
  };
}

/** What only the records of one list can have: in all of them where the list is written, else in its only one. */
function withShared(map: MapNode, list: Field, form: readonly Field[], lists: readonly Field[]): MapNode {
  const own = map.entries.flatMap((entry) => {
    if (fieldNamed(form, entry.key) || entry.value.kind !== 'text') return [];
    const [meant, ...others] = lists.flatMap(({ fields }) => meaningOf(entry, fields!) ?? []);
    if (!meant || others.length > 0 || !list.fields!.includes(meant.field)) return [];
    const { field, unit } = meant;
    return [{ entry, field, made: { ...entry, key: field.label, value: withUnit(entry.value, unit) } }];
  });
  if (own.length === 0) return map;
  const at = map.entries.findIndex(({ key }) => key === list.label);
  const rest = map.entries.filter((entry) => !own.some((one) => one.entry === entry));
  if (at < 0) {
    const has = new Set(own.map(({ field }) => field));
    if (has.size < own.length || !list.fields!.every((field) => !field.required || has.has(field)))
      return map;
    const { entry } = own[0]!;
    const only: MapNode = { kind: 'map', span: entry.keySpan, entries: own.map(({ made }) => made) };
    return { ...map, entries: [...rest, { key: list.label, keySpan: entry.keySpan, value: only }] };
  }
  const { value } = map.entries[at]!;
  const records = value.kind === 'list' ? value.items : [value];
  const isFree = records.every(
    (record) =>
      record.kind === 'map' &&
      own.every(({ field }) => !field.required && !record.entries.some(({ key }) => key === field.label)),
  );
  if (!isFree) return map;
  const filled = records.map((record): Tree => ({
    ...(record as MapNode),
    entries: [...(record as MapNode).entries, ...own.map(({ made }) => made)],
  }));
  const whole: Tree = value.kind === 'list' ? ({ ...value, items: filled } satisfies ListNode) : filled[0]!;
  return {
    ...map,
    entries: rest.map((entry) => (entry.key === list.label ? { ...entry, value: whole } : entry)),
  };
}
