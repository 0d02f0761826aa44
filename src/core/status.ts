import type { Instant, PlainDate } from './announcement/instant.ts';

/** What has befallen an announcement, strongest first. */
export type HappeningKind = 'terminated' | 'failed' | 'suspended' | 'result' | 'archived' | 'corrected';

/** Where an announcement stands in time. */
export type TimeStatus = 'open' | 'soon' | 'inside' | 'shown' | 'closed' | 'over';

/** The words of a tag for where an announcement stands in time. */
export const TIME_TAG: Readonly<Record<TimeStatus, string>> = {
  open: '可参与',
  soon: '即将截止',
  // A tag says which of them, `文件获取已结束`, where that is known.
  inside: '前期手续已截止',
  shown: '正在公示',
  closed: '已截止',
  over: '公示结束',
};

/** With no more than this left, in hours, a call is 即将截止: three days, so that a weekend does not hide it. */
const SOON_HOURS = 72;

/** What the status in time depends on. */
export interface Dated {
  /** The moment until which one can take part; at the moment itself it is too late. */
  deadline?: Instant | undefined;
  /**
   * The moment until which a newcomer can begin, where it comes before the deadline: who has not taken the documents by
   * then cannot bid, though those who have still can.
   */
  gate?: Instant | undefined;
  /** First and last day of a publicity period, whole days in Beijing. */
  publicFrom?: PlainDate | undefined;
  publicUntil?: PlainDate | undefined;
  happening?: HappeningKind | undefined;
}

const HOUR = 3_600_000;

/** After these nothing takes place any more on the day it was announced for. */
const STOPPING: readonly (HappeningKind | undefined)[] = ['terminated', 'failed', 'suspended'];

/** Whether time says nothing more after it: there is nothing left to be early or late for, or it is not known. */
const isEnding = (happening: HappeningKind | undefined): boolean =>
  happening !== undefined && happening !== 'corrected';

export const isStopped = (happening: HappeningKind | undefined): boolean => STOPPING.indexOf(happening) >= 0;

/**
 * Where an announcement stands at a moment, in milliseconds since 1970; nothing where time says nothing of it. What
 * has befallen it comes before time: a terminated call is never 即将截止. A deadline still ahead comes before a
 * publicity period.
 */
export function statusAt(
  { deadline, gate = deadline, publicFrom, publicUntil, happening }: Dated,
  now: number,
): TimeStatus | undefined {
  if (isEnding(happening)) return undefined;
  const left = deadline === undefined ? undefined : Date.parse(deadline) - now;
  if (left !== undefined && left > 0) {
    const toBegin = Date.parse(gate!) - now;
    return toBegin <= 0 ? 'inside' : toBegin <= SOON_HOURS * HOUR ? 'soon' : 'open';
  }
  if (publicUntil !== undefined) {
    if (now >= endOf(publicUntil)) return left === undefined ? 'over' : 'closed';
    if (publicFrom === undefined || now >= startOf(publicFrom)) return 'shown';
  }
  return left === undefined ? undefined : 'closed';
}

/** The words of a tag; of a gate that is closed, those of the gate where they are known. */
export const wordsOfStatus = (status: TimeStatus | undefined, over?: string): string =>
  status === undefined ? '' : status === 'inside' && over !== undefined ? over : TIME_TAG[status];

/** Whether time ever says anything of it. */
export const isTimed = ({ deadline, publicUntil, happening }: Dated): boolean =>
  (deadline !== undefined || publicUntil !== undefined) && !isEnding(happening);

/** Whether a newcomer can still take part. */
export const isOpen = (status: TimeStatus | undefined): boolean => status === 'open' || status === 'soon';

/** Whether somebody can still take part, if only those who have done what had to be done before. */
export const isRunning = (status: TimeStatus | undefined): boolean => isOpen(status) || status === 'inside';

/** Beijing's clock has stood at +08:00 since 1992, so a day is 24 hours. */
const startOf = (day: PlainDate): number => Date.parse(`${day}T00:00:00+08:00`);
const endOf = (day: PlainDate): number => startOf(day) + 24 * HOUR;
