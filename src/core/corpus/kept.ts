import { distance } from 'fastest-levenshtein';
import { fieldNamed, type Field } from '../announcement/field.ts';
import { near } from '../announcement/near.ts';
import { formOf, types } from '../announcement/schema.ts';
import { isMatterList } from '../announcement/matter-list.ts';
import { unitInName } from '../announcement/unit-in-name.ts';
import type { ListNode, MapEntry, MapNode, Tree } from './tree.ts';
import { isWindow } from '../announcement/window.ts';
import { withFacts } from './with-fact.ts';

/** An announcement and the entries that were kept among its 其他事项, since no field asks for them. */
interface Kept {
  map: MapNode;
  kept: readonly MapEntry[];
}

/**
 * Keeps what an announcement states and no field of its form asks for: under the notice's own name among 其他事项, that
 * of a record with the record's name before it. What may be a slip in the name of a field, or a date or a price of
 * another form, stays where it is and is told.
 */
export function withKept(map: MapNode, form: readonly Field[]): Kept {
  const whole = taken(map, form);
  const lists = form.filter(isMatterList).reduce<Kept>((before, list) => inList(before, list), whole);
  const facts = lists.kept.map(({ key, keySpan, value }) => ({
    name: key,
    text: wordsIn(value),
    span: keySpan,
  }));
  return { map: withFacts(lists.map, facts), kept: lists.kept };
}

function inList({ map, kept }: Kept, { label, fields }: Field): Kept {
  const at = map.entries.findIndex(({ key }) => key === label);
  const entry = map.entries[at];
  if (!entry || (entry.value.kind !== 'list' && entry.value.kind !== 'map')) return { map, kept };
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const made = items.map((item, index): { item: Tree; kept: readonly MapEntry[] } => {
    if (item.kind !== 'map') return { item, kept: [] };
    const own = taken(item, fields!);
    const whose = nameIn(item, fields!) ?? `${label}第 ${index + 1} 项`;
    return { item: own.map, kept: own.kept.map((one) => ({ ...one, key: `${whose}：${one.key}` })) };
  });
  if (made.every(({ kept: own }) => own.length === 0)) return { map, kept };
  const rest = made.map(({ item }) => item);
  const value: Tree =
    entry.value.kind === 'list' ? ({ ...entry.value, items: rest } satisfies ListNode) : rest[0]!;
  return {
    map: { ...map, entries: map.entries.with(at, { ...entry, value }) },
    kept: [...kept, ...made.flatMap((one) => one.kept)],
  };
}

/** What a record is known by: its code or its name. */
function nameIn(item: MapNode, fields: readonly Field[]): string | undefined {
  const named = fields.filter(({ key }) => key === 'name' || key === 'code').map(({ label }) => label);
  const value = item.entries.find(({ key }) => named.includes(key))?.value;
  return value?.kind === 'text' ? value.text.trim() : undefined;
}

function taken(map: MapNode, form: readonly Field[]): Kept {
  const isKept = keeperFor(map, form);
  const kept = new Set(map.entries.filter(isKept));
  return kept.size === 0
    ? { map, kept: [] }
    : { map: { ...map, entries: map.entries.filter((entry) => !kept.has(entry)) }, kept: [...kept] };
}

/** Of a period, what is no length of time alone. */
const DATE = /\d\s*月|\d{4}/u;

/** A name as forms have it: characters with what stands between them. */
const NAME = /^(?=.*\p{Script=Han})[\p{L}\p{N}（）()、，,《》“”/／·%％.㎡²\-：\s]{2,40}$/u;

/** Says of each entry whether it is kept; what form and announcement decide is found once for all of them. */
function keeperFor(map: MapNode, form: readonly Field[]): (entry: MapEntry) => boolean {
  const written = new Set(map.entries.map(({ key }) => key));
  const lists = form.filter(({ label, required }) => required || written.has(label));
  const names = form
    .filter(({ shape }) => shape === 'scalar')
    .flatMap(({ label, alsoCalled }) => (written.has(label) ? [label] : [label, ...alsoCalled]));
  return ({ key, value }) => {
    if (!isFact(key, value)) return false;
    const named = fieldNamed(form, key);
    // Whom else one may ask.
    if (named) return named.block === 'contact' && named.label !== key && written.has(named.label);
    if (unitInName(key, form) || (isWindow(key) && DATE.test(wordsIn(value))) || isOfAnotherForm(key))
      return false;
    if (lists.some((list) => fieldNamed(list.fields ?? [], key))) return false;
    return !isSlipOfAny(key, names);
  };
}

/** Whether an entry is kept among 其他事项 whichever of these forms the announcement turns out to have. */
export const isKeptUnderAny = ({ key, value }: MapEntry, forms: readonly (readonly Field[])[]): boolean =>
  isFact(key, value) &&
  !isOfAnotherForm(key) &&
  !isSlipOfAny(key, [...new Set(forms.flatMap((form) => form.map(({ label }) => label)))]);

/** Whether an entry can be told under its own name. */
const isFact = (key: string, value: Tree): boolean => NAME.test(key) && wordsIn(value) !== '';

function isSlipOfAny(key: string, names: readonly string[]): boolean {
  const meant = near(key, names);
  return meant !== undefined && isSlip(key, meant);
}

/** One character wrong or missing, or two missing: 投标戴止, 标截止, 投标时间 for 投标截止时间. */
function isSlip(name: string, meant: string): boolean {
  const apart = distance(name, meant);
  return apart <= 1 || (apart === 2 && meant.length - name.length === 2);
}

/** Kinds that only tell: a page has nothing to do with them but to show them. */
const TELLING: ReadonlySet<string> = new Set([
  'text',
  'choice',
  'code',
  'uscc',
  'yes-no',
  'url',
  'days',
  'term',
  'phone',
]);

const isOfAnotherForm = (name: string): boolean => actingLabels().has(name);

let acting: ReadonlySet<string> | undefined;

/** Labels of all forms with which a page has more to do, found when the first is asked for. */
function actingLabels(): ReadonlySet<string> {
  acting ??= new Set(
    types.flatMap((spec) =>
      formOf(spec).flatMap(({ label, kind }) => (TELLING.has(kind?.name ?? '') ? [] : [label])),
    ),
  );
  return acting;
}

/** A text, or texts in a list; nothing of what has fields of its own. */
function wordsIn(value: Tree): string {
  if (value.kind === 'text') return value.text.trim();
  if (value.kind !== 'list' || !value.items.every((item) => item.kind === 'text')) return '';
  return value.items.map(wordsIn).join('；');
}
