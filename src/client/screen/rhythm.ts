/** Seconds between two questions to the server, by day and in quiet hours, and after the first, second, … failure in a row. */
const EVERY = 60;
export const EVERY_QUIET = 600;
const AFTER_FAILURE = [5, 10, 20, 45] as const;

/**
 * Seconds until the next question. `quietLeft`, in quiet hours, is the time until they end: then the screen asks, so
 * that it wakes up with fresh data.
 */
export function pauseAfter(failures: number, quietLeft: number | undefined): number {
  const isPatient = failures === 0 || (quietLeft !== undefined && failures > AFTER_FAILURE.length);
  const usual = quietLeft === undefined ? EVERY : EVERY_QUIET;
  const seconds = isPatient ? usual : AFTER_FAILURE[Math.min(failures, AFTER_FAILURE.length) - 1]!;
  return Math.min(seconds * jitter(), quietLeft ?? EVERY_QUIET * 2);
}

/** ±20 %, so that the screens of one centre do not all ask at once. */
const jitter = (): number => 0.8 + 0.4 * Math.random();
