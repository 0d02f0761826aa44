import type { Edition } from '../core/edition.ts';
import { printDate, printInstant, type Instant } from '../core/announcement/instant.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { toIcalendar, type CalendarEvent } from '../core/agenda/icalendar.ts';
import { occasionsOf, type Occasion, type When } from '../core/agenda/occasion.ts';
import { standingOf, type Standing } from '../core/agenda/standing.ts';
import { inHand } from '../core/failure.ts';
import type { Row } from '../core/listing.ts';
import { describeWithdrawal } from './withdrawal.ts';
import { announcementPath } from './address.ts';
import { siteFrame } from './frame.ts';
import { eventIdOf } from './identity.ts';

/** One date of an announcement and where it stands. */
export interface Entry {
  row: Row;
  occasion: Occasion;
  standing: Standing;
}

/** The dates of an announcement, in the order of a procedure; none for one that has none. Gathered once a build. */
export function agendaOf(edition: Edition, id: string): readonly Entry[] {
  return edition.once(`agenda of ${id}`, () => inHand(edition.entry(id), () => gather(edition, id)));
}

function gather(edition: Edition, id: string): readonly Entry[] {
  const effective = edition.effective(id);
  const events = edition.events(id);
  return occasionsOf(effective.announcement, effective.changes).map((occasion) => ({
    row: edition.row(id),
    occasion,
    standing: standingOf(effective, occasion, events, (one) => announcementWith(edition, one)),
  }));
}

/** Whether an announcement has a calendar at `announcementCalendarPath`. */
export const hasCalendar = (edition: Edition, id: string): boolean => agendaOf(edition, id).length > 0;

/** The calendar of one announcement. */
export function announcementCalendar(edition: Edition, id: string): string {
  const row = edition.row(id);
  return toIcalendar({
    name: row.title,
    description: `${siteFrame(edition).siteName}：${row.title}`,
    url: edition.absolute(announcementPath(id)),
    events: agendaOf(edition, id).map((one) => toEvent(edition, one)),
  });
}

const announcementWith = (edition: Edition, id: string): Announcement => edition.effective(id).announcement;

/** One date as an event of a calendar. */
export function toEvent(edition: Edition, { row, occasion, standing }: Entry): CalendarEvent {
  const url = edition.absolute(announcementPath(row.id));
  return {
    uid: eventIdOf(edition, row.id, occasion.kind),
    when: occasion.when,
    ...(occasion.place !== undefined && { place: occasion.place }),
    ...(occasion.minutes !== undefined && { minutes: occasion.minutes }),
    remindDays: occasion.remindDays,
    standing,
    summary: `${standing.stop ? `【${standing.stop.words}】` : ''}${occasion.words}：${row.title}`,
    description: [
      ...describeOccasion(edition, { row, occasion, standing }),
      '以公告载明的时间为准。',
      url,
    ].join('\n'),
    url,
    category: row.categoryTerm,
    createdAt: row.publishedAt,
  };
}

function describeOccasion(edition: Edition, { row, occasion, standing }: Entry): readonly string[] {
  const { words, when, minutes, place, moves } = occasion;
  return [
    ...(standing.stop ? [describeStop(edition, standing.stop, row)] : []),
    `${words}：${printWhen(when)}`,
    ...(minutes === undefined ? [] : [`公告没有写${words}要多久，日历按 ${minutes} 分钟留出。`]),
    ...moves.map(({ label, from, to, at }) => `${printDay(at)}更正：${label}由“${from}”改为“${to}”`),
    ...(place === undefined ? [] : [`地点：${place}`]),
    ...(row.projectCode === undefined ? [] : [`项目编号：${row.projectCode}`]),
    ...(row.principal ? [`${row.principal.label}：${row.principal.text}`] : []),
  ];
}

function describeStop(edition: Edition, { words, by }: NonNullable<Standing['stop']>, row: Row): string {
  if (row.withdrawn) return describeWithdrawal(row.withdrawn);
  if (by === undefined) return `${words}。`;
  const announcement = announcementWith(edition, by);
  const reason = 'reason' in announcement ? announcement.reason : undefined;
  const because = reason === undefined ? '' : `，原因：${reason}`;
  return `${words}（${printDay(announcement.publishedAt)}公布${because}）。${edition.absolute(announcementPath(by))}`;
}

const printDay = (at: Instant): string => printDate(at.slice(0, 10));

const printWhen = (when: When): string => {
  if ('at' in when) return `${printInstant(when.at)}（北京时间）`;
  return when.from === when.until
    ? printDate(when.until)
    : `${printDate(when.from)}至${printDate(when.until)}`;
};
