import { now } from './clock.ts';

/**
 * When the reader was here last. It is known to this browser alone and nothing is sent; in one that keeps nothing nobody
 * ever was here. Visits are told apart by half an hour without a page.
 */

const KEY = 'zhangbang-visit';
const PAUSE = 30 * 60_000;

/** `since`: when the visit before this one ended, 0 on the first; `seen`: the last page; both in milliseconds since 1970. */
export interface Visit {
  since: number;
  seen: number;
  /** Whether the reader wants no marks. */
  off: boolean;
}

/** The visit that this page belongs to. */
export const visit = beginVisit();

function beginVisit(): Visit {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Visit>;
    const { seen = 0, since = 0, off = false } = kept;
    const moment = now();
    return keepVisit({ since: moment - seen > PAUSE ? seen : since, seen: moment, off });
  } catch {
    return { since: 0, seen: 0, off: true };
  }
}

export function keepVisit(visit: Visit): Visit {
  localStorage.setItem(KEY, JSON.stringify(visit));
  return visit;
}
