import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { dayOf } from '../core/announcement/instant.ts';
import { toIcalendar } from '../core/agenda/icalendar.ts';
import { isOverAt } from '../core/agenda/occasion.ts';
import { byTime, entriesSince } from '../core/agenda/select.ts';
import { factOf } from '../core/listing.ts';
import { absolute, categoryPath } from './address.ts';
import { agendaOf, toEvent, type Entry } from './agenda.ts';
import { loadContent } from './content.ts';
import { siteFrame } from './frame.ts';
import { publishedIn, publishedRows } from './rows.ts';

/** A calendar to subscribe to; its file is `/calendar/<name>.ics`. */
export interface Calendar {
  name: string;
  title: string;
  description: string;
  /** Path of the page with the same announcements. */
  page: string;
  entries: () => readonly Entry[];
}

/** Every calendar there is. They are there even when empty: a subscribed address must not die. */
export function calendars(): readonly Calendar[] {
  return [
    {
      name: 'open',
      title: '可参与项目',
      description: '还没有截止的项目：截止、开标等日期。',
      page: 'open/',
      entries: openEntries,
    },
    ...categories.map((category) => ({
      name: category,
      title: CATEGORIES[category],
      description: `${CATEGORIES[category]}的全部日期：截止、开标、公示。`,
      page: categoryPath(category),
      entries: () => categoryEntries(category),
    })),
  ];
}

export function calendarText(name: string): string {
  const { title, description, page, entries } = calendars().find((one) => one.name === name)!;
  return toIcalendar({
    name: `${siteFrame().siteName} ${title}`,
    description,
    url: absolute(page),
    events: entries().map(toEvent),
  });
}

function categoryEntries(category: Category): readonly Entry[] {
  const rows = publishedIn(category);
  const newest = rows[0];
  return newest
    ? entriesSince(
        rows.flatMap(({ id }) => agendaOf(id)),
        dayOf(newest.publishedAt),
      )
    : [];
}

/**
 * What is to come of the calls that have not closed. One that was stopped stays until its deadline, as CANCELLED or
 * TENTATIVE: a calendar that lost it without a word would leave the bidder to guess.
 */
function openEntries(): readonly Entry[] {
  const { settings, links } = loadContent();
  const { now } = settings;
  // The row of one that was withdrawn names no deadline, so the announcement itself is asked.
  const deadlineOf = (id: string): string =>
    String(factOf(links.effective.get(id)!.announcement, 'deadline')?.value ?? '');
  return publishedRows()
    .filter(({ id, publishedAt }) => deadlineOf(id) > now && publishedAt <= now)
    .flatMap(({ id }) => agendaOf(id))
    .filter(({ occasion }) => !isOverAt(occasion.when, now))
    .toSorted(byTime);
}
