import type { Instant } from '../announcement/instant.ts';

/** One entry of a feed; its address is also its permanent identity. */
export interface FeedItem {
  url: string;
  title: string;
  summary: string;
  publishedAt: Instant;
  /** When a correction last changed what it says. */
  changedAt: Instant;
  tags: readonly string[];
}
