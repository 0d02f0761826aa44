import { assembled } from './assemble.ts';
import { Reading } from './reading.ts';
import type { AnyNode } from './tree.ts';
import type { Targets, Written } from './written.ts';

export type { Doubt, Targets, Written } from './written.ts';

/**
 * Writes the body of a page or document from elsewhere in our dialect. No word is lost or added but the `；` between
 * the cells of a table in a table; what is left out is counted by its reason, and what a reader should look at again
 * is doubted. `lossOf` of `verify.ts` proves it for each body.
 */
export function toMarkdown(body: readonly AnyNode[], targets: Targets): Written {
  const reading = new Reading(body, targets);
  const markdown = assembled(reading.read());
  reading.countLinks(markdown);
  return { markdown, drops: reading.notes.drops, doubts: reading.notes.doubts };
}
