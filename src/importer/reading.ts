import type { PageAnswers } from './answers.ts';
import type { Column, SiteMap } from './map.ts';
import type { PathBytes } from './saved-path.ts';

/** What decides how a page is read, beside its bytes. */
export interface Reading {
  root: string;
  site: string | undefined;
  map: Pick<SiteMap, 'regions' | 'bodyAt'>;
  /** Regions of the site that is published. */
  regions: readonly string[];
}

export interface PageJob {
  path: PathBytes;
  column: Column | undefined;
  answers: PageAnswers | undefined;
  /** The key under which the page was read before, with the state of its files. */
  known: { key: string; files?: string } | undefined;
}
