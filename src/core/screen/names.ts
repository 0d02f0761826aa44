import { piecesOf } from '../typesetting/title.ts';
import { columnsOf, isGrouped } from './browser/columns.ts';
import type { Item, Part, PartKind } from './browser/feed.ts';
import type { Layout } from './browser/layout.ts';
import { nameOf } from './browser/name.ts';
import { nameEm, type SignLayout } from './browser/sign-layout.ts';
import type { Strip } from './browser/strip.ts';
import { withWords } from './door.ts';
import { withShortNames, type Named } from './short-name.ts';
import { nameEmOf as stripNameEm, withStripNames } from './strip-name.ts';

/** What announcements are drawn on. */
export type Glass = Layout | Strip | SignLayout;

/** The items of a part as a glass calls them: by names that it has room for and, on a board, with places where a line may end. */
export function withNames(
  part: Pick<Part, 'kind' | 'items'>,
  collection: Named,
  glass: Glass,
): readonly Item[] {
  if ('em' in glass) return withStripNames(part.items, collection, stripNameEm(glass));
  const items = withShortNames(part, collection, nameEmOf(glass, part.kind));
  return 'door' in glass ? withWords(items) : items.map(withBreaks);
}

/** How wide a name can be on a line of the glass, in em; a sign has two lines. */
export const nameEmOf = (glass: Exclude<Glass, Strip>, kind: PartKind): number => {
  if ('door' in glass) return nameEm(glass);
  return kind === 'openings' ? glass.nameEm : columnsOf(kind, isGrouped(kind), glass).em;
};

/** Words are known to the build alone: a browser would break a line anywhere. */
function withBreaks(item: Item): Item {
  let end = 0;
  const breaks = piecesOf(nameOf(item))
    .map((piece) => (end += piece.length))
    .slice(0, -1);
  return breaks.length > 0 ? { ...item, breaks } : item;
}
