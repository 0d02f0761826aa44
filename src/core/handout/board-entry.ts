import { printDate } from '../announcement/instant.ts';
import type { Row } from '../listing.ts';
import { columnsOf } from '../report.ts';
import { isStopped } from '../status.ts';
import { principalOf, tagOf, timesOf, type Told } from './words.ts';

/** One announcement as a sheet on the notice board has it. */
export interface BoardEntry {
  /** Its place among all that are posted, from 1. */
  number: number;
  title: string;
  /** Category, type, and who calls for bids, buys or sells. */
  about: string;
  tag?: string | undefined;
  told: readonly Told[];
  /** The whole address of its page. */
  address: string;
  /** What it takes of a sheet's height at most, in millimetres. */
  height: number;
}

/** Sizes in millimetres. Letters are 12 points (4.23 mm) at least, those of titles 13 (4.59 mm). */
export const SIZES = { qr: 27, text: 153, line: 5.4, titleLine: 5.8, edge: 1.2 } as const;

/** An announcement for the board; `address` is the whole one of its page. */
export function boardEntryOf(row: Row, number: number, address: string): BoardEntry {
  const principal = principalOf(row);
  const about = [
    row.categoryTerm,
    row.typeTerm,
    ...(principal ? [`${principal.label}：${principal.text}`] : []),
  ].join(' · ');
  const entry = {
    number,
    title: row.title,
    about,
    tag: tagOf(row),
    told: toldOf(row),
    address,
  };
  return { ...entry, height: heightOf(entry) };
}

/** 揭下日期 is the last day of publicity: no sheet may come down before that day is over. */
function toldOf(row: Row): readonly Told[] {
  const { publicity, happening } = row;
  const end = publicity && !isStopped(happening?.kind) ? `${printDate(publicity.until)}期满后` : undefined;
  return [...timesOf(row), ...(end === undefined ? [] : [{ label: '揭下日期', text: end }])];
}

function heightOf({ title, about, tag, told }: Omit<BoardEntry, 'height'>): number {
  // Titles break between words only, so that lines are up to four characters shorter.
  const titleLines = linesOf(title, SIZES.text / 4.59 - 4);
  const lines = [`${about} ${tag ?? ''}`, ...told.map(({ label, text }) => `${label}：${text}`)]
    .map((text) => linesOf(text, SIZES.text / 4.24 - 2))
    .reduce((sum, count) => sum + count, 0);
  return Math.max(SIZES.qr, titleLines * SIZES.titleLine + lines * SIZES.line) + 2 * SIZES.edge;
}

/** Lines that a text takes; figures and Latin letters are wider than half a Chinese character, by up to an eighth. */
const linesOf = (text: string, ems: number): number => Math.ceil(((columnsOf(text) / 2) * 1.12) / ems);
