/** The anchor that GitHub gives a heading of a document: lower case, without punctuation, a hyphen for each blank. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
