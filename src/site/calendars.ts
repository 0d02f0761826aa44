import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { dayOf } from '../core/announcement/instant.ts';
import { toIcalendar } from '../core/agenda/icalendar.ts';
import { isOverAt } from '../core/agenda/occasion.ts';
import { byTime, entriesSince } from '../core/agenda/select.ts';
import { factOf } from '../core/announcement/fact.ts';
import type { Row } from '../core/listing.ts';
import { categoryPath } from './address.ts';
import { agendaOf, toEvent, type Entry } from './agenda.ts';
import { areasOf } from './feeds.ts';
import { siteFrame } from './frame.ts';

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
      name: 'deadlines',
      title: '只看截止',
      group: 'all',
      description: '五类公告的各种截止：文件获取、报名、保证金、投标、响应、挂牌、异议；没有开标和公示。',
      page: 'open/',
      entries: () =>
        recentEntries(edition, edition.published()).filter(({ occasion }) => occasion.isDeadline),
    },
    ...categories.map((category) => ({
      name: category,
      title: CATEGORIES[category],
      group: 'category' as const,
      description: `${CATEGORIES[category]}的全部日期：截止、开标、公示。`,
      page: categoryPath(category),
      entries: () => recentEntries(edition, edition.published(category)),
    })),
    ...areasOf(edition).map(({ name, area, page, rows }) => ({
      name,
      title: area,
      group: 'area' as const,
      description: `${area}的全部日期：截止、开标、公示。`,
      page,
      entries: () => recentEntries(edition, rows),
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

/** All that is to come of some announcements, the newest of them first, and the month before the newest. */
function recentEntries(edition: Edition, rows: readonly Row[]): readonly Entry[] {
  const newest = rows[0];
  return newest
    ? entriesSince(
        rows.flatMap(({ id }) => agendaOf(edition, id)),
        dayOf(newest.publishedAt),
      )
    : [];
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
  return edition
    .published()
    .filter(({ id, publishedAt }) => deadlineOf(id) > now && publishedAt <= now)
    .flatMap(({ id }) => agendaOf(edition, id))
    .filter(({ occasion }) => !isOverAt(occasion.when, now))
    .toSorted(byTime);
}
