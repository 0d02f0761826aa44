import type { Instant } from './instant.ts';
import type { Announcement } from './schema.ts';

/** How an announcement was taken down 撤下: its page stays and says so. */
export interface Withdrawal {
  at: Instant;
  reason: string;
  /** The document or the rule that it rests on. */
  basis?: string | undefined;
}

/** The withdrawal of an announcement; none of one that stands. It counts from the moment it is written. */
export const withdrawalOf = ({ withdrawn }: Pick<Announcement, 'withdrawn'>): Withdrawal | undefined =>
  withdrawn?.[0];

/** Whether an announcement stands: only those are listed, searched, counted and judged, and act on others. */
export const isCurrent = ({ announcement }: { announcement: Announcement }): boolean =>
  withdrawalOf(announcement) === undefined;

/** Whether an announcement stood at a moment: what was withdrawn later was still in force. */
export function stoodAt(announcement: Announcement, moment: Instant): boolean {
  const withdrawal = withdrawalOf(announcement);
  return withdrawal === undefined || withdrawal.at > moment;
}

/** Words of a reason after which the original text may not stay readable. */
const PERSONAL = /个人信息|个人隐私|隐私|身份证|手机号|银行卡号|住址/u;

/** Whether the text and the attachments may be read: not where they were withdrawn for what nobody should read. */
export function isReadable(announcement: Announcement): boolean {
  const withdrawal = withdrawalOf(announcement);
  return withdrawal === undefined || !PERSONAL.test(withdrawal.reason);
}
