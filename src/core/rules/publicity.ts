import { dayOf } from '../announcement/instant.ts';
import type { Facts } from './matter.ts';
import type { Moment } from './outcome.ts';

/**
 * Where a publicity begins to be counted: its first day is not counted when it is the day of publication; that of a
 * publicity which opens later is.
 */
export const publicityStart = (facts: Facts): Moment =>
  opening(facts, { what: '公示开始', on: facts.publicityFrom, at: 'publicityFrom' });

/** Where a disclosure 信息披露 begins to be counted; as `publicityStart`. */
export const disclosureStart = (facts: Facts): Moment =>
  opening(facts, { what: '披露开始', on: facts.disclosureFrom, at: 'disclosureFrom' });

/** Where a window for documents begins to be counted; as `publicityStart`. */
export const documentsStart = (facts: Facts): Moment =>
  facts.documentsFrom === undefined
    ? { what: '文件获取开始', on: undefined, at: 'documentsFrom' }
    : opening(facts, { what: '文件获取开始', on: facts.documentsFrom, at: 'documentsFrom' });

/** The last day on which documents are to be had. */
export const documentsEnd = ({ documentsUntil }: Facts): Moment => ({
  what: '文件获取结束',
  on: documentsUntil,
  at: 'documentsUntil',
});

/** What opens before it is published is open from its publication. */
function opening({ publishedAt }: Facts, moment: Moment): Moment {
  const published = dayOf(publishedAt!);
  const { on } = moment;
  if (on === published) return moment;
  if (on === undefined || on < published) return { what: '公告发布', on: published, at: 'publishedAt' };
  return { ...moment, isCounted: true };
}
