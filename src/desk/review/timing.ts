import type { Review } from '../../core/desk/api.ts';
import { dayOf, isDayAlone, printInstant } from '../../core/announcement/instant.ts';
import { partOf, type Answers } from '../../core/drafting/draft.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { waitsUntil } from './release.ts';

/** How long a 发布时间 may have passed and still be taken for the present, in minutes. */
const LATE = 10;

/** When a draft appears, if it is approved for the last time now. */
export function timingOf(answers: Answers, now: string): Review['publishes'] {
  const waits = waitsUntil({ answers }, now);
  if (waits !== undefined)
    return { kind: 'timed', at: waits, words: `通过以后，到${printInstant(waits)}自动发布` };
  const at = partOf(answers)?.publishedAt;
  if (at !== undefined && isLate(at, now))
    return { kind: 'late', at: minuteOf(now), words: '写的发布时间已经过了，通过时改成那一分钟' };
  return { kind: 'now', at: at ?? minuteOf(now), words: '最后一级通过以后马上发布' };
}

/** What is published: with the minute of the approval, where the time that was written has passed. */
export const answersAt = (answers: DraftRecord['answers'], now: string): DraftRecord['answers'] =>
  timingOf(answers, now).kind === 'late'
    ? { ...answers, 发布时间: `${now.slice(0, 10)} ${now.slice(11, 16)}` }
    : answers;

/** A day without a time is kept as long as it lasts. */
const isLate = (at: string, now: string): boolean =>
  !(isDayAlone(at) && dayOf(at) === dayOf(now)) &&
  Temporal.Instant.from(now).since(Temporal.Instant.from(at)).total('minutes') > LATE;

const minuteOf = (now: string): string => `${now.slice(0, 16)}:00${now.slice(19)}`;
