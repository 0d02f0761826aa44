import { printInstant } from '../announcement/instant.ts';
import type { Facts, Matter } from './matter.ts';
import { fail, leadTime } from './outcome.ts';
import { days } from './period.ts';
import type { Outcome } from './rule.ts';

/** Of a change to a call: so many days must be left before the deadline now in force. */
export function beforeDeadline(
  { publishedAt }: Facts,
  { parent, calendar }: Matter,
  key: 'bidDeadline' | 'applicationDeadline' | 'responseDeadline',
  what: string,
  count: number,
  length = days(count),
): Outcome | undefined {
  const deadline = parent?.facts[key];
  if (deadline === undefined) return undefined;
  if (publishedAt !== undefined && publishedAt > deadline) {
    const help = `核对发布时间；${what}以后不能再澄清、修改`;
    return fail('publishedAt', `发布的时候已经过了${what} ${printInstant(deadline)}`, help);
  }
  const from = { what: '澄清、修改发布日', on: publishedAt, at: 'publishedAt' };
  const mend = (limit: string): string => `把“${what}”顺延到 ${limit} 或之后，写进“更正内容”`;
  return leadTime(calendar, length, from, { what, on: deadline }, mend);
}
