import type { Instant } from './announcement/instant.ts';
import type { LobbyScreen } from './corpus/corpus.ts';
import { MOST_ITEMS, SCHEMA, type Feed, type Item, type Part } from './screen/browser/feed.ts';
import { pagesAt } from './screen/browser/pages.ts';
import { cutRound } from './screen/browser/strip.ts';
import { isSign, itemsIn, roomOf } from './screen/door.ts';
import { noticesAt } from './screen/notices.ts';
import { itemsFor, USUAL_LIMIT, type PartSettings, type Shown } from './screen/select.ts';
import { scopeOf } from './screen/set.ts';
import { withNames, type Glass } from './screen/names.ts';

export { checkNotices } from './screen/check-notices.ts';
export { checkScreen } from './screen/check-screen.ts';
export { doorOf, isSign, roomOf, signLayoutFor } from './screen/door.ts';
export { itemsFor } from './screen/select.ts';
export { isStrip, layoutFor, panelOf } from './screen/set.ts';

/**
 * What a screen shows at `now` and, of what is dated, in the days after it. Of the rest no more than one round of
 * its pages holds.
 */
export function feedOf(screen: LobbyScreen, glass: Glass, collection: Shown, now: Instant): Feed {
  const { id, dwellFactor: factor = 1, parts: settings, showsNotices = true } = screen;
  const all = settings
    .map((part) => ({ part, items: wantedIn(screen, part, collection, now) }))
    .map(({ part, items }) => partOf(part, items, roomFor(part, settings)))
    .map((part) => ({ ...part, items: withNames(part, collection, glass) }));
  const notices = showsNotices ? noticesAt(collection, now) : [];
  const lasts = collection.site?.openingMinutes;
  const feed = { schema: SCHEMA, screen: id, notices, ...(lasts !== undefined && { lasts }) } as const;
  const counts = countsOf({ ...feed, parts: all }, glass, factor, now);
  const parts = all.map((part, index) => (isDated(part) ? part : upTo(part, counts[index]!)));
  return { ...feed, parts };
}

/** What a part of a screen is for; on the sign of a room, what is opened there. */
function wantedIn(screen: LobbyScreen, part: PartSettings, collection: Shown, now: Instant): readonly Item[] {
  const items = itemsFor(part, collection, now);
  return isSign(screen) ? itemsIn(roomOf(screen, collection.site), items) : items;
}

/** How many items of a part there is room for. Openings take what the others leave: a busy morning alone may have sixty. */
function roomFor(part: PartSettings, all: readonly PartSettings[]): number {
  const usual = Math.min(USUAL_LIMIT, Math.floor(MOST_ITEMS / all.length));
  const openings = all.filter(({ kind }) => kind === 'openings').length;
  return part.kind === 'openings'
    ? Math.floor((MOST_ITEMS - usual * (all.length - openings)) / openings)
    : usual;
}

/** How many items of each part one round needs: up to the first that it does not show, in this part or in another. */
function countsOf(feed: Feed, glass: Glass, factor: number, now: Instant): readonly number[] {
  // All that a sign holds is dated.
  if ('door' in glass) return feed.parts.map(({ items }) => items.length);
  if (!('em' in glass)) {
    const pages = pagesAt(feed, now, { layout: glass, factor, generated: now });
    const shown = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
    return feed.parts.map(({ items }) => {
      const first = items.findIndex(({ id }) => !shown.has(id));
      return first < 0 ? items.length : first;
    });
  }
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
