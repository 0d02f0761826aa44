import ical, { ICalAlarmType, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { timeOf, type Instant } from '../announcement/instant.ts';
import { isPlace } from '../announcement/place.ts';
import { addDays } from '../calendar.ts';
import { toWellFormedText } from '../markup.ts';
import type { Occasion } from './occasion.ts';
import type { Standing } from './standing.ts';

/** One event of a calendar. */
export interface CalendarEvent extends Pick<Occasion, 'when' | 'minutes' | 'place' | 'remindDays'> {
  /** Permanent, unique in the world. */
  uid: string;
  standing: Standing;
  summary: string;
  description: string;
  url: string;
  category: string;
  createdAt: Instant;
}

/** How often a subscribed calendar asks again, in seconds. */
const ASK_AGAIN_SECONDS = 6 * 3600;

const DAY_SECONDS = 86_400;

/** A reminder of whole days comes at nine in the morning, not at midnight. */
const MORNING_SECONDS = 9 * 3600;

const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/**
 * A calendar in iCalendar (RFC 5545). Moments are written in UTC: with a time zone the encoder would write the
 * clock of the machine under the zone's label. Nothing depends on the moment at which it is written.
 */
export function toIcalendar(given: {
  name: string;
  description: string;
  url: string;
  events: readonly CalendarEvent[];
}): string {
  const { name, description, url, events } = given;
  const calendar = ical({
    name: toEscaped(name),
    description: toEscaped(description),
    url,
    prodId: { company: 'Zhangbang', product: 'calendar', language: 'ZH' },
    ttl: ASK_AGAIN_SECONDS,
  });
  for (const event of events) calendar.createEvent(toEvent(event));
  return `${calendar.toString()}\r\n`;
}

function toEvent({ when, standing, minutes, ...event }: CalendarEvent) {
  const changed = new Date(standing.changedAt);
  return {
    ...timesOf(when, minutes),
    id: event.uid,
    sequence: standing.sequence,
    stamp: changed,
    created: new Date(event.createdAt),
    lastModified: changed,
    summary: toText(event.summary),
    description: toText(event.description),
    location: event.place === undefined || !isPlace(event.place) ? null : toText(event.place),
    url: event.url,
    categories: [{ name: event.category }],
    status: STATUS[standing.status],
    // Nobody is busy because a period runs.
    transparency: 'at' in when ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    alarms: standing.status === 'confirmed' ? alarmsOf(event, 'at' in when) : [],
  };
}

/**
 * The end of whole days is the day after the last. A moment lasts a minute, from the very moment on, which is what a
 * calendar shows: an end must come after its start (RFC 5545 3.6.1), and calendars of Android drop what has none.
 */
const timesOf = (when: CalendarEvent['when'], minutes: number | undefined) =>
  'at' in when
    ? momentOf(when.at, minutes ?? 1)
    : {
        allDay: true,
        start: new Date(`${when.from}T00:00Z`),
        end: new Date(`${addDays(when.until, 1)}T00:00Z`),
      };

/** What ends with its day stands in that day: its last minute, for a calendar would show 24:00 a day later. */
const momentOf = (at: Instant, minutes: number) => {
  const time = Date.parse(at);
  return timeOf(at) === '24:00'
    ? { start: new Date(time - MINUTE_MS), end: new Date(time) }
    : { start: new Date(time), end: new Date(time + minutes * MINUTE_MS) };
};

const MINUTE_MS = 60_000;

const alarmsOf = (
  { remindDays, summary }: Pick<CalendarEvent, 'remindDays' | 'summary'>,
  isMoment: boolean,
) =>
  remindDays.map((days) => ({
    type: ICalAlarmType.display,
    trigger: days * DAY_SECONDS - (isMoment ? 0 : MORNING_SECONDS),
    description: `还有 ${days} 天：${toText(summary)}`,
  }));

const toText = (text: string): string => toWellFormedText(text).replace(/\r\n?/gu, '\n');

/** Name and description of a calendar the encoder writes as they are; an end of a line would begin another property. */
const toEscaped = (text: string): string =>
  toText(text)
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n');
