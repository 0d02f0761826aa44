import { CATEGORIES } from '../announcement/category.ts';
import type { Display } from '../corpus/corpus.ts';
import { layoutOf, type HeaderWords, type Layout } from '../display/layout.ts';
import { widthOf } from '../display/lines.ts';
import type { Panel } from '../display/panel.ts';
import { headingsOf } from '../display/parts.ts';
import { drawQr } from '../qr.ts';
import type { PartSettings } from './select.ts';

const MM_PER_INCH = 25.4;

/** The glass of a screen: a strip is measured by its lamps. */
export function panelOf({ inches, pitchMm = 0, pixels, distanceM }: Display): Panel {
  const byPitch = (Math.hypot(pixels.width, pixels.height) * pitchMm) / MM_PER_INCH;
  return { inches: inches ?? byPitch, ...pixels, distanceM };
}

/** How a screen shows what it has: as a board of rows, or a strip of lamps. */
export const isStrip = ({ use }: Display): boolean => use === 'strip';

/** The only category of a part, in Chinese. */
export const scopeOf = ({ categories }: PartSettings): string | undefined =>
  categories?.length === 1 ? CATEGORIES[categories[0]!] : undefined;

/** Sets a screen of a centre whose site has this address. The header has room for the widest heading of its parts. */
export function layoutFor(
  display: Display,
  centre: string,
  site: string,
): { layout: Layout; words: HeaderWords } {
  const headings = display.parts.map((part) => {
    const scope = scopeOf(part);
    return headingsOf({ kind: part.kind, ...(scope !== undefined && { scope }) }).reduce(wider);
  });
  const words = { heading: headings.reduce(wider), centre, screen: display.name };
  const qrModules = display.showsQr === true ? drawQr(site).side : undefined;
  return { layout: layoutOf(panelOf(display), words, { qrModules, headings }), words };
}

const wider = (one: string, other: string): string => (widthOf(other) > widthOf(one) ? other : one);
