import { dayOf, type Instant } from '../../announcement/instant.ts';
import { noticesOn } from './band.ts';
import { readDwell } from './dwell.ts';
import type { Feed, Item } from './feed.ts';
import { facesAt, type Face } from './sign.ts';
import { settingOf, withNotices, type Setting, type SignLayout } from './sign-layout.ts';
import { signWords, type SignWords } from './sign-words.ts';

/** A face as it stands on the glass. */
export interface SignTurn {
  face: Face;
  words: SignWords;
  names: Setting['names'];
  /** How long it stays, in seconds. */
  dwell: number;
}

/** The faces of a sign at a moment, each set. What has no room below the big field has a turn in it. */
export function signTurns(
  feed: Feed,
  now: Instant | undefined,
  { layout, factor, isOld = false }: SignSetting,
): readonly SignTurn[] {
  const { taken } = withNotices(layout, noticesOn(feed.notices, now), isOld);
  return facesAt(feed, now, feed.ended)
    .flatMap((face) => apart(face, now, (words) => settingOf(words, layout, taken)))
    .map((face) => {
      const words = signWords(face, now);
      const { names } = settingOf(words, layout, taken);
      return { face, words, names, dwell: readDwell(textOf(words), factor) };
    });
}

/** The announcements of a face. */
export const itemsOf = ({ main, below }: Face): readonly Item[] =>
  [main, below].reduce<readonly Item[]>((all, one) => (one ? [...all, one.item] : all), []);

/** What a sign is set with. */
interface SignSetting {
  layout: SignLayout;
  /** The screen's own factor on the time a face stays. */
  factor: number;
  /** Whether the age of the data is told too. */
  isOld?: boolean;
}

function apart(face: Face, now: Instant | undefined, set: (words: SignWords) => Setting): readonly Face[] {
  const { main, below, ...rest } = face;
  if (!main || !below || set(signWords(face, now)).names !== 'tight') return [face];
  const isToday = now !== undefined && dayOf(below.item.at) === dayOf(now);
  return [{ main, ...rest }, ...(isToday ? [{ main: below, ...rest }] : [])];
}

const textOf = ({ state, main, below, empty }: SignWords): string =>
  [
    state,
    ...main.name,
    main.hour,
    main.where,
    main.meaning,
    below.hour,
    ...below.name,
    below.where,
    empty,
  ].join('，');
