import type { Instant } from '../../announcement/instant.ts';
import type { Feed, Head } from './feed.ts';
import type { Layout } from './layout.ts';
import type { Hours } from './quiet.ts';
import type { SignLayout } from './sign-layout.ts';
import type { Strip } from './strip.ts';

/** What a screen's page brings along for its script: how it is set, and the data it was printed with. */
export interface Boot {
  /** Where everything stands on a board; absent on a strip and on a sign. */
  layout?: Layout;
  /** Where everything stands on the sign beside a door. */
  sign?: SignLayout;
  /** The size of a strip; absent on a board. */
  strip?: Strip;
  /** What a strip says where there is nothing to say. */
  empty?: string;
  factor: number;
  /** What the footer says while all is well; empty on most sites. */
  note: string;
  /** The moment at which a sample site stands: that of its data. */
  standsAt?: Instant;
  /** When the hall is closed. */
  quiet?: Hours;
  head: Head;
  feed: Feed;
}

/** That of a board. */
export type BoardBoot = Boot & { layout: Layout };
