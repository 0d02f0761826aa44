import { parentPort, workerData } from 'node:worker_threads';
import { Questions } from './questions.ts';

/* The thread of the archive: it answers one question after the other, so that saving never waits for a check. */

const { contentDir, trial } = workerData as { contentDir: string; trial: string };
const questions = new Questions(contentDir, trial);

interface Asked {
  readonly number: number;
  readonly name: keyof Questions;
  readonly args: readonly unknown[];
}

/** How often files are looked at while questions come, in milliseconds: of ten thousand it takes 0.2 s. */
const LOOK_EVERY = 5_000;
/** Pause in the questions in which it is done, in milliseconds. */
const PAUSE = 300;

let lookedAt = performance.now();
let look: NodeJS.Timeout | undefined;

/** Files that others have changed are seen soon, and never while somebody waits for an answer. */
function lookSoon(): void {
  clearTimeout(look);
  if (performance.now() - lookedAt < LOOK_EVERY) return;
  look = setTimeout(() => {
    questions.refresh();
    lookedAt = performance.now();
  }, PAUSE);
}

parentPort!.on('message', ({ number, name, args }: Asked) => {
  try {
    const ask = questions[name].bind(questions) as (...given: readonly unknown[]) => unknown;
    parentPort!.postMessage({ number, value: ask(...args) });
  } catch (error) {
    parentPort!.postMessage({ number, error });
  }
  lookSoon();
});
