import type { Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { printDate } from '../announcement/instant.ts';
import { printMoney } from '../announcement/money.ts';
import { sumIn, type Price } from '../announcement/price.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { daysBetween } from '../calendar.ts';
import type { Finding } from '../diagnostic.ts';

const FEN_A_YUAN = 100;

/**
 * A hundred billion yuan. The slip that is looked for is 亿元 for 万元, ten-thousandfold: it takes any sum from ten
 * million yuan on past this bound, which no matter of a district's centre comes near.
 */
const LARGEST_FEN = 1e11 * FEN_A_YUAN;

/** Nothing is sold, built or bought for less than a yuan; a sum of nothing is one that was left out. */
const SMALLEST_FEN = FEN_A_YUAN;

/**
 * The slip of 元 for 万元 makes a budget ten thousand times too small. Works below ten thousand yuan and purchases
 * below a thousand are bought without any notice; prices of leases may be smaller, so land and property have no bound.
 */
const SMALLEST_BUDGET_FEN: Readonly<Partial<Record<Category, number>>> = {
  construction: 10_000 * FEN_A_YUAN,
  procurement: 1_000 * FEN_A_YUAN,
};

/** Sums beside those with a role that have the size of the whole matter. */
const BUDGETS = /^(?:budget|priceCeiling)Fen$/u;

/**
 * Days from the publication within which a date is likely, by its kind. What has an hour (deadlines, openings) is set
 * for the weeks ahead: a year finds every slip in the last digit of the year. A month of a plan lies in this year or
 * the next. Days on which something was signed, decided or accepted may lie as far back as works take, five years; a
 * slip in the tens of the year is ten.
 */
const FARTHEST_DAYS: Readonly<Record<string, number>> = { instant: 366, month: 731, date: 5 * 366 };

/** Dates that are lawful anywhere: the end of a rule's life, and when a slip was put right. */
const ANYWHERE = new Set(['effectiveUntil', 'errata', 'publishedAt']);

/** What the fields of an announcement say that is possible and absurd. */
export function checkPlausible(id: string, announcement: Announcement): readonly Finding[] {
  const form = formOf(typeOf(announcement.category, announcement.type));
  const { category, publishedAt } = announcement;
  return valuesOf(form, announcement as unknown as Row, []).flatMap(({ field, value, at }) => {
    const said =
      field.kind!.name === 'money' || field.kind!.name === 'price'
        ? aboutSum(field, sumIn(value as Price), category)
        : aboutDate(field, value as string, publishedAt);
    return said ? [{ id, at, ...said }] : [];
  });
}

type Row = Readonly<Record<string, unknown>>;
type Said = Pick<Finding, 'code' | 'message' | 'help'> | undefined;

/** The sums and dates of a record and of the records in it, each with its path. */
function valuesOf(
  fields: readonly Field[],
  row: Row,
  path: readonly (string | number)[],
): readonly { field: Field; value: unknown; at: string }[] {
  return fields.flatMap((field) => {
    const value = row[field.key];
    if (value === undefined || ANYWHERE.has(field.key)) return [];
    const here = [...path, field.key];
    if (field.fields) {
      return (value as readonly Row[]).flatMap((one, index) =>
        valuesOf(field.fields!, one, [...here, index]),
      );
    }
    const kind = field.kind?.name ?? '';
    return kind === 'money' || kind === 'price' || kind in FARTHEST_DAYS
      ? [{ field, value, at: here.join('.') }]
      : [];
  });
}

function aboutSum({ label, key, role }: Field, fen: number | undefined, category: Category): Said {
  if (fen === undefined) return undefined;
  const size = `${label}是 ${printMoney(fen)}`;
  const help = '对照原件核对数字和单位；没有写错就不用改';
  if (fen >= LARGEST_FEN) return { code: 'C206', message: `${size}，大得不像`, help };
  const isBudget = role === 'amount' || BUDGETS.test(key);
  const least = isBudget ? SMALLEST_BUDGET_FEN[category] : undefined;
  const isWhole = isBudget || role === 'price';
  if (!isWhole || fen >= (least ?? SMALLEST_FEN)) return undefined;
  return { code: 'C206', message: `${size}，小得不像`, help };
}

function aboutDate({ label, kind }: Field, value: string, publishedAt: string): Said {
  const day = `${value}-01`.slice(0, 10);
  const days = daysBetween(publishedAt.slice(0, 10), day);
  if (Math.abs(days) <= FARTHEST_DAYS[kind!.name]!) return undefined;
  const years = Math.floor(Math.abs(days) / 365);
  const message = `${label}是 ${printDate(day)}，${days > 0 ? '在发布之后' : '在发布之前'} ${years} 年多`;
  return { code: 'C207', message, help: '对照原件核对年份；没有写错就不用改' };
}
