import type { Edition } from '../core/edition.ts';
import type { Field } from '../core/announcement/field.ts';
import { isParty } from '../core/announcement/parties-of.ts';
import { formOf, typeOf, type Announcement } from '../core/announcement/schema.ts';
import type { Change } from '../core/project.ts';
import { moneyFigure } from '../core/announcement/money.ts';
import { phonesIn, toTelephoneHref } from '../core/announcement/phone.ts';
import { toCapitalMoney } from '../core/wording/to-capital-money.ts';
import { announcementPath, projectPath } from './address.ts';

/** When 时间, how much 钱, whom to ask 找谁, and the rest. */
export type FactPart = 'time' | 'money' | 'people' | 'rest';

/** One line of the key facts 关键信息. */
export interface FactLine {
  /** Which of a reader's questions it answers. */
  part: FactPart;
  label: string;
  text: string;
  /** A plain sum in two, figure and unit, as `text` has them together. */
  sum?: { figure: string; unit: string };
  /** Money in capitals, as contracts write it. */
  capital?: string;
  href?: string;
  /** Whether it names units, of which some have a page. */
  isNames?: true;
  /** Whether the link leaves the site. */
  isElsewhere?: true;
  /** Whether the reader will want it elsewhere: a code to be typed into another system. */
  isCopied?: true;
  /** The value before a correction, and the correction's address. */
  was?: string;
  changedBy?: string;
  /** Which correction it was: 1 for the first. */
  changedIn?: number;
}

/** A list of records, printed as a table. */
export interface FactTable {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Places of the columns that name units, where there are any. */
  names?: readonly number[];
  /** Of a list of lots, parcels or assets: the code of each row, where it has one. */
  codes?: readonly (string | undefined)[];
}

/** The key facts of an announcement with its corrections in force; a corrected one tells what it was. */
export function factLines(
  edition: Edition,
  announcement: Announcement,
  changes: readonly Change[],
): FactLine[] {
  const form = formOf(typeOf(announcement.category, announcement.type));
  const partOf = partsIn(form);
  return inOrder(shownFields(announcement).filter(({ field }) => !isTable(field))).flatMap(
    ({ field, value }): FactLine | readonly FactLine[] => {
      if (field.asLinks) return linksIn(field, value as readonly Readonly<Record<string, unknown>>[]);
      if (field.asLines) return linesIn(field, value as readonly Readonly<Record<string, unknown>>[]);
      const line: FactLine = {
        part: partOf(field),
        label: field.label,
        text: printed(field, value),
        ...sumOf(field, value),
        ...(isOfUnits(field) && { isNames: true as const }),
      };
      const first = changes.find((change) => change.field === field.key);
      const last = changes.findLast((change) => change.field === field.key);
      if (first && last) {
        const changedIn = 1 + [...new Set(changes.map(({ by }) => by))].indexOf(last.by);
        return { ...line, was: first.from, changedBy: edition.address(announcementPath(last.by)), changedIn };
      }
      if (field.key === 'projectCode')
        return { ...line, href: edition.address(projectPath(line.text)), isCopied: true };
      if (field.kind?.name === 'phone' && phonesIn(line.text).length === 1)
        return { ...line, href: toTelephoneHref(line.text) };
      return line;
    },
  );
}

/** Lists of records become tables; a column that no record uses is left out. */
export function factTables(announcement: Announcement): FactTable[] {
  return shownFields(announcement)
    .filter(({ field }) => isTable(field))
    .map(({ field, value }) => {
      const records = value as readonly Readonly<Record<string, unknown>>[];
      const used = field.fields!.filter(({ key }) => records.some((record) => record[key] !== undefined));
      const columns = used.length > MOST_IN_VIEW ? weightiestFirst(used) : used;
      return {
        label: field.label,
        ...(field.fields!.some(({ key }) => key === 'code') && {
          codes: records.map(({ code }) => code as string | undefined),
        }),
        head: columns.map(({ label }) => label),
        ...namesIn(columns),
        rows: records.map((record) =>
          columns.map((column) =>
            record[column.key] === undefined ? '' : column.kind!.print(record[column.key]),
          ),
        ),
      };
    });
}

function namesIn(columns: readonly Field[]): { names?: readonly number[] } {
  const names = columns.flatMap((column, place) => (isOfUnits(column) ? [place] : []));
  return names.length === 0 ? {} : { names };
}

const isOfUnits = (field: Field): boolean =>
  field.role === 'principal' || field.role === 'agency' || isParty(field);

/** Columns that a phone, a kiosk and a page beside the steps of its project show without scrolling, or nearly. */
const MOST_IN_VIEW = 4;

/** What a reader looks for first stands where it is seen without scrolling; the rest keeps the order of the form. */
const weightiestFirst = (columns: readonly Field[]): readonly Field[] =>
  columns.toSorted((a, b) => weightOf(a) - weightOf(b));

/** Which one it is, how large, at what price, against which deposit. */
function weightOf({ key, kind, role }: Field): number {
  if (key === 'rank' || key === 'code' || key === 'name') return 0;
  if (kind?.name === 'area') return 1;
  if (role === 'amount' || role === 'price' || role === 'winner') return 2;
  return key === 'depositFen' ? 3 : 4;
}

const isTable = ({ shape, asLines, asLinks }: Field): boolean => shape === 'records' && !asLines && !asLinks;

/** What another site has published, with when it did. */
const linksIn = (
  { label, asLinks, fields }: Field,
  records: readonly Readonly<Record<string, unknown>>[],
): readonly FactLine[] =>
  records.map((record) => {
    const when = fields!.find(({ key }) => key === asLinks!.when)!.kind!.print(record[asLinks!.when]);
    const text = `${String(record[asLinks!.text])}（${when}发布）`;
    return { part: 'rest', label, text, href: String(record[asLinks!.href]), isElsewhere: true };
  });

/** What has no field of its own stands under the name that the announcement gives it. */
function linesIn(
  { asLines, fields }: Field,
  records: readonly Readonly<Record<string, unknown>>[],
): readonly FactLine[] {
  const print = (record: Readonly<Record<string, unknown>>, key: string): string =>
    fields!.find((field) => field.key === key)!.kind!.print(record[key]);
  return records.map((record) => ({
    part: 'rest',
    label: print(record, asLines!.label),
    text: print(record, asLines!.text),
  }));
}

/** Kinds of values that are dates, times or terms, and those that are money. */
const TIMES: ReadonlySet<string> = new Set(['instant', 'date', 'month', 'day-or-instant', 'days', 'term']);
const SUMS: ReadonlySet<string> = new Set(['money', 'price', 'discount']);

/** The part of each field of a form. The place of an event stands with its time, who won with the money. */
function partsIn(form: readonly Field[]): (field: Field) => FactPart {
  const places = new Set(form.map(({ occasion }) => occasion?.place));
  return ({ key, kind, role, block }) => {
    if (block === 'contact' || role === 'principal' || role === 'agency') return 'people';
    if (role === 'winner' || SUMS.has(kind?.name ?? '')) return 'money';
    return role === 'opening-place' || places.has(key) || TIMES.has(kind?.name ?? '') ? 'time' : 'rest';
  };
}

/** Money in figures and in capitals, as contracts write it. */
const sumOf = (field: Field, value: unknown): Pick<FactLine, 'sum' | 'capital'> =>
  (field.kind?.name === 'money' || field.kind?.name === 'price') && typeof value === 'number'
    ? { sum: moneyFigure(value), capital: toCapitalMoney(value) }
    : {};

/** What every form asks comes first, in one order for all categories; whom to ask comes last. */
function inOrder<T extends { field: Field }>(shown: readonly T[]): readonly T[] {
  const isLast = ({ field }: T): boolean => field.block === 'contact';
  const placeOf = ({ field }: T): number => field.order ?? Infinity;
  const byPlace = (a: T, b: T): number => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b));
  const [first = [], last = []] = [false, true].map((is) => shown.filter((one) => isLast(one) === is));
  return [...first.toSorted(byPlace), ...last.toSorted(byPlace)];
}

function shownFields(announcement: Announcement): readonly { field: Field; value: unknown }[] {
  const values = announcement as unknown as Readonly<Record<string, unknown>>;
  return formOf(typeOf(announcement.category, announcement.type))
    .map((field) => ({ field, value: values[field.key] }))
    .filter(({ field, value }) => value !== undefined && field.block !== 'elsewhere');
}

const printed = (field: Field, value: unknown): string =>
  field.kind
    ? field.kind.print(value)
    : (value as readonly unknown[]).map((item) => field.item!.print(item)).join('、');
