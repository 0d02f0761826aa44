import { shelfOf, type Shelf } from '../../../src/core/search/shelf.ts';
import { announced, yearOf } from '../kiosk/announced.ts';

const fact = (label: string, text: string) => ({ label, value: text, text });

/** Announcements by their titles, with the same code, buyer and parties where they are given. */
export const shelfWith = (
  titles: readonly string[],
  {
    code,
    buyer,
    parties,
    id,
  }: { code?: string; buyer?: string; parties?: readonly string[]; id?: string } = {},
): Shelf =>
  shelfOf(
    yearOf(
      titles.map((title) =>
        announced({
          title,
          ...(id !== undefined && { id }),
          ...(code !== undefined && { projectCode: code }),
          ...(buyer !== undefined && { principal: fact('招标人', buyer) }),
          ...(parties && { parties }),
        }),
      ),
    ),
  );
