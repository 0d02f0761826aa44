/** What the search page must know before it asks for any file; it stands in the page as JSON. */
export interface SearchManifest {
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /**
   * The newest first. `catalogue` is a path below the root, `texts` the digest of the year's texts, `lastDeadline` the
   * last one in the year as the catalogue writes it: after it nothing of the year is open any more.
   */
  years: readonly { year: string; catalogue: string; texts: string; lastDeadline: string }[];
  /** Full-text indexes in the order of search; `tag` is the digest of what is in one, `newest` the last year in it. */
  shards: readonly { name: string; language: string; tag: string; newest: string }[];
  /** Announcements in one file of texts. */
  textsInFile: number;
}
