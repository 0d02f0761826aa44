import { dayOf, printDate, printInstant, type PlainDate } from '../announcement/instant.ts';
import type { Edition } from '../edition.ts';
import type { Row } from '../listing.ts';
import { boardEntryOf, type BoardEntry } from './board-entry.ts';
import { boardPage } from './board-page.ts';
import { printDays, publishedOn, type Days } from './select.ts';

/** Sheets for the notice board in the hall, with what a clerk is told of them. */
interface Board {
  /** A page of HTML that stands alone, to be printed on A4 upright. */
  html: string;
  count: number;
  sheets: number;
  /** What was published on those days and is not on them. */
  withdrawn: readonly Row[];
  ahead: readonly Row[];
}

const MOST_ON_A_SHEET = 8;

/** The height of a sheet that announcements have, in millimetres. */
const SHEET_HEIGHT = 250;

/**
 * What was published on some days, for the notice board, with corrections in force.
 * @param pathOf the path of an announcement's page within the site
 * @param postedOn 张贴日期; nothing is the day of the edition
 */
export function boardOf(
  edition: Edition,
  days: Days,
  pathOf: (id: string) => string,
  postedOn: PlainDate = dayOf(edition.now),
): Board {
  const { rows, withdrawn, ahead } = publishedOn(edition, days);
  const entries = rows.map((row, index) => boardEntryOf(row, index + 1, edition.absolute(pathOf(row.id))));
  const sheets = sheetsOf(entries);
  const html = boardPage({
    centre: edition.site?.centreName ?? '',
    published: printDays(days),
    postedOn: printDate(postedOn),
    asOf: printInstant(edition.now),
    address: edition.absolute(),
    count: rows.length,
    sheets,
  });
  return { html, count: rows.length, sheets: sheets.length, withdrawn, ahead };
}

/** Fills one sheet after the other; where nothing was published there is one that says so. */
function sheetsOf(entries: readonly BoardEntry[]): readonly (readonly BoardEntry[])[] {
  const sheets: BoardEntry[][] = [[]];
  let room = SHEET_HEIGHT;
  for (const entry of entries) {
    const last = sheets.at(-1)!;
    if (last.length === MOST_ON_A_SHEET || (last.length > 0 && entry.height > room)) {
      sheets.push([entry]);
      room = SHEET_HEIGHT - entry.height;
    } else {
      last.push(entry);
      room -= entry.height;
    }
  }
  return sheets;
}
