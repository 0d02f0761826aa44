import type { Fen } from '../../core/announcement/money.ts';
import type { Category } from '../../core/announcement/category.ts';
import type { BarsChart } from '../../core/chart/bars.ts';
import type { ColumnsChart } from '../../core/chart/columns.ts';
import type { StripChart } from '../../core/chart/strip.ts';
import { printYuan } from '../../core/statistics/amount.ts';
import { firstDay, lastDay, type Period } from '../../core/statistics/period.ts';

/**
 * A number or a word of a table; `path` leads to the list that it counts. Machines get the `count` or the sum in `fen`
 * where it is one, else the text.
 */
export interface Cell {
  text: string;
  path?: string | undefined;
  count?: number;
  fen?: Fen;
}

type Chart =
  | { kind: 'columns'; chart: ColumnsChart; keys: readonly { key: string; name: string; cell: Cell }[] }
  | { kind: 'bars'; chart: BarsChart }
  | { kind: 'strip'; chart: StripChart };

/** One question with its answer: a sentence, a picture where there is enough to draw, and always the numbers. */
export interface Figure {
  id: string;
  title: string;
  /** What the numbers say; where they are too few to say anything, that. */
  finding: string;
  chart: Chart | undefined;
  /** The first cell of a row is its name. `unit` is that of all numbers; else the heads say theirs. */
  table: { unit?: string; head: readonly string[]; rows: readonly (readonly Cell[])[] };
  /** What is counted, and what is not. */
  definition: string;
}

/** The members of a figure that no search can list: projects, and results with their calls. */
export interface MemberList {
  id: string;
  title: string;
  members: readonly { title: string; path: string; note: string }[];
}

/** A figure with the lists that its numbers lead to. */
export interface Told {
  figure: Figure;
  lists: readonly MemberList[];
}

export const statisticsPath = (year?: number): string => `statistics/${year === undefined ? '' : `${year}/`}`;

/** Where the members of a list of a year's figures stand. */
export const listPath = (year: number, list: string): string => `${statisticsPath(year)}lists/#${list}`;

/** The search that lists the announcements of a period, of a category and types where they are given. */
export function searchPath(
  period: Period,
  { category, types = [] }: { category?: Category; types?: readonly string[] } = {},
): string {
  return searchOf(firstDay(period), lastDay(period), category, types);
}

export function searchOf(
  from: string,
  to: string,
  category?: Category,
  types: readonly string[] = [],
): string {
  const asked = new URLSearchParams({ scope: 'all' });
  if (category) asked.append('category', category);
  for (const type of types) asked.append('type', type);
  asked.append('from', from);
  asked.append('to', to);
  return `search/?${asked.toString()}`;
}

/** A number, with the list that it counts; nothing has no list. */
export const counted = (count: number, path: string | undefined): Cell => ({
  text: String(count),
  count,
  path: count === 0 ? undefined : path,
});

/** A number that counts nothing, such as days. */
export const plain = (number: number): Cell => ({ text: String(number), count: number });

/** A sum in yuan, in full, with the list whose members it adds up; nothing has no list. */
export const sum = (fen: Fen, path?: string): Cell => ({
  text: printYuan(fen),
  path: fen === 0 ? undefined : path,
  fen,
});

export const word = (text: string): Cell => ({ text });

/** Per cent of a whole, in whole numbers; `不到 1` of very little. */
export function percentOf(part: number, whole: number): string {
  const percent = Math.round((part / whole) * 100);
  return part > 0 && percent === 0 ? '不到 1%' : `${percent}%`;
}
