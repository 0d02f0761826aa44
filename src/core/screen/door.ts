import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Site } from '../corpus/settings/site.ts';
import { labelOf, roomsOf, type Room } from '../rooms.ts';
import { piecesOf } from '../typesetting/title.ts';
import type { Item } from './browser/feed.ts';
import { signLayoutOf, type Door, type SignLayout } from './browser/sign-layout.ts';
import { panelOf } from './set.ts';

/** How a screen shows what it has: as the sign beside the door of a room. */
export const isSign = ({ use }: LobbyScreen): boolean => use === 'sign';

/** The room of a sign, which its settings name by its id or its name. */
export function roomOf(
  { room = '' }: Pick<LobbyScreen, 'room'>,
  site: Pick<Site, 'rooms'> | undefined,
): Room | undefined {
  const plain = (text: string): string => text.replace(/\s/gu, '');
  return roomsOf(site).find(({ id, name }) => id === room || plain(name) === plain(room));
}

/** What stands beside a door: `303 开标室` is 303 and 开标室; a name without a number stays whole. */
export function doorOf({ name }: Pick<Room, 'name'>): Door {
  const label = labelOf(name);
  const kind = name.slice(name.indexOf(label) + label.length).trim();
  const isWhole = !name.includes(label) || !/\d/u.test(label);
  if (isWhole) return { room: piecesOf(name.trim()), kind: '' };
  return { room: [label], kind: kind.replace(/^号/u, '') };
}

/** Sets the sign of a room. */
export const signLayoutFor = (screen: LobbyScreen, room: Pick<Room, 'name'>): SignLayout =>
  signLayoutOf(panelOf(screen), doorOf(room));

/** What is opened in a room, and what was to be opened there. */
export const itemsIn = (room: Pick<Room, 'id'> | undefined, items: readonly Item[]): readonly Item[] =>
  items.filter(({ roomId }) => room !== undefined && roomId === room.id);

/** Items with their names in pieces between which a line may end. */
export const withWords = (items: readonly Item[]): readonly Item[] =>
  items.map((item) => ({ ...item, words: piecesOf(item.short ?? item.title) }));
