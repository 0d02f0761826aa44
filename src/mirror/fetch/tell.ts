import type { Word } from '../source.ts';
import type { Server } from './ask.ts';

/** All of it may take so long, in milliseconds: it must not keep a release waiting. */
const LONGEST = 10_000;

/** Requests at once. */
const WIDTH = 4;

/**
 * Passes on what screens have told: each word is a question for the file that the screen itself asks for, which the
 * source's web server keeps in its log. Nothing comes of an answer, and of none: the next run tells anew.
 */
export async function tell({ base }: Server, words: readonly Word[]): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST);
  const queue = words.values();
  const worker = async (): Promise<void> => {
    for (const { path, query } of queue) {
      const response = await fetch(new URL(`${path}${query}`, base), { redirect: 'manual', signal });
      await response.body?.cancel();
    }
  };
  await Promise.allSettled(Array.from({ length: WIDTH }, worker));
}
