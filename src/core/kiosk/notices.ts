import type { Instant } from '../announcement/instant.ts';
import { noticesOn, ofLevel, TOGETHER } from '../screen/browser/band.ts';
import type { Notice } from '../screen/browser/feed.ts';

/**
 * The notices that stand above every view of a kiosk at a moment. They cannot take turns there, for what is below them
 * would move under the hand: every 紧急 stands, and of the others no more than make two, 变更 before 告知.
 */
export function noticesAbove(notices: readonly Notice[], now: Instant | undefined): readonly Notice[] {
  const all = noticesOn(notices, now);
  return all.slice(0, Math.max(TOGETHER, ofLevel(all, 'urgent').length));
}
