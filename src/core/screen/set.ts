import { CATEGORIES } from '../announcement/category.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import { layoutOf, type HeaderWords, type Layout } from './browser/layout.ts';
import { widthOf } from './browser/lines.ts';
import type { Panel } from './browser/panel.ts';
import { headingsOf } from './browser/parts.ts';
import { drawQr } from '../qr.ts';
import { labelOf, type Room } from '../rooms.ts';
import { addressOf, type Centre } from './centre.ts';
import type { PartSettings } from './select.ts';

const MM_PER_INCH = 25.4;

/** The glass of a screen: a strip is measured by its lamps. */
export function panelOf({ inches, pitchMm = 0, pixels, distanceM }: LobbyScreen): Panel {
  const byPitch = (Math.hypot(pixels.width, pixels.height) * pitchMm) / MM_PER_INCH;
  return { inches: inches ?? byPitch, ...pixels, distanceM };
}

/** How a screen shows what it has: as a board of rows, or a strip of lamps. */
export const isStrip = ({ use }: LobbyScreen): boolean => use === 'strip';

/** The only category of a part, in Chinese. */
export const scopeOf = ({ categories }: PartSettings): string | undefined =>
  categories?.length === 1 ? CATEGORIES[categories[0]!] : undefined;

/**
 * Sets a screen of a centre whose site has this address and which has these rooms. The header has room for the widest
 * heading of its parts.
 */
export function layoutFor(
  screen: LobbyScreen,
  centre: string,
  site: string,
  rooms: readonly Room[] = [],
): { layout: Layout; words: HeaderWords } {
  const headings = screen.parts.map((part) => {
    const scope = scopeOf(part);
    return headingsOf({ kind: part.kind, ...(scope !== undefined && { scope }) }).reduce(wider);
  });
  const words = { heading: headings.reduce(wider), centre, screen: screen.name };
  const qrModules = screen.showsQr === true && canScan(screen) ? drawQr(site).side : undefined;
  return {
    layout: layoutOf(panelOf(screen), words, {
      qrModules,
      headings,
      rooms: rooms.map(({ name }) => labelOf(name)),
    }),
    words,
  };
}

/** The same, of a centre as its settings have it. */
export const layoutIn = (screen: LobbyScreen, centre: Centre): ReturnType<typeof layoutFor> =>
  layoutFor(screen, centre.centreName, addressOf(centre), centre.rooms);

/** Farther away nobody walks up to the glass with a telephone: a code that is read from there would leave no list. */
const FARTHEST_SCAN = 3.5;

/** Whether somebody who stands before a screen can scan its code. */
const canScan = ({ distanceM }: Pick<LobbyScreen, 'distanceM'>): boolean => distanceM <= FARTHEST_SCAN;

const wider = (one: string, other: string): string => (widthOf(other) > widthOf(one) ? other : one);
