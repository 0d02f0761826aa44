/** Rows on one page of results. */
export const ROWS_ON_PAGE = 20;

interface Found {
  total: number;
  inTexts: number;
}

/** What is said of all that was found, above and below the rows of one page of it. */
export interface Summary {
  /** `共 41 条` */
  heading: string;
  /** How much of it was found in texts, in a sentence; empty where there is nothing to say. */
  found: string;
  /** Which of several pages is shown. */
  place: string;
  /** All of it in one sentence, for screen readers. */
  status: string;
  pages: number;
  /** The pages before and after this one. */
  previous: number | undefined;
  next: number | undefined;
}

/**
 * @param found how many were found, and how many of them have the words in their text alone
 * @param page that is shown, from 1; the address may ask for one after the last
 */
export function summaryOf({ total, inTexts }: Found, page: number): Summary {
  const pages = Math.max(1, Math.ceil(total / ROWS_ON_PAGE));
  const heading = `共 ${total} 条`;
  const found = whereFound({ total, inTexts });
  const place = pages > 1 && page <= pages ? `第 ${page} 页，共 ${pages} 页` : '';
  const all = [heading, found, place].filter(Boolean);
  return {
    heading,
    found: found === '' ? '' : `${found}。`,
    place,
    status: total === 0 ? `${heading}，没有找到。` : `${all.join('，')}。`,
    pages,
    previous: page > 1 && page <= pages ? page - 1 : undefined,
    next: page < pages ? page + 1 : undefined,
  };
}

function whereFound({ total, inTexts }: Found): string {
  if (inTexts === 0) return '';
  return `${inTexts === total ? '都' : `其中 ${inTexts} 条`}是在正文中找到的`;
}
