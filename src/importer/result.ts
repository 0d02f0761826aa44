import type { PageRecord, Told } from './page-record.ts';
import { isDoubting } from './weight.ts';

/** What has become of a page, in the words of the card: 完整, 存量, 存疑, 没有采用; `merged`: it is another page's announcement. */
export type Result = 'whole' | 'legacy' | 'doubtful' | 'left-out' | 'merged';

export const RESULTS: Readonly<Record<Result, string>> = {
  whole: '完整',
  legacy: '存量',
  doubtful: '存疑',
  'left-out': '没有采用',
  merged: '合并',
};

/** What the report and the journal say of a page at the end. */
export interface PageResult {
  record: PageRecord;
  result: Result;
  /** Of the announcement that was written. */
  id?: string;
  /** The page whose announcement it is too. */
  sameAs?: string;
  findings: readonly Told[];
}

/** What a page counts as, from what was written of it and what was said of it. */
export function resultOf(
  record: PageRecord,
  written: 'whole' | 'legacy' | undefined,
  sameAs: string | undefined,
  findings: readonly Told[],
): Result {
  if (sameAs !== undefined) return 'merged';
  if (record.state === 'refused') return 'left-out';
  if (written === undefined || findings.some(({ code }) => isDoubting(code))) return 'doubtful';
  return written;
}

/** The same before the pages are joined, for the line that tells how far the import is. */
export const resultSoFar = (record: PageRecord): Exclude<Result, 'merged'> => {
  if (record.state === 'refused') return 'left-out';
  if (record.state === 'blocked' || record.findings.some(({ code }) => isDoubting(code))) return 'doubtful';
  return record.isWhole ? 'whole' : 'legacy';
};
