import type { Span } from '../diagnostic.ts';

/** A finding in a body; its lines count from 1 within the body. */
export type BodyFinding = Span & { code: string; message: string; help: string };

/** Findings of one body after which no more are looked for: what was pasted there is no announcement. */
export const MOST_FINDINGS = 100;

/** A finding of a whole line; `index` counts from 0. */
export const ofLine = (
  code: string,
  line: string,
  index: number,
  message: string,
  help: string,
): BodyFinding => ({
  code,
  line: index + 1,
  column: 1,
  length: Math.max(1, [...line].length),
  message,
  help,
});
