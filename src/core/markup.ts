const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Controls but tab and the ends of lines, halves of characters, and the noncharacters of every plane. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/**
 * A text with what XML, HTML and iCalendar cannot hold replaced by U+FFFD. One such character makes a whole feed
 * unreadable. The check refuses them; an encoder does not rely on it.
 */
export const toWellFormedText = (text: string): string => text.replace(UNFIT, '\ufffd');

/** A text as XML and HTML write it, in an element or between double quotes. */
export const escapeMarkup = (text: string): string =>
  toWellFormedText(text).replace(/[&<>"]/gu, (char) => ENTITIES[char]!);
