import { shortInstant } from '../announcement/instant.ts';
import type { Listed } from '../search/catalogue.ts';

/**
 * The moment that matters of an announcement, in absolute figures: `12月8日 09:30 截止`, `11月25日 公示结束`,
 * `11月20日 发布`.
 * @param year of the present, which a date need not name
 */
export function momentOf(
  { deadline, publicUntil, publishedOn }: Pick<Listed, 'deadline' | 'publicUntil' | 'publishedOn'>,
  year: string,
): string {
  if (deadline) return `${shortInstant(deadline.at, year)} 截止`;
  return publicUntil === undefined
    ? `${dayIn(publishedOn, year)} 发布`
    : `${dayIn(publicUntil, year)} 公示结束`;
}

/** The day of an instant or a plain date without its time: `11月25日`. */
export const dayIn = (date: string, year: string): string =>
  shortInstant(`${date.slice(0, 10)}T00:00:00+08:00`, year).replace(/ .*/u, '');
