import type { Edition, View } from '../core/edition.ts';
import { dayOf, type Instant, type PlainDate } from '../core/announcement/instant.ts';
import { categories } from '../core/announcement/category.ts';
import { addDays } from '../core/calendar.ts';
import { byLatest } from '../core/changes.ts';
import { dueFrom } from '../core/edition/deadlines.ts';
import { byNewest, isOpened, type Row } from '../core/listing.ts';
import { openingItems } from '../core/screen/items.ts';
import { BACK_DAYS, type Shown } from '../core/screen/select.ts';
import { ALTERATIONS } from './changes.ts';
import { MONTHS } from './month-archives.ts';

/** The calls that say or once said that they are opened on a day. */
export const OPENINGS: View<string> = {
  name: 'openings',
  map(edition, id) {
    const row = edition.row(id);
    if (row.withdrawn || !isOpened(row)) return [];
    const days = new Set(openingItems(row, edition).map(({ at }) => dayOf(at)));
    return [...days].map((day) => [day, id]);
  },
};

/** The announcements that say something to the hall, by the day after which they say nothing more. */
export const NOTICES: View<string> = {
  name: 'screen notices',
  map(edition, id) {
    const { withdrawn, screenNotices = [] } = edition.entry(id).announcement;
    const [last] = screenNotices
      .map(({ until }) => dayOf(until))
      .sort()
      .slice(-1);
    return withdrawn || last === undefined ? [] : [[last, id]];
  },
};

/** Whatever screens can show at the present moment. */
export function shownNow(edition: Edition): Shown {
  const { site, entry, effective, now } = edition;
  const today = dayOf(now);
  const since = addDays(today, -daysBack(edition));
  const rows = rowsShown(edition, today, since);
  const current = from(edition, NOTICES, today).map((id) => entry(id));
  return {
    ...{ site, entry, effective },
    rows: () => rows,
    alterations: () => alterationsSince(edition, since),
    current,
  };
}

/** The most days that any part looks back. */
const daysBack = ({ screens }: Edition): number =>
  Math.max(BACK_DAYS, ...screens.flatMap(({ parts }) => parts.map(({ days = 0 }) => days)));

function rowsShown(edition: Edition, today: PlainDate, since: PlainDate): readonly Row[] {
  const altered = alterationsSince(edition, since).flatMap(({ about, by }) => [about, by]);
  const ids = new Set([
    ...from(edition, OPENINGS, today),
    ...dueFrom(edition, today),
    ...publishedSince(edition, since),
    ...altered,
  ]);
  return [...ids]
    .map((id) => edition.row(id))
    .filter(({ withdrawn }) => !withdrawn)
    .sort(byNewest);
}

/** What stands under a day or a later one. */
const from = (edition: Edition, view: View<string>, day: PlainDate): readonly string[] =>
  edition
    .keys(view)
    .filter((one) => one >= day)
    .flatMap((one) => edition.values(view, one));

const publishedSince = (edition: Edition, day: PlainDate): readonly string[] =>
  categories.flatMap((category) =>
    edition
      .keys(MONTHS)
      .filter((key) => key >= `${category} ${day.slice(0, 7)}` && key.startsWith(category))
      .flatMap((key) => edition.values(MONTHS, key).map(({ id }) => id)),
  );

const alterationsSince = (edition: Edition, day: Instant | PlainDate): ReturnType<Shown['alterations']> =>
  edition
    .keys(ALTERATIONS)
    .filter((month) => month >= day.slice(0, 7))
    .flatMap((month) => edition.values(ALTERATIONS, month))
    .sort(byLatest);
