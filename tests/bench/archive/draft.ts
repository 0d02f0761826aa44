import type { Category } from '../../../src/core/announcement/category.ts';
import { usccCheckDigit } from '../../../src/core/announcement/text.ts';
import type { Chance } from './chance.ts';
import { FIRM, PEOPLE, PLACE, REMARKS, SURNAMES, TRADES } from './words.ts';

/** The value of a field as a clerk writes it: text, a list of texts, or a list of records. */
export type Written = string | readonly string[] | readonly Readonly<Record<string, string>>[];

/** An announcement to be written to a file. Fields go by their English keys; the schema knows their Chinese names. */
export interface Draft {
  category: Category;
  type: string;
  id: string;
  publishedAt: string;
  fields: Readonly<Record<string, Written>>;
  /** Blocks of Markdown. */
  body: readonly string[];
}

/** What all announcements of one matter share. */
export interface Matter {
  code: string;
  region: string;
  /** First day of publication. */
  day: string;
}

const REGIONS = ['荷城街道', '荷城街道', '荷城街道', '荷城街道', '杨和镇', '明城镇', '更合镇'] as const;

/** Every region used, for the settings of the site. */
export const regions: readonly string[] = [...new Set(REGIONS)];

export const region = (chance: Chance): string => chance.pick(REGIONS);
export const place = (chance: Chance): string => chance.pick(PLACE.head) + chance.pick(PLACE.tail);
export const firmName = (chance: Chance): string => chance.some(FIRM, 2).join('');
export const person = (chance: Chance): string => chance.pick(SURNAMES) + chance.pick(PEOPLE);
export const phone = (chance: Chance): string => `0757-0000${String(chance.int(0, 9999)).padStart(4, '0')}`;

/** A firm that takes part, never a real one: every name carries 示例. */
export const bidder = (chance: Chance, trade: keyof typeof TRADES): string =>
  `${chance.pick(['佛山市', '佛山市', '广东', '广州', '肇庆市'])}${firmName(chance)}示例${chance.pick(TRADES[trade])}有限公司`;

/** A unified social credit code that proves itself and belongs to nobody: its serial begins with MAK000. */
export function creditCode(chance: Chance): string {
  const body = `91440608MAK000${String(chance.int(0, 999)).padStart(3, '0')}`;
  return body + usccCheckDigit(body);
}

/** Yuan in the way most official forms write them, exact to the fen. */
export const yuan = (amount: number): string =>
  `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}元`;

/** Rounds to a whole fen. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

export const heading = (text: string): string => `## ${text}`;
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

export function table(head: readonly string[], ...rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Sentences that close any announcement. */
export const remarks = (chance: Chance): readonly string[] => [
  heading('其他事项'),
  numbered(chance.some(REMARKS, chance.int(2, 4))),
];
