import { shortEnd, shortInstant, type Instant } from '../announcement/instant.ts';
import type { Listed } from '../search/catalogue.ts';

/**
 * The moment that matters of an announcement, in absolute figures: `11月24日 文件获取结束` while a newcomer can begin,
 * then `12月8日 09:30 截止`; `11月25日 公示结束`, `11月20日 发布`.
 * @param now whose year a date need not name
 */
export function momentOf(
  {
    gate,
    deadline,
    publicUntil,
    publishedOn,
  }: Pick<Listed, 'gate' | 'deadline' | 'publicUntil' | 'publishedOn'>,
  now: Instant,
): string {
  const year = now.slice(0, 4);
  if (gate && gate.at > now) return `${shortEnd(gate.at, year)} ${gate.label}`;
  if (deadline) return `${shortInstant(deadline.at, year)} 截止`;
  return publicUntil === undefined
    ? `${dayIn(publishedOn, year)} 发布`
    : `${dayIn(publicUntil, year)} 公示结束`;
}

/** The day on which a call that has a deadline closes to newcomers: `11月24日`. */
export const closingDay = ({ gate, deadline }: Pick<Listed, 'gate' | 'deadline'>, year: string): string =>
  dayIn((gate ?? deadline!).at, year);

/** The day of an instant or a plain date without its time: `11月25日`. */
export const dayIn = (date: string, year: string): string =>
  shortInstant(`${date.slice(0, 10)}T00:00:00+08:00`, year).replace(/ .*/u, '');
