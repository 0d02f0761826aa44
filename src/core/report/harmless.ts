/**
 * Makes the words of a file harmless to print: controls could move a terminal's cursor or colour, marks of direction
 * could turn a line round, and a personal number must not travel on in a log.
 */
export const harmless = (text: string): string =>
  withoutPersonalNumbers(text.replaceAll('\t', ' ').replace(UNPRINTABLE, '\ufffd'));

const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Bidi_Control}\u00ad\u200b-\u200d\u2028\u2029\u2060\ufeff]/gu;

/** Mobile and identity numbers keep their ends, in as many columns as before. */
const withoutPersonalNumbers = (text: string): string =>
  text
    .replace(/(?<![\dA-Za-z-])(1[3-9]\d)\d{4}(\d{4})(?![\dA-Za-z])/gu, '$1****$2')
    .replace(
      /(?<![\dA-Za-z-])([1-9]\d{5})(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[\dXx])(?![\dA-Za-z])/gu,
      '$1********$2',
    );
