import type { Instant } from '../../announcement/instant.ts';
import { ofLevel } from './band.ts';
import type { Feed, Notice, Single } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, widthOf } from './lines.ts';
import { BREAK } from './name.ts';
import { partsAt } from './parts.ts';
import { whenOf, type Freshness } from './words.ts';

/**
 * The only announcement of a round, for which the glass is composed; nothing where there are others, where a 变更 takes
 * room above, or where the data is so old that all of it must be read with care.
 */
export function singleAt(
  feed: Feed,
  now: Instant | undefined,
  notices: readonly Notice[],
  freshness: Freshness,
): Single | undefined {
  const { single } = feed;
  if (!single || freshness !== 'fresh' || ofLevel(notices, 'change').length > 0) return undefined;
  const shown = partsAt(feed, now).flatMap(({ items }) => items);
  return shown.length > 0 && shown.every(({ id }) => id === single.id) ? single : undefined;
}

/** What the composed glass reads: large figures, and beside them their units. */
interface SingleWords {
  name: string;
  label: string;
  date: string;
  time: string;
  place: string;
  amount: string;
  code: string;
}

/** The words of the composed glass; a year stands there only where the month alone could be mistaken. */
export function singleWords(
  { name, label, at, opening, place, amount, code }: Single,
  generated: Instant,
): SingleWords {
  const { year, date, time } = whenOf(at, generated);
  const held = opening && whenOf(opening, generated);
  const when =
    held && (held.date === date ? (held.time === time ? '' : held.time) : `${held.date} ${held.time}`);
  return {
    name,
    label,
    date: year + date,
    time,
    place: [place !== undefined || held ? '开标' : '', when, place].filter(Boolean).join(' '),
    amount: amount ?? '',
    code: code ?? '',
  };
}

/** Font sizes of the name and of the figures, in pixels. */
export function singleSizes(
  { name }: Pick<Single, 'name'>,
  layout: Layout,
): { nameEm: number; figureEm: number } {
  const { width, height, edge, body } = layout;
  const wide = (height > width ? width - 2 * edge : width * SHARE - edge) - edge;
  const isUpright = height > width;
  const most = isUpright ? 4 : 2;
  const words = name.split(BREAK).join('');
  let nameEm = Math.round(height * (isUpright ? 0.07 : 0.115));
  while (nameEm > body && linesOf(words, wide / nameEm) > most) nameEm -= 1;
  const figureEm = Math.floor(Math.min(height * 0.17, wide / widthOf(FIGURES)));
  return { nameEm: Math.max(body, nameEm), figureEm };
}

/** What of a glass that lies the words have; the rest is the code's. */
const SHARE = 0.72;

/** Widest figures, with room for their units. */
const FIGURES = '12月10日 09:30';
