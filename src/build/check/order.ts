import type { Instant } from '../../core/announcement/instant.ts';
import type { CheckedContent } from '../../core/check.ts';
import type { Inspect } from '../../core/corpus/attachment-content.ts';
import type { Corpus } from '../../core/corpus/corpus.ts';
import type { Past } from '../past.ts';
import type { Look } from '../survey.ts';

/** How a folder is checked. */
export interface CheckOrder extends Look {
  /** Opens attachments; see `check`. */
  readonly inspect: Inspect;
  /** The moment of the run, at which announcements may wait for their time. */
  readonly now: (site: Corpus['site']) => Instant;
  /** What was published of a site with announcements of these ids; see `Recall`. */
  readonly past?: (site: Corpus['site'], ids: ReadonlySet<string>) => Past | undefined;
  /** Most files that are read at once where not all of `content` is wanted: for less memory they are read twice. */
  readonly most?: number;
  /** Where they are read twice, is told of how many more of how many it is known by now what belongs together. */
  readonly named?: (more: number, all: number) => void;
  /** Is given what was checked, part by part; each is let go before the next is read. */
  readonly take?: (content: CheckedContent) => void;
  /** Whether it is told what is published ahead of its time; the same on every run with one state. */
  readonly tellsAhead: boolean;
}
