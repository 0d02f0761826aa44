import type { Instant } from '../announcement/instant.ts';

/** One entry of a feed. */
export interface FeedItem {
  /** Permanent, and the same wherever the site lies. */
  id: string;
  url: string;
  title: string;
  summary: string;
  publishedAt: Instant;
  /** When it was news last: of one that was withdrawn, when that was. */
  newsAt: Instant;
  /** When a correction or a withdrawal last changed what it says. */
  changedAt: Instant;
  tags: readonly string[];
}
