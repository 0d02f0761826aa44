import type { Instant } from '../../announcement/instant.ts';
import { NOTICE_LEVELS } from '../../announcement/notice-level.ts';
import { noticesOn, NOTICE_TAG, ofLevel } from './band.ts';
import { readDwell } from './dwell.ts';
import type { Feed, Item, Notice, PartKind } from './feed.ts';
import type { Lamps } from './lamps.ts';
import { widthOf } from './lines.ts';
import { withinCycle } from './pages.ts';
import { TIERS, type Panel } from './panel.ts';
import { partsAt, type ShownPart } from './parts.ts';
import { setSentence, setText, wordsOf, type Line, type Piece } from './sentence.ts';
import { sentenceOf } from './strip-words.ts';
import { urgentHours } from './urgent.ts';

/** A strip of lamps 条屏: one line as high as the strip, a lamp a pixel. */
export interface Strip {
  width: number;
  /** Font size: a character is as high as the strip. */
  em: number;
  /** What of the width the sentences have; the rest is for the clock. */
  line: number;
  lamps: Lamps;
  /** Characters are drawn dot by dot, by the font for it: see src/fonts. */
  hasDots: boolean;
  /** By so much a line stands higher than browsers set it: its ink reaches a tenth below the baseline. */
  lift: number;
}

/** Least lamps in height in which a Chinese character can be told from others. */
export const LEAST_DOTS = 16;

/** Least characters that a strip must hold; of fewer nobody makes out a title. */
export const LEAST_CHARACTERS = 8;

/** Ink of a character as a part of its em, where lamps draw it. */
const INK = 0.94;

/** Dots of a character in the font of dots, and the most of a strip that takes it: on a higher one outlines are finer. */
const FONT_DOTS = 16;
const MOST_DOTS = 32;

/** On a strip of so many characters a clock leaves room for a sentence; with the space before it it takes so many. */
const CLOCK_FROM = 20;
const CLOCK = 3.5;

export function stripOf({ width, height }: Panel, lamps: Lamps = 'full'): Strip {
  const hasDots = height % FONT_DOTS === 0 && height <= MOST_DOTS;
  const clock = width >= CLOCK_FROM * height ? Math.ceil(CLOCK * height) : 0;
  const lift = hasDots ? 0 : Math.round(height * 0.06);
  return { width, em: height, line: width - clock, lamps, hasDots, lift };
}

/** How far away a strip can be read, in metres. */
export const reachOf = (dots: number, pitchMm: number): number => (dots * pitchMm * INK) / TIERS.body;

/** What is said of no announcement: to the hall, or of the data. */
type Spoken = 'notice' | 'urgent' | 'trust';

/** What stands on the strip until the next hard cut. */
export interface Cut {
  kind: PartKind | Spoken;
  /** Its words, each with the colour that it has. */
  pieces: readonly Piece[];
  text: string;
  /** The announcement it is of. */
  items: readonly Item[];
  /** The same from one round to the next. */
  key: string;
  dwell: number;
}

export interface Cutting {
  strip: Strip;
  factor: number;
  generated: Instant;
  /** Data of which nobody knows whether it still holds: every sentence says so. */
  isOld?: boolean;
}

/**
 * The round of a strip at a moment: notices first, then each part, one announcement at a time. While a 紧急 holds it is
 * told alone, and never as something old: it has an end of its own.
 */
export function cutsAt(feed: Feed, now: Instant | undefined, cutting: Cutting): readonly Cut[] {
  const notices = noticesOn(feed.notices, now);
  const urgent = ofLevel(notices, 'urgent');
  if (urgent.length > 0) return urgent.flatMap((notice) => alarm(notice, now, cutting));
  return [
    ...notices.flatMap(({ text }) => say('notice', [text], cutting, { tag: tagOf(NOTICE_TAG) })),
    ...cutRound(feed, now, cutting).flat(),
  ];
}

const tagOf = (word: string): string => `【${word}】`;

const alarm = (notice: Notice, now: Instant | undefined, cutting: Cutting): readonly Cut[] =>
  say(
    'urgent',
    [notice.text, urgentHours(notice, now, cutting.isOld)],
    { ...cutting, isOld: false },
    { tag: tagOf(NOTICE_LEVELS.urgent), key: `${notice.id} ${notice.text}` },
  );

/** The cuts of each part, no more than a round holds. */
export const cutRound = (
  feed: Feed,
  now: Instant | undefined,
  cutting: Cutting,
): readonly (readonly Cut[])[] => withinCycle(partsAt(feed, now).map((part) => cutsOf(part, cutting)));

/** One announcement after the other, in as many cuts as each takes. What is over has no place on one line. */
export function cutsOf(part: ShownPart, cutting: Cutting): readonly Cut[] {
  const { kind, items, openings } = part;
  const { generated, isOld = false } = cutting;
  return items.flatMap((item, index) => {
    if (openings?.[index]?.phase === 'past') return [];
    const line = lineOf(cutting);
    const sentence = sentenceOf(part, index, { generated, isOld, width: line.width });
    return setSentence(sentence, line).map((pieces, place) => ({
      ...cutOf(kind, pieces, `${kind} ${item.id} ${item.at} ${place}`, cutting),
      items: [item],
    }));
  });
}

/** What is said of no announcement, in as many cuts as it takes; `key` names it where its words change. */
export const say = (
  kind: Spoken,
  phrases: readonly string[],
  cutting: Cutting,
  { tag = '', key = phrases.join(' ') }: { tag?: string; key?: string } = {},
): readonly Cut[] =>
  setText(tag, phrases, lineOf(cutting)).map((words, place) =>
    cutOf(kind, [{ role: kind, text: words }], `${key} ${place}`, cutting),
  );

const lineOf = ({ strip, isOld = false }: Cutting): Line => ({ width: strip.line / strip.em, isOld });

function cutOf(kind: Cut['kind'], pieces: readonly Piece[], key: string, { factor }: Cutting): Cut {
  const text = wordsOf(pieces);
  return { kind, pieces, text, items: [], key, dwell: readDwell(text, factor) };
}

/** As many of the words as the line holds, for a page that does not turn; the first of them always. */
export function fittingWords([first = '', ...others]: readonly string[], { line, em }: Strip): string {
  let said = first;
  for (const words of others) if (widthOf(`${said} ${words}`) <= line / em) said += ` ${words}`;
  return said;
}
