import type { Field } from '../announcement/field.ts';
import { parseDate } from '../announcement/instant-forms.ts';
import { momentsJoined, sameMomentAs } from '../announcement/joined-names.ts';
import { dayIn, endsOf, WINDOWS } from '../announcement/window.ts';
import { maskPersonal } from '../privacy.ts';
import type { Answer } from '../drafting/draft.ts';
import type { Evidence, Pair } from './evidence.ts';
import { meaningOf } from './meaning.ts';
import { placeBehind } from './moment-and-place.ts';
import type { Stated } from './stated.ts';
import { keyOf, readingOf, type Reading } from './values.ts';

export interface RecognisedValue {
  field: Field;
  answer: Answer;
  evidence: Evidence;
}

interface DoubtfulValue {
  label: string;
  why: string;
  candidates: readonly { text: string; evidence: Evidence }[];
}

/** What became of the pairs of a page. */
export interface Placed {
  values: readonly RecognisedValue[];
  doubtful: readonly DoubtfulValue[];
  unplaced: readonly Pair[];
}

interface Candidate {
  field: Field;
  text: string;
  stated: Stated;
  reading: Reading;
}

/**
 * Gives the pairs of a page to the fields of a form: a field has a value where the page states just one under its
 * names. Where it states two, or one that cannot be read, the field is doubtful with all of them.
 */
export function placeIn(form: readonly Field[], stated: readonly Stated[]): Placed {
  const fillable = form.filter(isFillable);
  const found = withOnlyContact(stated).map((one) => ({
    one,
    candidates: candidatesFor(one, fillable, form),
  }));
  const byField = Map.groupBy(
    withSameMoments(withoutOtherContacts(found.flatMap(({ candidates }) => candidates)), form),
    ({ field }) => field,
  );
  const decided = form.flatMap((field) => decide(field, byField.get(field) ?? []));
  const placed = new Set(decided.flatMap(({ used }) => used));
  return {
    values: decided.flatMap(({ value }) => value ?? []),
    doubtful: decided.flatMap(({ doubt }) => doubt ?? []),
    unplaced: found.filter(({ one }) => !placed.has(one)).map(({ one }) => masked(one)),
  };
}

/** Values and lists of values that a page can state of the matter itself; what is about the notice is not read from its body. */
const isFillable = ({ block, shape, key }: Field): boolean =>
  block !== 'elsewhere' && shape !== 'records' && key !== 'lotCodes';

function candidatesFor(
  stated: Stated,
  fillable: readonly Field[],
  form: readonly Field[],
): readonly Candidate[] {
  if (stated.isOfLot) return [];
  const of = (field: Field, text: string): Candidate => ({
    field,
    text,
    stated,
    reading: readingOf(field, text, stated.isOpen),
  });
  const name = stated.name.replace(/^原(?:公告|项目)?的?(?=(?:采购|招标)?项目(?:编号|名称)$)/u, '');
  const text = stated.value.replace(/^[\s\p{Zs}]+|[\s\p{Zs}]+$/gu, '');
  const meant = meaningOf(name, text, form);
  if (meant) {
    if (!fillable.includes(meant.field)) return [];
    const contact = contactIn(meant.field, text, fillable);
    if (contact) return contact.map(([field, part]) => of(field, part));
    return [of(meant.field, dayFor(meant.field, meant.text))];
  }
  const [from, until] = windowOf(name, fillable);
  if (until) {
    const ends = endsOf(periodIn(text));
    if (!ends) return [];
    return [...(from ? [of(from, dayFor(from, ends.from))] : []), of(until, dayFor(until, ends.until))];
  }
  const joined = momentsJoined(name, fillable).map((field) => of(field, text));
  return joined.length > 0
    ? joined
    : placeBehind(name, text, fillable).map(([field, part]) => of(field, part));
}

/** A name and a telephone in one value, 联系方式：曾老师 0757-…, 监督部门：示例局，电话 0757-…; each has its field. */
function contactIn(
  { key }: Field,
  text: string,
  form: readonly Field[],
): readonly (readonly [Field, string])[] | undefined {
  if (key === 'supervisor') return supervisorIn(text, form);
  if (key !== 'contactName' && key !== 'contactPhone') return undefined;
  const [, name, phone] =
    /^([\p{Script=Han}]{2,6}(?:（[^（）]{1,8}）)?)[\s\p{Zs}，,、:：/]*((?:[（(]?0\d{2,3}[）)]?|[48]00|1[3-9]\d|\d{7})[\d\s()（）、，,/转-]*)$/u.exec(
      text,
    ) ?? [];
  if (name === undefined || /电话|手机|传真|座机/u.test(name)) return undefined;
  const fieldOf = (key_: string): Field | undefined => form.find((field) => field.key === key_);
  const [who, number] = [fieldOf('contactName'), fieldOf('contactPhone')];
  return who && number
    ? [
        [who, name],
        [number, phone!.trim()],
      ]
    : undefined;
}

function supervisorIn(
  text: string,
  form: readonly Field[],
): readonly (readonly [Field, string])[] | undefined {
  const [, name, number] =
    /^(\p{Script=Han}{3,30}?)[\s\p{Zs}，,、；;:：（(]*(?:(?:联系|监督)?电话[:：]?)?\s*((?:[（(]?0\d{2,3}[）)]?[\s-]?)?\d{7,8})[）)。]?$/u.exec(
      text,
    ) ?? [];
  const [who, phone] = ['supervisor', 'supervisorPhone'].map((key) =>
    form.find((field) => field.key === key),
  );
  if (name === undefined || !who || !phone) return undefined;
  return [
    [who, name],
    [phone, number!],
  ];
}

/** 开标时间：同投标截止时间 is at the moment that the page states for that, where it states just one. */
const withSameMoments = (candidates: readonly Candidate[], form: readonly Field[]): readonly Candidate[] =>
  candidates.map((one) => {
    const other = one.field.kind?.name === 'instant' ? sameMomentAs(one.text, form) : undefined;
    const [moment, ...more] = candidates.filter(({ field }) => field === other && field !== one.field);
    if (!moment || more.some(({ text }) => text !== moment.text)) return one;
    return { ...one, text: moment.text, reading: readingOf(one.field, moment.text, false) };
  });

/** The fields that a period has its first and its last moment in. */
function windowOf(name: string, form: readonly Field[]): readonly [Field | undefined, Field | undefined] {
  const named = (label: string | undefined): Field | undefined => form.find((field) => field.label === label);
  const window = WINDOWS.find(({ names, until }) => names.includes(name) && named(until));
  if (!window || (window.from !== undefined && !named(window.from))) return [undefined, undefined];
  return [named(window.from), named(window.until)];
}

/** A field for a day takes the day of a moment. */
function dayFor({ kind, label }: Field, text: string): string {
  if (kind?.name !== 'date' || 'value' in parseDate(text)) return text;
  return dayIn(text.replace(/[（(][^（）()]*[）)]$/u, '').trim(), /结束$|截止$/u.test(label)) ?? text;
}

/** A period without the hours of each day and what else is said of it. */
const periodIn = (text: string): string =>
  text
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/(?<=\d[:：]\d{2})时/gu, '')
    .replace(/[，,；;。\s]*(?:其中|每[天日个]|工作日|法定|国家法定|节假日|双休日|逾期).*$/su, '')
    .trim();

/**
 * A flat list of labels has whom to ask behind the 监督部门, whose people these would be elsewhere: they are the
 * announcement's where it names nobody else.
 */
function withOnlyContact(stated: readonly Stated[]): readonly Stated[] {
  const contacts = stated.filter(({ name }) => /联系(?:人|电话)$/u.test(name));
  const isOnly =
    contacts.every(({ name }) => name.startsWith(SUPERVISOR)) &&
    contacts.some(({ name }) => name.endsWith('联系人'));
  if (!isOnly) return stated;
  return stated.map((one) =>
    contacts.includes(one) ? { ...one, name: one.name.slice(SUPERVISOR.length) } : one,
  );
}

const SUPERVISOR = '监督部门';

/** Where somebody is named to ask about the project, the contacts of those who take part are another matter. */
function withoutOtherContacts(candidates: readonly Candidate[]): readonly Candidate[] {
  const isContact = ({ field }: Candidate): boolean =>
    field.key === 'contactName' || field.key === 'contactPhone';
  const has = candidates.some((one) => isContact(one) && one.stated.name.startsWith('项目'));
  if (!has) return candidates;
  return candidates.filter((one) => !isContact(one) || !OWNED.test(one.stated.name));
}

const OWNED = /^(?:采购|招标|出让|转让|出租)(?:人|方|单位)/u;

interface Decided {
  value?: RecognisedValue;
  doubt?: DoubtfulValue;
  used: readonly Stated[];
}

function decide(field: Field, candidates: readonly Candidate[]): Decided | readonly Decided[] {
  const said = candidates.filter(({ reading }) => !('nothing' in reading));
  const [first] = said;
  if (!first) return [];
  const used = said.map(({ stated }) => stated);
  const sound = said.flatMap((one) => ('value' in one.reading ? [{ ...one, reading: one.reading }] : []));
  const [value] = sound;
  const keys = new Set(sound.map(({ reading }) => keyOf(field, reading.value)));
  const isSame = ({ text }: Candidate): boolean => value !== undefined && holds(text, value.text);
  if (value && keys.size === 1 && said.every((one) => 'value' in one.reading || isSame(one)))
    return { value: { field, answer: value.reading.answer, evidence: value.stated.evidence }, used };
  const fault = said.map(({ reading }) => reading).find((reading) => 'doubt' in reading);
  const why = keys.size > 1 || (keys.size === 1 && fault) ? `有 ${said.length} 处写到，不一致` : fault!.doubt;
  return {
    doubt: {
      label: field.label,
      why,
      candidates: said.map(({ text, stated }) => ({
        text: maskPersonal(text),
        evidence: masked(stated).evidence,
      })),
    },
    used,
  };
}

const holds = (longer: string, text: string): boolean =>
  longer.replace(/[\s\p{Zs}]/gu, '').startsWith(text.replace(/[\s\p{Zs}]/gu, ''));

const masked = ({ label, value, evidence }: Stated): Pair => ({
  label,
  value: maskPersonal(value),
  evidence: { ...evidence, words: maskPersonal(evidence.words) },
});
