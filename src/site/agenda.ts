import { printDate, printInstant, type Instant } from '../core/announcement/instant.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { toIcalendar, type CalendarEvent } from '../core/agenda/icalendar.ts';
import { occasionsOf, type Occasion, type When } from '../core/agenda/occasion.ts';
import { standingOf, type Standing } from '../core/agenda/standing.ts';
import { inHand } from '../core/failure.ts';
import type { Row } from '../core/listing.ts';
import { absolute, announcementPath } from './address.ts';
import { loadContent } from './content.ts';
import { entryWith } from './entries.ts';
import { siteFrame } from './frame.ts';
import { rowWith } from './rows.ts';

/** One date of an announcement and where it stands. */
export interface Entry {
  row: Row;
  occasion: Occasion;
  standing: Standing;
}

const known = new Map<string, readonly Entry[]>();

/** The dates of an announcement, in the order of a procedure; none for one that has none. Gathered once a build. */
export function agendaOf(id: string): readonly Entry[] {
  const entries = known.get(id) ?? inHand(entryWith(id), () => gather(id));
  known.set(id, entries);
  return entries;
}

function gather(id: string): readonly Entry[] {
  const { links } = loadContent();
  const effective = links.effective.get(id)!;
  const events = links.events.get(id)!;
  return occasionsOf(effective.announcement, effective.changes).map((occasion) => ({
    row: rowWith(id),
    occasion,
    standing: standingOf(effective, occasion, events, announcementWith),
  }));
}

/** Whether an announcement has a calendar at `announcementCalendarPath`. */
export const hasCalendar = (id: string): boolean => agendaOf(id).length > 0;

/** The calendar of one announcement. */
export function announcementCalendar(id: string): string {
  const row = rowWith(id);
  return toIcalendar({
    name: row.title,
    description: `${siteFrame().siteName}：${row.title}`,
    url: absolute(announcementPath(id)),
    events: agendaOf(id).map(toEvent),
  });
}

const announcementWith = (id: string): Announcement => loadContent().links.effective.get(id)!.announcement;

/** One date as an event of a calendar. */
export function toEvent({ row, occasion, standing }: Entry): CalendarEvent {
  const url = absolute(announcementPath(row.id));
  return {
    uid: `${row.id}-${occasion.kind}@${siteFrame().domain}`,
    when: occasion.when,
    ...(occasion.place !== undefined && { place: occasion.place }),
    remindDays: occasion.remindDays,
    standing,
    summary: `${standing.stop ? `【${standing.stop.words}】` : ''}${occasion.words}：${row.title}`,
    description: [...describeOccasion({ row, occasion, standing }), '以公告载明的时间为准。', url].join('\n'),
    url,
    category: row.categoryTerm,
    createdAt: row.publishedAt,
  };
}

function describeOccasion({ row, occasion, standing }: Entry): readonly string[] {
  const { words, when, place, moves } = occasion;
  return [
    ...(standing.stop ? [describeStop(standing.stop)] : []),
    `${words}：${printWhen(when)}`,
    ...moves.map(({ label, from, to, at }) => `${printDay(at)}更正：${label}由“${from}”改为“${to}”`),
    ...(place === undefined ? [] : [`地点：${place}`]),
    ...(row.projectCode === undefined ? [] : [`项目编号：${row.projectCode}`]),
    ...(row.principal ? [`${row.principal.label}：${row.principal.text}`] : []),
  ];
}

function describeStop({ words, by }: { words: string; by: string }): string {
  const announcement = announcementWith(by);
  const reason = 'reason' in announcement ? announcement.reason : undefined;
  const because = reason === undefined ? '' : `，原因：${reason}`;
  return `${words}（${printDay(announcement.publishedAt)}公布${because}）。${absolute(announcementPath(by))}`;
}

const printDay = (at: Instant): string => printDate(at.slice(0, 10));

const printWhen = (when: When): string => {
  if ('at' in when) return `${printInstant(when.at)}（北京时间）`;
  return when.from === when.until
    ? printDate(when.until)
    : `${printDate(when.from)}至${printDate(when.until)}`;
};
