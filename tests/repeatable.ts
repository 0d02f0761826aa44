import fc from 'fast-check';

/**
 * Properties are tried with the same values on every run, so that what lands does not depend on luck. To look further
 * afield, name another seed and how many times as many values: `FC_SEED=7 FC_TIMES=10 npm test -- unit`.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_122) });

/** How many values a property is tried with, of which so many are enough for every run. */
export const runsOf = (count: number): number => count * Number(process.env['FC_TIMES'] ?? 1);
