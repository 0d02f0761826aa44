import type { Evidence } from '../../core/import/evidence.ts';

/** A value and where its words stand. */
export interface Found {
  readonly text: string;
  readonly evidence: Evidence;
}
