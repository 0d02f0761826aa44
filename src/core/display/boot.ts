import type { Feed, Head } from './feed.ts';
import type { Layout } from './layout.ts';
import type { Hours } from './quiet.ts';

/** What a screen's page brings along for its script: how it is set, and the data it was printed with. */
export interface Boot {
  layout: Layout;
  factor: number;
  /** What the footer says while all is well; empty on most sites. */
  note: string;
  /** When the hall is closed. */
  quiet?: Hours;
  head: Head;
  feed: Feed;
}
