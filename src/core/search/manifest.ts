import type { Category } from '../announcement/category.ts';
import type { HappeningKind } from '../status.ts';

/** What the search page must know before it asks for any file; it stands in the page as JSON. */
export interface SearchManifest {
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /** The newest first. `catalogue` is a path below the root, `texts` the digest of the year's texts. */
  years: readonly { year: string; count: number; catalogue: string; texts: string }[];
  /** Full-text indexes in the order of search; `tag` is the digest of what is in one. */
  shards: readonly { name: string; language: string; tag: string }[];
  /** Announcements in one file of texts. */
  textsInFile: number;
  categories: Readonly<Record<Category, string>>;
  /** Words of the tags that tell what has befallen an announcement. */
  happenings: Readonly<Record<HappeningKind, string>>;
}
