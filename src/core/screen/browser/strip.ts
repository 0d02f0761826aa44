import type { Instant } from '../../announcement/instant.ts';
import { noticesOn, NOTICE_TAG } from './band.ts';
import { cellsOf } from './cells.ts';
import { readDwell } from './dwell.ts';
import type { Feed, Item, PartKind } from './feed.ts';
import { cutLines } from './lines.ts';
import { withinCycle } from './pages.ts';
import { TIERS, type Panel } from './panel.ts';
import { partsAt, type ShownPart } from './parts.ts';

/** A strip of lamps 条屏: one line as high as the strip, a lamp a pixel. */
export interface Strip {
  width: number;
  /** Font size: a character is as high as the strip. */
  em: number;
  /** By so much a line stands higher than browsers set it: its ink reaches a tenth below the baseline. */
  lift: number;
}

/** Least lamps in height in which a Chinese character can be told from others. */
export const LEAST_DOTS = 16;

/** Least characters that a strip must hold; of fewer nobody makes out a title. */
export const LEAST_CHARACTERS = 8;

/** Ink of a character as a part of its em, where lamps draw it. */
const INK = 0.94;

export const stripOf = ({ width, height }: Panel): Strip => ({
  width,
  em: height,
  lift: Math.round(height * 0.06),
});

/** How far away a strip can be read, in metres. */
export const reachOf = (dots: number, pitchMm: number): number => (dots * pitchMm * INK) / TIERS.body;

/** What stands on the strip until the next hard cut. */
export interface Cut {
  /** The colour; a notice and what is said of the data itself have their own. */
  kind: PartKind | 'notice' | 'trust';
  text: string;
  /** The announcement it is of. */
  items: readonly Item[];
  dwell: number;
}

export interface Cutting {
  strip: Strip;
  factor: number;
  generated: Instant;
}

/** The round of a strip at a moment: notices first, then each part, one announcement at a time. */
export const cutsAt = (feed: Feed, now: Instant | undefined, cutting: Cutting): readonly Cut[] => [
  ...noticesOn(feed.notices, now).flatMap(({ text }) => say('notice', [`【${NOTICE_TAG}】${text}`], cutting)),
  ...cutRound(feed, now, cutting).flat(),
];

/** The cuts of each part, no more than a round holds. */
export const cutRound = (
  feed: Feed,
  now: Instant | undefined,
  cutting: Cutting,
): readonly (readonly Cut[])[] => withinCycle(partsAt(feed, now).map((part) => cutsOf(part, cutting)));

export const cutsOf = (part: ShownPart, cutting: Cutting): readonly Cut[] =>
  part.items.flatMap((item) =>
    say(part.kind, phrasesOf(part, item, cutting.generated), cutting).map((cut) => ({
      ...cut,
      items: [item],
    })),
  );

/** What is said, in as many cuts as it takes, each of whole characters. */
export const say = (
  kind: Cut['kind'],
  phrases: readonly string[],
  { strip, factor }: Cutting,
): readonly Cut[] =>
  cutLines(phrases, strip.width / strip.em).map((text) => ({
    kind,
    text,
    items: [],
    dwell: readDwell(text, factor),
  }));

/**
 * `今日开标 11月22日 09:30 开标一室 沿江路改造`: the moment comes before the long title. What comes after it is told
 * apart: `投标截止 12月7日 → 12月10日` says nothing in two halves.
 */
function phrasesOf({ kind, heading }: ShownPart, item: Item, generated: Instant): readonly string[] {
  const { year, date, time, what, mark, title, details, changes } = cellsOf(kind, item, generated);
  const place = kind === 'openings' ? what : '';
  const announced = [heading, `${year}${date}`, time, place, mark && `【${mark}】`, title];
  const changed = changes.map(({ label, was, now }) => [label, was, now]);
  return [announced, ...details.map((detail) => [detail]), ...changed].map((words) =>
    words.filter(Boolean).join(' '),
  );
}
