import type { Saved } from './listing.ts';

/** What an import is asked for. Paths are absolute. */
export interface ImportOrder {
  folder: string;
  /** The content folder that is written. */
  contentDir: string;
  /** Journal, report, answers and what must not be published. */
  reportDir: string;
  mapFile: string;
  site: string | undefined;
  /** Of the announcements, those published in this year. */
  only: string | undefined;
  /** Whether the content folder is a copy that nobody keeps: what is written there is not remembered. */
  isDry?: boolean;
  /** The listing of the folder, once for each time it is asked. */
  listing?: () => AsyncIterable<Saved>;
  print: (text: string) => void;
  isTerminal: boolean;
  now: () => number;
}
