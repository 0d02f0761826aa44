import type { Edition } from '../core/edition.ts';
import { printInstant } from '../core/announcement/instant.ts';
import { withdrawalOf, type Withdrawal } from '../core/announcement/withdrawal.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { siteFrame } from './frame.ts';

/** A withdrawal as a page tells it. */
export interface WithdrawalLines {
  at: string;
  when: string;
  reason: string;
  basis: string | undefined;
  /** Whom to ask: the centre that took it down. */
  ask: { name: string; phone: string };
}

export function withdrawalLines(edition: Edition, announcement: Announcement): WithdrawalLines | undefined {
  const withdrawal = withdrawalOf(announcement);
  if (!withdrawal) return undefined;
  const { at, reason, basis } = withdrawal;
  const { centreName, phone } = siteFrame(edition);
  return { at, when: printInstant(at), reason, basis, ask: { name: centreName, phone } };
}

/** `已于2026年3月12日（星期四）10:00撤下。原因：…。依据：…。`, for feeds, calendars and search engines. */
export const describeWithdrawal = ({ at, reason, basis }: Withdrawal): string =>
  [
    `已于${printInstant(at)}撤下`,
    `原因：${ended(reason)}`,
    ...(basis === undefined ? [] : [`依据：${ended(basis)}`]),
  ].join('。') + '。';

const ended = (sentence: string): string => sentence.replace(/。$/u, '');
