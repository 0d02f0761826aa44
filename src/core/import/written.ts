/** Something that the writer could carry only in part, for the report. */
export interface Doubt {
  /** A code of `core/diagnostic`, `G113`. */
  code: string;
  message: string;
  help?: string;
  /** Line of the source, from 1. */
  line?: number;
}

/** Where the links and images of a body lead in the announcement. */
export interface Targets {
  /** Where a link leads in the announcement; nothing: the words alone stay, counted as 链接. */
  link(address: string, words: string): string | undefined;
  /** The file of the announcement's folder that an image is; nothing: it is dropped, counted as 图片. */
  image(address: string, words: string): string | undefined;
}

/** A body in the dialect. */
export interface Written {
  markdown: string;
  /** How much was left out, by its reason in Chinese. */
  drops: Readonly<Record<string, number>>;
  doubts: readonly Doubt[];
}
