/** A stretch of words of one look. */
export interface Run {
  text: string;
  bold: boolean;
  /** Where it leads, by `Targets`; two links beside each other are told apart by their `id`. */
  link?: { id: number; target: string };
  /** The file of a picture; `text` is what the page says of it, which nobody sees. */
  image?: string;
}

export type Line = readonly Run[];

/** What a reader sees of a line. */
export const wordsOfLine = (line: Line): string =>
  line.map(({ text, image }) => (image === undefined ? text : '')).join('');
