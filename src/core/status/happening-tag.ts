import type { HappeningKind } from '../status.ts';

/** The words of a tag for what has befallen an announcement; apart, since no script of every page needs them. */
export const HAPPENING_TAG: Readonly<Record<HappeningKind, string>> = {
  terminated: '已终止',
  failed: '已流标',
  suspended: '已中止',
  result: '结果已公布',
  // A later announcement of the old site, which is not read by programs, says how the matter went on.
  archived: '另有存量公告',
  corrected: '已更正',
};
