import type { Panel } from '../../src/core/screen/browser/panel.ts';
import type { Lamps } from '../../src/core/screen/browser/lamps.ts';
import { stripOf, type Strip } from '../../src/core/screen/browser/strip.ts';

/** A strip of so many lamps. */
export const lampsOf = (width: number, height: number, lamps: Lamps = 'full'): Strip => {
  const panel: Panel = { inches: 191, width, height, distanceM: 6 };
  return stripOf(panel, lamps);
};

/** The page of a strip as it is printed for other lamps. Its own style sheet is another one then, which no hash names. */
export const printedFor = (page: string, strip: Strip): string =>
  page
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
    .replace(/"strip":\{[^}]*\}/u, `"strip":${JSON.stringify(strip)}`)
    .replace(
      /--(width|em|line|lift):\d+/gu,
      (_, name: 'width' | 'em' | 'line' | 'lift') => `--${name}:${strip[name]}`,
    )
    .replace(/data-lamps="\w+"/u, `data-lamps="${strip.lamps}"`)
    .replace('class="dots"', strip.hasDots ? 'class="dots"' : '')
    .replace('<p data-clock></p>', strip.line < strip.width ? '<p data-clock></p>' : '');
