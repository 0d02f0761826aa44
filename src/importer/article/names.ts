/** A title or a name without what differs between two places of one page: white space, width, marks at its ends. */
export const normal = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/gu, '')
    .replaceAll(/[“”"'‘’]/gu, '')
    .toLowerCase();
