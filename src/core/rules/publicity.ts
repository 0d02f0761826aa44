import { dayOf } from '../announcement/instant.ts';
import { addDays } from '../calendar.ts';
import type { Facts } from './matter.ts';
import type { Moment } from './outcome.ts';

/**
 * Where a publicity begins to be counted: its first day is not counted when it is the day of publication; a publicity
 * that opens later is counted whole, so it begins on the eve of its first day.
 */
export function publicityStart({ publishedAt, publicityFrom }: Facts): Moment {
  const what = '公示开始';
  const published = dayOf(publishedAt!);
  if (publicityFrom === undefined || publicityFrom <= published)
    return { what, on: published, at: 'publishedAt' };
  return { what, on: addDays(publicityFrom, -1), at: 'publicityFrom' };
}

/** Where a disclosure 信息披露 begins to be counted; as `publicityStart`. */
export function disclosureStart({ publishedAt, disclosureFrom }: Facts): Moment {
  const start = publicityStart({ publishedAt: publishedAt!, publicityFrom: disclosureFrom! });
  return { ...start, what: '披露开始', at: start.at === 'publishedAt' ? 'publishedAt' : 'disclosureFrom' };
}
