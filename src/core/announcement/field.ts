import { z } from 'zod';
import { otherNamesOf } from './also-called.ts';
import { dateKind, deadlineKind, instantKind, monthKind, startKind } from './instant-forms.ts';
import type { Kind } from './kind.ts';
import { balanceKind } from './money-forms.ts';
import { priceKind } from './price.ts';
import { areaKind } from './area.ts';
import { discountKind } from './discount.ts';
import { ratioKind, shareKind } from './bound.ts';
import { phoneKind } from './phone.ts';
import { countKind, percentKind, workingDaysKind } from './quantity.ts';
import { daysKind, termKind } from './term.ts';
import {
  choiceKind,
  codeKind,
  digestKind,
  lineKind,
  noticeKind,
  referenceKind,
  textKind,
  titleKind,
  oldAddressKind,
  urlKind,
  usccKind,
  yesNoKind,
} from './text.ts';

/**
 * What a field is for, where a list, a feed or a screen needs "the deadline" or "the buyer" of any type. In the records
 * of a list it is for that lot, parcel or asset alone.
 */
export type Role =
  | 'principal'
  | 'agency'
  | 'amount'
  | 'deadline'
  | 'opening'
  | 'opening-place'
  | 'publicity-from'
  | 'publicity-until'
  | 'winner'
  | 'price';

export interface FieldMeta {
  /** The Chinese term of the official form; it is the front-matter key. */
  label: string;
  /** Written for the clerk who fills the field. */
  help: string;
  /** A right value, as the clerk writes it. */
  example?: string;
  /** Units that a value must carry, in Chinese. */
  unit?: string;
  /** Values in every form that the field usually has, where its kind knows more of them. */
  forms?: string;
  /** All the terms there are, of a field with a closed list of them. */
  terms?: readonly string[];
  role?: Role;
  /**
   * Of a date that closes the matter to newcomers, though its deadline has not come: what a tag says after it.
   */
  gate?: string;
  /** Whether it names one who takes part, alone or as a consortium, beside those with the role of a winner. */
  party?: true;
  /** The event that a calendar makes of a date. */
  occasion?: OccasionMeta;
  /** Where a draft proposes a date. */
  usual?: UsualMeta;
  /** Dates of the same form that this one must not come before. */
  notBefore?: readonly NotBefore[];
  /** A list whose parts add up to this whole. */
  sumOf?: { list: string; part: string };
  /** Where a page shows it: among those to ask, or in another place than the key facts, which is the rule. */
  block?: 'contact' | 'elsewhere';
  /** A list each of whose records is a line of the key facts by itself: the fields that are its label and its text. */
  asLines?: { label: string; text: string };
  /** A list of what lies on other sites, each a link in the key facts with the moment of its publication. */
  asLinks?: { text: string; href: string; when: string };
  /** Key of the field of the same form that takes what is said behind its value. */
  remarkIn?: string;
  /** Must be given unless the field of the same name is, which takes another shape. */
  unlessTwin?: true;
  /** Of a condition for taking part: a form that is filled in parts has these together. */
  part?: 'qualification';
  /** The list of the site's settings that its value is from. */
  listedIn?: 'regions';
  /** How often a clerk needs it, of those that may be left out; most are `usual`, which is the rule. */
  group?: 'other';
  /** Place in its block, the lowest first; those without one follow in the order of the form. */
  order?: number;
  /**
   * What is no silent edit of a published announcement: to add items to a list that `may-grow`, to write another value
   * into a field that `may-change`. Everything else that it says stays.
   */
  afterPublication?: 'may-grow' | 'may-change';
}

/** Fields are named by their keys in the same form. */
export interface OccasionMeta {
  /** Permanent: calendars know an event by it. */
  kind: string;
  /** Place in the order of a procedure. */
  step: number;
  /** The first day, where the field is the last. */
  from?: string;
  place?: string;
  /** What takes place, where the label of the field does not say it. */
  words?: string;
  /** Days before it at which a calendar reminds. */
  remindDays?: readonly number[];
  /** Something must be done by then. */
  isDeadline?: true;
  /** How long a calendar keeps free for what is held at a moment, as no form says it. */
  minutes?: number;
}

/** A period that usually separates two dates of a form, in calendar days; the rules push it further where they must. */
interface UsualMeta {
  /** The date it is counted from; the first that has a value. */
  after: readonly string[];
  days: number;
  /** Clock time, where the field has one. */
  time?: string;
  /** The last day of a period may fall on a day of rest: readers have the site; offices have their hours. */
  anyDay?: true;
}

interface NotBefore {
  field: string;
  /** Of the finding, and its words. */
  code: string;
  words: string;
}

/** Place among the key facts of what a field is for; see `FieldMeta.order`. */
const ORDER_OF_ROLE: Readonly<Record<Role, number>> = {
  principal: 50,
  agency: 60,
  amount: 70,
  winner: 90,
  price: 100,
  deadline: 140,
  opening: 150,
  'opening-place': 160,
  'publicity-from': 210,
  'publicity-until': 220,
};

declare module 'zod' {
  // Every key of a field's own facts can be asked of any schema.
  interface GlobalMeta extends Partial<FieldMeta> {}
}

const kinds = z.registry<{ kind: unknown }>();

type Scalar<T> = z.ZodPipe<z.ZodString, z.ZodTransform<T, string>>;

/** Makes the builder of fields of one kind. */
export const field =
  <T>(kind: Kind<T>, unit?: string, forms?: string) =>
  (meta: FieldMeta & { example: string }): Scalar<T> =>
    scalar(kind, { ...(unit !== undefined && { unit }), ...(forms !== undefined && { forms }), ...meta });

function scalar<T>(kind: Kind<T>, meta: FieldMeta): Scalar<T> {
  const schema: Scalar<T> = z.string().transform((text, context) => {
    const parsed = kind.parse(text);
    if ('value' in parsed) return parsed.value;
    const { fault } = parsed;
    context.issues.push({
      code: 'custom',
      input: text,
      message: fault.message,
      params: { ...fault, ...(meta.forms && fault.example && { example: meta.forms }) },
    });
    return z.NEVER;
  });
  const described = schema.meta({ ...meta });
  kinds.add(described, { kind });
  return described;
}

export const text = field(textKind);
export const line = field(lineKind);
export const title = field(titleKind);
export const notice = field(noticeKind);
export const code = field(codeKind);
export const uscc = field(usccKind);
export const digest = field(digestKind);
export const phone = field(phoneKind);
export const url = field(urlKind);
export const oldAddress = field(oldAddressKind);
export const reference = field(referenceKind);
export const instant = field(instantKind);
/** A moment at which something starts or appears, or its day. */
export const start = field(startKind);
export const deadline = field(deadlineKind);
export const date = field(dateKind);
export const month = field(monthKind);
/** A sum, or what a notice says in its place. */
export const money = field(priceKind, '元、万元、亿元', '358.6万元、3,586,000元、约1.2亿元');
/** What is paid down, or how it is. */
export const deposit = field(priceKind, '元、万元', '7万元、人民币300万元或等值美元、不收取');
/** By what a bid rises at the least. */
export const increment = field(priceKind, '元、万元', '20万元、5万元及其整倍数');
/** A value by the books, which may be less than nothing. */
export const balance = field(balanceKind, '元、万元、亿元，可以是负数');
/** A sum, a unit price, a rate or named parts. */
export const price = field(priceKind, '元、万元、亿元，单价或者百分比');
export const area = field(areaKind, '平方米、公顷、亩、平方公里');
export const percent = field(percentKind, '%');
/** What is paid of a price, in per cent or 折. */
export const discount = field(discountKind, '%、折');
export const ratio = field(ratioKind);
export const share = field(shareKind);
export const term = field(termKind, '年、个月');
export const days = field(daysKind, '日历天');
export const workingDays = field(workingDaysKind, '个工作日');
export const count = field(countKind);

/** Lets a literal that stands for one of several Chinese terms be printed and explained like an enumeration. */
export const kindOfTerms = (schema: z.ZodType, terms: Readonly<Record<string, string>>): void => {
  kinds.add(schema, { kind: choiceKind(terms) });
};

/** A yes-or-no field, 是 or 否. */
export const yesNo = (meta: FieldMeta): Scalar<boolean> =>
  scalar(yesNoKind, { example: '是', terms: ['是', '否'], ...meta });

/** A field with a closed list of terms, English value to Chinese term; `also` gives other terms their values. */
export const choice = <const T extends Record<string, string>>(
  terms: T,
  meta: FieldMeta,
  also: Readonly<Record<string, keyof T & string>> = {},
): Scalar<keyof T & string> =>
  scalar(choiceKind(terms, also), {
    example: Object.values(terms)[0]!,
    terms: Object.values(terms),
    ...meta,
  });

export type Shape = Record<string, z.ZodType>;
type Optional<S extends Shape> = { [K in keyof S]: z.ZodOptional<S[K]> };

const optional = <S extends Shape>(shape: S): Optional<S> =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.optional()])) as Optional<S>;

/** An object whose `must` fields are required and whose `may` fields can be left out; any other is refused. */
export const record = <M extends Shape, O extends Shape>(must: M, may: O) =>
  z.strictObject({ ...must, ...optional(may) });

/** A list of records, at least one, written in YAML with one `-` an item. */
export const list = <M extends Shape, O extends Shape>(meta: FieldMeta, must: M, may: O) =>
  z
    .array(record(must, may))
    .min(1)
    .meta({ ...meta });

/** A list of plain values: lot codes, names of reviewers, old addresses. */
export const values = <T>(item: Scalar<T>, meta: FieldMeta): z.ZodArray<Scalar<T>> =>
  z
    .array(item)
    .min(1)
    .meta({ ...meta });

/** What a schema says about one field, read back from its metadata. */
export interface Field extends FieldMeta {
  key: string;
  /** What else a clerk may call it. */
  alsoCalled: readonly string[];
  required: boolean;
  /** How a single value is read and printed; absent on lists. */
  kind?: Kind<unknown>;
  shape: 'scalar' | 'values' | 'records';
  /** Kind of each value of a plain list, and a right one as the clerk writes it. */
  item?: Kind<unknown>;
  itemExample?: string;
  /** The fields of each record of a list. */
  fields?: readonly Field[];
  schema: z.ZodType;
}

/** The fields of an object schema, in the order of the official form. */
export const fieldsOf = (schema: z.ZodObject): readonly Field[] =>
  Object.entries(schema.shape).flatMap(([key, member]) => describe(key, member as z.ZodType) ?? []);

/**
 * The field of a form that a name means: the one that is called so, or else the one that is also called so where no
 * other is.
 */
export function fieldNamed(form: readonly Field[], name: string): Field | undefined {
  const own = form.find(({ label }) => label === name);
  if (own) return own;
  const byName = byNameIn(form);
  const plain = name.replace(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）');
  const short = plain.replace(ASIDE, '');
  const [meant, ...more] = byName.get(plain) ?? byName.get(short) ?? byName.get(usualName(short)) ?? [];
  return more.length === 0 ? meant : undefined;
}

/** Spellings of a name that change nothing about it: 递交投标文件的截止日期 is 递交投标文件截止时间. */
export const usualName = (name: string): string =>
  name
    .replace(/（北京时间）$/u, '')
    .replace(/^(?:电子|网上)(?=投标|响应)/u, '')
    .replace(/上传(?=.*截止)/u, '递交')
    .replace(/的(?=截止|递交|提交)/u, '')
    .replace(/(?<=截止|开始|结束)日期$/u, '时间');

/** The fields of a form by each of their names, made once: a file may have sixty thousand names that none has. */
function byNameIn(form: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const known = formsByName.get(form);
  if (known) return known;
  const named = form.flatMap((field) =>
    [...new Set([field.label, ...field.alsoCalled])].map((name) => ({ name, field })),
  );
  const byName = new Map(
    [...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ field }) => field)]),
  );
  formsByName.set(form, byName);
  return byName;
}

const formsByName = new WeakMap<readonly Field[], ReadonlyMap<string, readonly Field[]>>();

/** What forms say before and behind the name of a field to whom fills them in. */
const ASIDE =
  /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|（[一二三四五六七八九十]{1,3}）)|^本(?:项目|次|采购包|包|标段)|（(?:如有|若有|如适用|必填|选填|可选|人民币|填写.{1,8}|或.{1,12}|含.{0,4}税)）$/gu;

function describe(key: string, member: z.ZodType): Field | undefined {
  const required = !(member instanceof z.ZodOptional) || member.meta()?.unlessTwin === true;
  const schema = member instanceof z.ZodOptional ? (member.unwrap() as z.ZodType) : member;
  const meta = schema.meta();
  if (!meta?.label) return undefined;
  const { role, order = role && ORDER_OF_ROLE[role] } = meta as FieldMeta;
  const base = {
    ...(meta as FieldMeta),
    ...(order !== undefined && { order }),
    key,
    alsoCalled: otherNamesOf(meta.label),
    required,
    schema,
  };
  if (!(schema instanceof z.ZodArray)) return { ...base, shape: 'scalar', kind: kindOf(schema) };
  const element = schema.element;
  if (element instanceof z.ZodObject) return { ...base, shape: 'records', fields: fieldsOf(element) };
  const { terms, example } = (element as z.ZodType).meta() ?? {};
  const each = { ...(terms && { terms }), ...(example !== undefined && { itemExample: example }) };
  return { ...base, ...each, shape: 'values', item: kindOf(element as z.ZodType) };
}

const kindOf = (schema: z.ZodType): Kind<unknown> => kinds.get(schema)!.kind as Kind<unknown>;
