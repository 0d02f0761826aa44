import type { Field } from './field.ts';

/** Whether a field lists what an announcement is about: plots, lots, candidates, goods. */
export const isMatterList = ({ shape, block, asLines, asLinks, afterPublication }: Field): boolean =>
  shape === 'records' &&
  block !== 'elsewhere' &&
  asLines === undefined &&
  asLinks === undefined &&
  afterPublication === undefined;
