import { CATEGORIES, categories } from '../announcement/category.ts';
import { dayOf, printInstant, type PlainDate } from '../announcement/instant.ts';
import type { Edition } from '../edition.ts';
import type { Row } from '../listing.ts';
import { qrPng } from '../qr.ts';
import { addressOf, noQuestion } from '../search/question.ts';
import { digestEntryOf, leftOutOf, type DigestPart, type DigestWords } from './digest-entry.ts';
import { digestHtml, digestPage } from './digest-html.ts';
import { digestText } from './digest-text.ts';
import { printDays, publishedOn } from './select.ts';

/** The announcements of a day for another platform, ready to be pasted. */
export interface Digest {
  title: string;
  /** What is pasted: no class, style sheet, script, link or drawing is in it. */
  html: string;
  /** The same as a page of its own. */
  page: string;
  text: string;
  /** The picture of its QR code, as PNG. */
  code: Uint8Array;
  count: number;
  /** How many of them there was no room for. */
  leftOut: number;
  /** What was published on that day and is not in it. */
  withdrawn: readonly Row[];
  ahead: readonly Row[];
}

/** Characters that an article of WeChat may have, marks and picture counted in. */
const MOST_CHARACTERS = 20_000;

/**
 * The digest of a day, with corrections in force.
 * @param pathOf the path of an announcement's page within the site
 */
export function digestOf(edition: Edition, day: PlainDate, pathOf: (id: string) => string): Digest {
  const { rows, withdrawn, ahead } = publishedOn(edition, { from: day, until: day });
  const address = edition.absolute(`search/${dayQuestion(day, edition)}`);
  const printed = printDays({ from: day, until: day });
  const title = `${printed}公告 ${rows.length} 份`;
  const words = fitting(title, {
    centre: edition.site?.centreName ?? '',
    day: printed,
    count: rows.length,
    parts: partsOf(rows, (id) => edition.absolute(pathOf(id))),
    asOf: printInstant(edition.now),
    ...{ address, code: qrPng(address) },
  });
  return {
    title,
    html: digestHtml(words),
    page: digestPage(title, words),
    text: digestText(words),
    code: words.code,
    count: rows.length,
    leftOut: leftOutOf(words),
    withdrawn,
    ahead,
  };
}

/** All years are asked only where the day is older than what the search has at hand. */
function dayQuestion(day: PlainDate, { now }: Edition): string {
  const isOld = Number(day.slice(0, 4)) < Number(dayOf(now).slice(0, 4)) - 1;
  return addressOf({ ...noQuestion, from: day, to: day, ...(isOld && { scope: 'all' }) });
}

const partsOf = (rows: readonly Row[], addressOfPage: (id: string) => string): readonly DigestPart[] =>
  categories
    .map((category) => ({
      term: CATEGORIES[category],
      entries: rows
        .filter((row) => row.category === category)
        .map((row) => digestEntryOf(row, addressOfPage(row.id))),
      leftOut: 0,
    }))
    .filter(({ entries }) => entries.length > 0);

/** Takes from the longest part its last, until there is room for the rest; in steps, where there is far too much. */
function fitting(title: string, words: DigestWords): DigestWords {
  const excess = Math.max(digestPage(title, words).length, digestText(words).length) - MOST_CHARACTERS;
  if (excess <= 0 || words.parts.every(({ entries }) => entries.length === 0)) return words;
  let shorter = words;
  for (let step = 0; step <= excess / 2000; step += 1) shorter = withoutOne(shorter);
  return fitting(title, shorter);
}

function withoutOne(words: DigestWords): DigestWords {
  const longest = words.parts.toSorted((a, b) => b.entries.length - a.entries.length)[0]!;
  const { term, entries, leftOut } = longest;
  if (entries.length === 0) return words;
  const shorter = { term, entries: entries.slice(0, -1), leftOut: leftOut + 1 };
  return { ...words, parts: words.parts.map((part) => (part === longest ? shorter : part)) };
}
