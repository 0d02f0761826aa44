import { categories, type Category } from '../core/announcement/category.ts';
import { dayOf } from '../core/announcement/instant.ts';
import type { Boot, KioskHead, Opening } from '../core/kiosk/boot.ts';
import { openAt, type Row } from '../core/listing.ts';
import { address } from './address.ts';
import { loadContent } from './content.ts';
import { siteFrame } from './frame.ts';
import { allRows } from './rows.ts';
import { kioskManifest } from './kiosk-search.ts';

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
  /** What can still be joined, for a page without its script: the next to close first. */
  open: readonly Row[];
  /** How many more there are. */
  leftOut: number;
}

/** Most open calls that the page lists without its script. */
const MOST_OPEN = 60;

/** Openings further off than these days are not in the page. */
const DAYS_AHEAD = 14;

const DAY = 86_400_000;

const SAMPLES = [
  { id: 'hall-1', name: '一楼大厅查询机', inches: 21.5, width: 1920, height: 1080, text: 28, large: 42 },
  { id: 'hall-2', name: '二楼大厅查询机', inches: 32, width: 1080, height: 1920, text: 24, large: 34 },
];

export function kiosks(): readonly Kiosk[] {
  const { settings } = loadContent();
  const { siteName, centreName, isSample } = siteFrame();
  return SAMPLES.map(({ id, name, inches, width, height, text, large }) => {
    const open = openAt(allRows(), settings.now);
    return {
      id,
      name,
      siteName,
      centreName,
      note: isSample ? '演示数据，均为虚构' : '',
      sheet: sheetOf({ width, height, pxPerMm: Math.hypot(width, height) / (inches * 25.4), text, large }),
      boot: bootOf(id, categories),
      head: { schema: 1, kiosk: id, generated: settings.now },
      open: open.slice(0, MOST_OPEN),
      leftOut: Math.max(0, open.length - MOST_OPEN),
    };
  });
}

function bootOf(id: string, shown: readonly Category[]): Boot {
  const { settings } = loadContent();
  return {
    kiosk: id,
    base: address(),
    generated: settings.now,
    idleSeconds: 60,
    warnSeconds: 20,
    categories: shown,
    ...kioskManifest(),
    openings: openingsOf(shown),
  };
}

/** What is opened from today on, but for what has ended before. */
function openingsOf(shown: readonly Category[]): readonly Opening[] {
  const { settings, links } = loadContent();
  const [today, last] = [0, DAYS_AHEAD].map((days) => dayAfter(settings.now, days)) as [string, string];
  return allRows()
    .filter(({ category, opening, happening }) => {
      const isOver = happening !== undefined && happening.kind !== 'corrected';
      const day = opening && dayOf(opening.value);
      return day !== undefined && day >= today && day <= last && !isOver && shown.includes(category);
    })
    .map(({ id, title, opening }) => {
      const { announcement } = links.effective.get(id)!;
      const place = 'openingPlace' in announcement ? announcement.openingPlace : undefined;
      return { id, title, at: opening!.value, place };
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

const dayAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

const sheetOf = (numbers: Readonly<Record<string, number>>): string =>
  `:root{${Object.entries(numbers)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`;
