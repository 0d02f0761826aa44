import { dayOf, printDate, weekdayOf, type Instant, type PlainDate } from '../announcement/instant.ts';
import type { Edition, View } from '../edition.ts';
import type { Row } from '../listing.ts';
import { isStopped } from '../status.ts';

/** Days of publication, the first and the last of them. */
export interface Days {
  from: PlainDate;
  until: PlainDate;
}

/** What was published on some days, and what of it is not handed out. */
interface Published {
  rows: readonly Row[];
  withdrawn: readonly Row[];
  /** Whose time has not come. */
  ahead: readonly Row[];
}

/** Every announcement under the day of its publication, those that were withdrawn too. */
const PUBLISHED: View<string> = {
  name: 'published on a day',
  map: (edition, id) => [[dayOf(edition.row(id).publishedAt), id]],
};

/** What was published on some days, corrections in force, the next to close first. */
export function publishedOn(edition: Edition, { from, until }: Days): Published {
  const all = edition
    .keys(PUBLISHED)
    .filter((day) => day >= from && day <= until)
    .toReversed()
    .flatMap((day) => edition.newest(PUBLISHED, day, Infinity))
    .map((id) => edition.row(id));
  const out = all.filter(({ publishedAt }) => publishedAt <= edition.now);
  return {
    rows: out.filter(({ withdrawn }) => !withdrawn).toSorted(byClosing),
    withdrawn: out.filter(({ withdrawn }) => withdrawn),
    ahead: all.filter(({ publishedAt }) => publishedAt > edition.now),
  };
}

/** `2026年3月2日（星期一）`, `2026年3月2日至2026年3月8日`. */
export const printDays = ({ from, until }: Days): string =>
  from === until ? `${printDate(from)}（${weekdayOf(from)}）` : `${printDate(from)}至${printDate(until)}`;

/** Behind every moment: what closes at none stands last. */
const NEVER = '9999';

/** The deadline, else the end of publicity; of what was stopped, neither is in force. */
function closingAt({ deadline, publicity, happening }: Row): Instant {
  if (isStopped(happening?.kind)) return NEVER;
  return deadline?.value ?? (publicity ? `${publicity.until}T24:00:00+08:00` : NEVER);
}

function byClosing(a: Row, b: Row): number {
  const keys = (row: Row): readonly string[] => [closingAt(row), row.publishedAt, row.id];
  const [first, second] = [keys(a), keys(b)];
  const at = first.findIndex((key, index) => key !== second[index]);
  return at < 0 ? 0 : first[at]! < second[at]! ? -1 : 1;
}
