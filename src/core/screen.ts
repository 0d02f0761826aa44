import type { Instant } from './announcement/instant.ts';
import type { LobbyScreen } from './corpus/corpus.ts';
import { countItems, MOST_ITEMS, SCHEMA, type Feed, type Item, type Part } from './screen/browser/feed.ts';
import type { Layout } from './screen/browser/layout.ts';
import { roundAt } from './screen/browser/pages.ts';
import { nameEm, type SignLayout } from './screen/browser/sign-layout.ts';
import { cutRound, type Strip } from './screen/browser/strip.ts';
import type { Collection } from './edition.ts';
import { isSign, itemsIn, roomOf, withWords } from './screen/door.ts';
import { noticesAt } from './screen/notices.ts';
import { itemsFor, USUAL_LIMIT, type PartSettings } from './screen/select.ts';
import { scopeOf } from './screen/set.ts';
import { withShortNames } from './screen/short-name.ts';
import { nameEmOf, withStripNames } from './screen/strip-name.ts';

export { checkNotices } from './screen/check-notices.ts';
export { checkScreen } from './screen/check-screen.ts';
export { doorOf, isSign, roomOf, signLayoutFor } from './screen/door.ts';
export { itemsFor } from './screen/select.ts';
export { isStrip, layoutFor, panelOf } from './screen/set.ts';

/**
 * What a screen shows at `now` and, of what is dated, in the days after it. Of the rest no more than one round of
 * its pages holds.
 */
export function feedOf(screen: LobbyScreen, glass: Glass, collection: Collection, now: Instant): Feed {
  const { id, dwellFactor: factor = 1, parts: settings, showsNotices = true } = screen;
  const all = settings
    .map((part) => ({ part, items: wantedIn(screen, part, collection, now) }))
    .map(({ part, items }) => partOf(part, items, roomFor(part, settings)))
    .map((part) => ({ ...part, items: namedFor(glass, part, collection) }))
    .map((part) => (isSign(screen) ? { ...part, items: withWords(part.items) } : part));
  const notices = showsNotices ? noticesAt(collection, now) : [];
  const lasts = collection.site?.openingMinutes;
  const feed = { schema: SCHEMA, screen: id, notices, ...(lasts !== undefined && { lasts }) } as const;
  const counts = countsOf({ ...feed, parts: all }, glass, factor, now);
  const parts = all.map((part, index) => (isDated(part) ? part : upTo(part, counts[index]!)));
  return { ...feed, parts };
}

type Glass = Layout | Strip | SignLayout;

/** What a part of a screen is for; on the sign of a room, what is opened there. */
function wantedIn(
  screen: LobbyScreen,
  part: PartSettings,
  collection: Collection,
  now: Instant,
): readonly Item[] {
  const items = itemsFor(part, collection, now);
  return isSign(screen) ? itemsIn(roomOf(screen, collection.site), items) : items;
}

/** The items of a part by the names that the glass has room for. */
function namedFor(glass: Glass, part: Part, collection: Collection): readonly Item[] {
  if ('em' in glass) return withStripNames(part.items, collection, nameEmOf(glass));
  return withShortNames(part, collection, 'door' in glass ? nameEm(glass) : glass.titleEm);
}

/** How many items of a part there is room for. Openings take what the others leave: a busy morning alone may have sixty. */
function roomFor(part: PartSettings, all: readonly PartSettings[]): number {
  const usual = Math.min(USUAL_LIMIT, Math.floor(MOST_ITEMS / all.length));
  const openings = all.filter(({ kind }) => kind === 'openings').length;
  return part.kind === 'openings'
    ? Math.floor((MOST_ITEMS - usual * (all.length - openings)) / openings)
    : usual;
}

/** How many items of each part one round shows. */
function countsOf(feed: Feed, glass: Glass, factor: number, now: Instant): readonly number[] {
  // All that a sign holds is dated.
  if ('door' in glass) return feed.parts.map(({ items }) => items.length);
  if (!('em' in glass)) return roundAt(feed, now, { layout: glass, factor, generated: now }).map(countItems);
  const round = cutRound(feed, now, { strip: glass, factor, generated: now });
  return round.map((cuts) => new Set(cuts.flatMap(({ items }) => items)).size);
}

/** Days ahead that are not shown today may be shown tomorrow, by a screen that hears nothing until then. */
const isDated = ({ kind }: Pick<Part, 'kind'>): boolean => kind === 'openings' || kind === 'closing';

function partOf(settings: PartSettings, items: readonly Item[], usual: number): Part {
  const { kind, limit = usual } = settings;
  const scope = scopeOf(settings);
  const part = { kind, ...(scope !== undefined && { scope }), items, leftOut: 0 };
  return upTo(
    isDated(part) ? { ...part, most: limit } : part,
    isDated(part) ? usual : Math.min(limit, usual),
  );
}

const upTo = (part: Part, count: number): Part => ({
  ...part,
  items: part.items.slice(0, count),
  leftOut: part.leftOut + Math.max(0, part.items.length - count),
});
