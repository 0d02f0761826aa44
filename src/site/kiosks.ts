import type { Edition } from '../core/edition.ts';
import { categories, type Category } from '../core/announcement/category.ts';
import type { Instant } from '../core/announcement/instant.ts';
import type { Item, Notice } from '../core/screen/browser/feed.ts';
import type { Boot, KioskHead } from '../core/kiosk/boot.ts';
import type { Kiosk as Settings } from '../core/corpus/corpus.ts';
import { panelOf } from '../core/kiosk/check-kiosk.ts';
import { noticesAbove } from '../core/kiosk/notices.ts';
import { kioskLayout, type KioskLayout } from '../core/kiosk/layout.ts';
import { AHEAD_DAYS, type Row } from '../core/listing.ts';
import { itemsFor } from '../core/screen.ts';
import type { PartSettings, Shown } from '../core/screen/select.ts';
import { withShortNames } from '../core/screen/short-name.ts';
import { noticesAt } from '../core/screen/notices.ts';
import { SAMPLE_NOTE, siteFrame } from './frame.ts';
import { kioskManifest } from './kiosk-search.ts';
import { shownNow } from './shown.ts';

/** One kiosk of the hall: its page and its panel. */
export interface Kiosk {
  id: string;
  name: string;
  siteName: string;
  centreName: string;
  /** What the head says of a site that only demonstrates. */
  note: string;
  /** Style sheet with the measures of its panel. */
  sheet: string;
  boot: Boot;
  head: KioskHead;
  /** What is said to the hall when the page is made. */
  notices: readonly Notice[];
  /** What can still be joined, for a page without its script: the next to close first. */
  open: readonly Row[];
  /** How many more there are. */
  leftOut: number;
}

/** Most open calls that the page lists without its script. */
const MOST_OPEN = 60;

/** @throws for an id that there is not */
export const kioskWith = (edition: Edition, id: string): Kiosk =>
  edition.once(`kiosk ${id}`, () =>
    gather(
      edition,
      edition.kiosks.find((kiosk) => kiosk.id === id)!,
    ),
  );

function gather(edition: Edition, kiosk: Settings): Kiosk {
  const { siteName, centreName, isSample } = siteFrame(edition);
  const { id, name, categories: shown = categories } = kiosk;
  const hall = shownNow(edition);
  // What is said to the hall now and later, as on its screens.
  const notices = noticesAt(hall, edition.now);
  const layout = kioskLayout(panelOf(kiosk));
  const open = edition.open().filter(({ category }) => shown.includes(category));
  return {
    id,
    name,
    siteName,
    centreName,
    note: isSample ? SAMPLE_NOTE : '',
    sheet: sheetOf(layout),
    boot: bootOf(edition, kiosk, {
      categories: categories.filter((category) => shown.includes(category)),
      openings: openingsOf(hall, shown, layout.nameEm, edition.now),
      notices,
    }),
    head: { schema: 1, kiosk: id, generated: edition.now, notices },
    notices: noticesAbove(notices, edition.now),
    open: open.slice(0, MOST_OPEN),
    leftOut: Math.max(0, open.length - MOST_OPEN),
  };
}

/** On a sample site time stands. */
function standing(edition: Edition): Pick<Boot, 'standsAt'> {
  const at = siteFrame(edition).standing?.at;
  return at === undefined ? {} : { standsAt: at };
}

const lastsIn = ({ site }: Edition): Pick<Boot, 'lasts'> =>
  site?.openingMinutes === undefined ? {} : { lasts: site.openingMinutes };

const bootOf = (
  edition: Edition,
  { id, idleSeconds = 60, warnSeconds = 20 }: Settings,
  { categories: shown, openings, notices }: Pick<Boot, 'categories' | 'openings' | 'notices'>,
): Boot => ({
  kiosk: id,
  base: edition.address(),
  generated: edition.now,
  ...standing(edition),
  idleSeconds,
  warnSeconds,
  categories: shown,
  openings,
  ...lastsIn(edition),
  notices,
  ...kioskManifest(edition),
});

/** What is opened in the next days, as the screens of the hall show it. */
function openingsOf(
  hall: Shown,
  categories: readonly Category[],
  nameEm: number,
  now: Instant,
): readonly Item[] {
  const part: PartSettings = { kind: 'openings', categories: [...categories], days: AHEAD_DAYS };
  return withShortNames({ ...part, items: itemsFor(part, hall, now) }, hall, nameEm);
}

const sheetOf = (layout: KioskLayout): string =>
  `:root{${Object.entries(layout)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`;
