import type { Edition, View } from '../core/edition.ts';
import { dueFrom } from '../core/edition/deadlines.ts';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { dayOf, type Instant, type PlainDate } from '../core/announcement/instant.ts';
import { toIcalendar } from '../core/agenda/icalendar.ts';
import { isOverAt, lastDayOf } from '../core/agenda/occasion.ts';
import { byTime, entriesSince, keptSince } from '../core/agenda/select.ts';
import { factOf } from '../core/announcement/fact.ts';
import { categoryPath } from './address.ts';
import { agendaOf, toEvent, type Entry } from './agenda.ts';
import { areaFeedOf, areaFeeds, newestOf } from './feeds.ts';
import { siteFrame } from './frame.ts';
import { lastPublishedIn } from './month-archives.ts';

/** A calendar to subscribe to; its file is `/calendar/<name>.ics`. */
interface Calendar {
  name: string;
  title: string;
  group: 'all' | 'category' | 'area';
  description: string;
  /** Path of the page with the same announcements. */
  page: string;
  entries: () => readonly Entry[];
}

/**
 * The announcements with dates, by calendar and month, `construction 2026-10`: that of the last day of a date. The
 * sums say which months a calendar has.
 */
export const AGENDA: View<string, string> = {
  name: 'agenda',
  map(edition, id) {
    const own = [edition.row(id).category, ...areaFeedOf(edition, id)];
    const keys = agendaOf(edition, id).flatMap(({ occasion }) =>
      [...own, ...(occasion.isDeadline ? [DEADLINES] : [])].map((calendar) =>
        keyOf(calendar, monthOf(lastDayOf(occasion.when))),
      ),
    );
    return [...new Set(keys)].map((key) => [key, id]);
  },
  reduce: (_, key) => {
    const [calendar, month] = key.split(' ') as [string, string];
    return { value: month, group: calendar };
  },
};

/** The calendar of deadlines alone. */
const DEADLINES = 'deadlines';

const keyOf = (calendar: string, month: string): string => `${calendar} ${month}`;

const monthOf = (day: PlainDate): string => day.slice(0, '2026-10'.length);

/** Every calendar there is. They are there even when empty: a subscribed address must not die. */
export function calendars(edition: Edition): readonly Calendar[] {
  return [
    {
      name: 'open',
      title: '可参与项目',
      group: 'all',
      description: '还没有截止的项目（连同文件获取已经结束的）：截止、开标等日期。',
      page: 'open/',
      entries: () => openEntries(edition),
    },
    {
      name: DEADLINES,
      title: '只看截止',
      group: 'all',
      description: '五类公告的各种截止：文件获取、报名、保证金、投标、响应、挂牌、异议；没有开标和公示。',
      page: 'open/',
      entries: () =>
        recentEntries(edition, DEADLINES, lastPublished(edition)).filter(
          ({ occasion }) => occasion.isDeadline,
        ),
    },
    ...categories.map((category) => ({
      name: category,
      title: CATEGORIES[category],
      group: 'category' as const,
      description: `${CATEGORIES[category]}的全部日期：截止、开标、公示。`,
      page: categoryPath(category),
      entries: () => recentEntries(edition, category, lastPublishedIn(edition, category)),
    })),
    ...areaFeeds(edition).map(({ name, title, page }) => ({
      name,
      title,
      group: 'area' as const,
      description: `${title}的全部日期：截止、开标、公示。`,
      page,
      entries: () => recentEntries(edition, name, newestOf(edition, name)?.publishedAt),
    })),
  ];
}

export function calendarText(edition: Edition, name: string): string {
  const { title, description, page, entries } = calendars(edition).find((one) => one.name === name)!;
  return toIcalendar({
    name: `${siteFrame(edition).siteName} ${title}`,
    description,
    url: edition.absolute(page),
    events: entries().map((one) => toEvent(edition, one)),
  });
}

const lastPublished = (edition: Edition): Instant | undefined =>
  categories
    .flatMap((category) => lastPublishedIn(edition, category) ?? [])
    .sort()
    .at(-1);

/** The dates of a calendar: all that are to come after the newest announcement, and those of the month before it. */
function recentEntries(edition: Edition, calendar: string, newest: Instant | undefined): readonly Entry[] {
  if (newest === undefined) return [];
  const since = monthOf(keptSince(dayOf(newest)));
  const months = edition.reductions(AGENDA, calendar).filter((month) => month >= since);
  return entriesSince(entriesOf(edition, calendar, months), dayOf(newest));
}

/** All dates of the announcements that have one in a calendar in some months. */
export function entriesOf(edition: Edition, calendar: string, months: readonly string[]): readonly Entry[] {
  const ids = months.flatMap((month) => edition.values(AGENDA, keyOf(calendar, month)));
  return [...new Set(ids)].flatMap((id) => agendaOf(edition, id));
}

/**
 * What is to come of the calls that have not closed. One that was stopped stays until its deadline, as CANCELLED or
 * TENTATIVE: a calendar that lost it without a word would leave the bidder to guess.
 */
function openEntries(edition: Edition): readonly Entry[] {
  const { now } = edition;
  // The row of one that was withdrawn names no deadline, so the announcement itself is asked.
  const deadlineOf = (id: string): string =>
    String(factOf(edition.effective(id).announcement, 'deadline')?.value ?? '');
  return dueFrom(edition, dayOf(now))
    .filter((id) => deadlineOf(id) > now && edition.row(id).publishedAt <= now)
    .flatMap((id) => agendaOf(edition, id))
    .filter(({ occasion }) => !isOverAt(occasion.when, now))
    .toSorted(byTime);
}
