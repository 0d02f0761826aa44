/** Stands within a date or a code: `2026-036`, `09:30`, `3.5`. */
const WITHIN = /^[-.:/_~]$/u;

/** What follows a comma within a figure: `1,160`. */
const THREE_DIGITS = /^\d{3}(?!\d)/u;

const isPlain = (char: string | undefined): boolean => char !== undefined && /^[a-z0-9]$/iu.test(char);

/**
 * Some words with blanks in the place of punctuation, brackets and quotation marks, which people put between words and
 * around them: `道路、施工` is 道路 施工. What belongs to a figure or a code stays.
 */
export const withoutSeparators = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}]+/gu, (signs: string, at: number, whole: string) => {
      const before = whole[at - 1];
      const after = whole.slice(at + signs.length);
      if (signs[0] === '%' && isPlain(before)) return `%${' '.repeat(signs.length - 1)}`;
      const isWithin =
        signs === ','
          ? /^\d$/u.test(before ?? '') && THREE_DIGITS.test(after)
          : WITHIN.test(signs) && isPlain(before) && isPlain(after[0]);
      return isWithin ? signs : ' ';
    })
    .trim();
