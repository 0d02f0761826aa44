import type { Row } from '../listing.ts';
import { principalOf, tagOf, timesOf, type Told } from './words.ts';

/** One announcement of a digest. */
export interface DigestEntry {
  title: string;
  tag?: string | undefined;
  told: readonly Told[];
  /** The whole address of its page. */
  address: string;
}

/** The announcements of one category. */
export interface DigestPart {
  term: string;
  entries: readonly DigestEntry[];
  /** How many of it were published and are not listed, for want of room. */
  leftOut: number;
}

/** What a digest says, in words. */
export interface DigestWords {
  centre: string;
  /** The day, as it is printed. */
  day: string;
  count: number;
  parts: readonly DigestPart[];
  /** The moment whose state it has. */
  asOf: string;
  /** The whole address of the search for all that was published on that day, and its code as PNG. */
  address: string;
  code: Uint8Array;
}

/** An announcement for a digest; `address` is the whole one of its page. */
export function digestEntryOf(row: Row, address: string): DigestEntry {
  const principal = principalOf(row);
  const told = [...timesOf(row), ...(principal ? [principal] : [])];
  return { title: row.title, tag: tagOf(row), told, address };
}

/** How many announcements a digest has no room for. */
export const leftOutOf = ({ parts }: DigestWords): number =>
  parts.reduce((sum, { leftOut }) => sum + leftOut, 0);

/** The first line: who, when, how many of what. */
export const opening = ({ centre, day, count, parts }: DigestWords): string =>
  `${centre}${day}发布公告 ${count} 份：${parts.map((part) => `${part.term} ${sizeOf(part)} 份`).join('，')}。`;

/** Behind the list of a category that is not whole; nothing behind one that is. */
export const restOf = ({ leftOut }: DigestPart): string | undefined =>
  leftOut === 0 ? undefined : `另有 ${leftOut} 份没有列出，见文末的网址。`;

/** The last lines: where all of the day stands, with what was left out, and how far it holds. */
export const closing = (words: DigestWords): readonly string[] => [
  leftOutOf(words) === 0
    ? '当天发布的全部公告：'
    : `篇幅有限，还有 ${leftOutOf(words)} 份没有列出。当天发布的全部 ${words.count} 份：`,
  words.address,
  `以上按 ${words.asOf} 的内容编写，后来可能更正，以网站为准。`,
];

const sizeOf = ({ entries, leftOut }: DigestPart): number => entries.length + leftOut;
