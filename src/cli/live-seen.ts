import { dayOf, timeOf, type Instant } from '../core/announcement/instant.ts';
import type { LiveTable } from '../core/live/browser/live.ts';
import { isShown, openRooms } from '../core/live/browser/standing.ts';
import type { OpeningsOfDay } from './live-subject.ts';

/**
 * Why no screen shows a table that was just written; nothing where those of its room do, or where it is not known what
 * is opened there.
 * @param before what stood there, by which screens know whether to go on asking
 */
export function whyUnseen(
  table: LiveTable,
  before: LiveTable | undefined,
  openings: OpeningsOfDay | undefined,
  now: Instant,
): string | undefined {
  const { room, starts } = table;
  if (dayOf(starts) !== dayOf(now)) return `开始的时间是 ${dayOf(starts)}，不是今天`;
  if (!openings) return undefined;
  const { items, lasts } = openings;
  if (openRooms(items, now, lasts, () => before).some((open) => isShown(table, open, now))) return undefined;
  const held = items.filter(({ moved, stopped }) => !moved && !stopped);
  const last = held.findLast(({ at }) => at <= now);
  if (!last)
    return held.length === 0
      ? `${room} 今天没有开标`
      : `${room} 今天的开标还没有开始，最早的是 ${timeOf(held[0]!.at)}`;
  return table.kind === 'opening' && table.announcement !== last.id
    ? `${room} 在 ${timeOf(last.at)} 已经开始下一场：${last.title}（${last.id}）`
    : `${room} 在 ${timeOf(last.at)} 开始的开标已经过了平常的时长（${lasts} 分钟）`;
}
