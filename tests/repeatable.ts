import fc from 'fast-check';

/**
 * Properties are tried with the same values on every run, so that what lands does not depend on luck. To look further
 * afield, name another seed: `FC_SEED=7 npm test -- unit`.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_122) });
