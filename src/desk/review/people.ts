import { standingOf } from '../../office/review/round.ts';
import type { Submission } from '../../office/review/branches.ts';
import { keyOfPerson } from '../../office/review/person.ts';
import type { Identity } from '../../office/identity.ts';

/** Why somebody may not approve a submission; undefined where she may. */
export function whyNotReview({ rounds }: Submission, who: Identity): string | undefined {
  const { author, approvals } = standingOf(rounds);
  const me = keyOfPerson(who);
  if (author && keyOfPerson(author) === me) return '自己写的不能自己审核，请同事审核。';
  if (approvals.some(({ by }) => keyOfPerson(by) === me)) return '您已经通过了，下一级请另一位同事审核。';
  return undefined;
}
