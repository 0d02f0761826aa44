import type { Bundle } from '../../build/bundle.ts';
import type { LoadedContent } from '../../site/content.ts';
import type { PublishedList } from '../published.ts';
import type { Target } from '../target.ts';

/** What one run of the build works with. */
export interface Run {
  readonly target: Target;
  /** What was published, where this run publishes. */
  readonly list: PublishedList | undefined;
  readonly compress: boolean;
  /** When it began, by `performance.now`. */
  readonly started: number;
}

/** What a run has to publish. */
export interface Subject {
  readonly content: LoadedContent;
  readonly bundle: Bundle;
}

/** Says what is being done. */
export const step = (words: string): void => console.log(`› ${words}`);
