import { dayOf, instantAt, type Instant } from '../../announcement/instant.ts';
import type { Feed, Item, Part, PartKind } from './feed.ts';
import { countsOf, LASTS, openingsOn, type Opening } from './openings.ts';

/** What a clerk writes for each part of a screen's round. */
export const PART_TERMS: Readonly<Record<PartKind, string>> = {
  openings: '今日开标',
  closing: '今明截止',
  open: '可参与',
  newest: '最新公告',
  results: '结果',
  corrections: '更正',
};

/** How many openings a day has, and in what state. */
export type DayCounts = ReturnType<typeof countsOf>;

/** A part as it stands on the glass at a moment. */
export interface ShownPart {
  kind: PartKind;
  heading: string;
  /** The only category it is for. */
  scope?: string | undefined;
  /** None is within the days that the part is about: these come next. */
  isNext?: boolean;
  items: readonly Item[];
  /** Of the openings of today how each stands, in the order of `items`. */
  openings?: readonly Opening[];
  /** How many openings the day has, and in what state; those that are not shown counted in. */
  counts?: DayCounts;
  /** How many more there are; `Infinity` where that is not known, nothing where nobody expects to be told. */
  leftOut?: number | undefined;
}

/**
 * What is to be shown at a moment; the build, the page and the check decide it here. Without a clock to be trusted
 * nothing is hidden, and no heading speaks of today. What one part shows the later ones do not show again.
 */
export function partsAt(
  { parts, lasts = LASTS, ended }: Pick<Feed, 'parts' | 'lasts' | 'ended'>,
  now: Instant | undefined,
): readonly ShownPart[] {
  const seen = new Set<string>();
  return parts.map((part) => {
    const shown = shownAt(part, now, { lasts, ended, seen });
    for (const { id } of shown.items) seen.add(id);
    return shown;
  });
}

/** Every heading that a part may come to stand under; a header must have room for each. */
export const headingsOf = ({ kind, scope }: Pick<Part, 'kind' | 'scope'>): readonly string[] =>
  Object.values(HEADINGS[kind]).map((heading) => scoped(scope, heading));

const DAY = 24 * 60 * 60 * 1000;

/** `near`: within the days that the part is about; `far`: none is so near, these come next. */
type When = 'near' | 'far' | 'unknown';

const always = (heading: string): Record<When, string> => ({ near: heading, far: heading, unknown: heading });

const HEADINGS: Readonly<Record<PartKind, Readonly<Record<When, string>>>> = {
  openings: { near: '今日开标', far: '近期开标', unknown: '开标安排' },
  closing: { near: '今明截止', far: '近期截止', unknown: '截止时间' },
  open: always('可参与项目'),
  newest: always('最新公告'),
  results: always('交易结果'),
  corrections: always('更正和终止'),
};

/** How many days a part is about, today counted as 1. */
const NEAR_DAYS: Partial<Record<PartKind, number>> = { openings: 1, closing: 2 };

/** Where none is so near, so many that come next are enough; the open calls are all listed in a part of their own. */
const NEXT = 6;

/** Of these a visitor must know that there are more; of what is new nobody expects all. */
const COUNTED: readonly PartKind[] = ['openings', 'closing', 'open'];

/** What an opening's state follows from besides the clock, and what earlier parts show. */
type Known = Required<Pick<Feed, 'lasts'>> & { ended: Feed['ended']; seen: ReadonlySet<string> };

function shownAt(part: Part, now: Instant | undefined, { lasts, ended, seen }: Known): ShownPart {
  const { kind, scope, most } = part;
  const near = nearest(part, now);
  const { when } = near;
  // What begins next is looked for first, however much of the day is over.
  const openings =
    kind === 'openings' && when === 'near' ? openingsOn(near.items, now, lasts, ended) : undefined;
  const all = openings?.map(({ item }) => item) ?? near.items;
  const items = openings ? all : all.filter(({ id }) => !seen.has(id));
  const isNext = when === 'far' && NEAR_DAYS[kind] !== undefined;
  const shown = items.slice(0, isNext ? Math.min(NEXT, most ?? NEXT) : most);
  const isCounted = COUNTED.indexOf(kind) >= 0 && (!isNext || all.length === 0);
  // What is over is in the counts of the day.
  const told = openings ? openings.filter(({ phase }) => phase !== 'past').length : items.length;
  return {
    kind,
    heading: scoped(scope, HEADINGS[kind][when]),
    scope,
    isNext,
    items: shown,
    ...(openings && { openings: openings.slice(0, shown.length), counts: countsOf(openings) }),
    leftOut: isCounted ? Math.max(0, told - shown.length) + leftOutOf(part, near) : undefined,
  };
}

/**
 * How many of those that the part does not hold belong to what is near. They come after all that it holds, so as long
 * as its last is ahead they are too, and as long as its last is not near none of them is.
 */
function leftOutOf({ leftOut }: Part, { when, items, ahead }: Near): number {
  if (leftOut === 0) return 0;
  if (when === 'near') return ahead > items.length ? 0 : Infinity;
  return ahead > 0 ? leftOut : Infinity;
}

/** What is near, and how many that a part holds are still ahead. */
interface Near {
  when: When;
  items: readonly Item[];
  ahead: number;
}

function nearest({ kind, items }: Part, now: Instant | undefined): Near {
  if (now === undefined) return { when: 'unknown', items, ahead: items.length };
  const ahead = items.filter(({ until }) => until === undefined || until > now);
  const all: Near = { when: 'far', items: ahead, ahead: ahead.length };
  const days = NEAR_DAYS[kind];
  if (days === undefined) return all;
  const last = dayOf(instantAt(Date.parse(now) + (days - 1) * DAY));
  const near = ahead.filter(({ at }) => dayOf(at) <= last);
  if (near.length > 0) return { ...all, when: 'near', items: near };
  // Who comes at an old hour is told on that day; until then the new one is enough.
  return { ...all, items: ahead.filter(({ moved }) => moved === undefined) };
}

const scoped = (scope: string | undefined, heading: string): string =>
  scope === undefined ? heading : `${scope} ${heading}`;
