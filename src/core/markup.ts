const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Controls but tab and the ends of lines, halves of characters, and the noncharacters of every plane. */
const UNFIT = /[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}]/gv;

/** Those and the whole characters beyond U+FFFF, which few texts have: looks a page through eight times as fast. */
const DOUBTFUL = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/**
 * A text with what XML, HTML and iCalendar cannot hold replaced by U+FFFD. One such character makes a whole feed
 * unreadable. The check refuses them; an encoder does not rely on it.
 */
export const toWellFormedText = (text: string): string =>
  DOUBTFUL.test(text) ? text.replace(UNFIT, '\ufffd') : text;

/** A text as XML and HTML write it, in an element or between double quotes. */
export const escapeMarkup = (text: string): string =>
  toWellFormedText(text).replace(/[&<>"]/gu, (char) => ENTITIES[char]!);
