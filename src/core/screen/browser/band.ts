import type { Instant } from '../../announcement/instant.ts';
import { NOTICE_LEVELS, USUAL_LEVEL, type NoticeLevel } from '../../announcement/notice-level.ts';
import { readingWeight, CHARACTERS_PER_SECOND } from './dwell.ts';
import type { Notice } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, piecesOf, widthOf } from './lines.ts';

/** What notices are called where no level is named. */
export const NOTICE_TAG = '提示';

/** Most notices of 变更, and of 告知, that are told in turn: of more nobody would wait for the last. */
export const TOGETHER = 2;

/** What comes first. */
const BY_WEIGHT: readonly NoticeLevel[] = ['urgent', 'change', 'inform'];

export const levelOf = ({ level = USUAL_LEVEL }: Pick<Notice, 'level'>): NoticeLevel => level;

/**
 * The notices that hold at a moment, 紧急 before the others and the newest first. No 紧急 gives way to another notice,
 * however many there are. Without a clock to be trusted none is taken for over.
 */
export function noticesOn(notices: readonly Notice[], now: Instant | undefined): readonly Notice[] {
  const holding = notices.filter(({ from, until }) => now === undefined || (from <= now && now < until));
  return BY_WEIGHT.flatMap((level) => {
    const own = ofLevel(holding, level);
    return level === 'urgent' ? own : own.slice(0, TOGETHER);
  });
}

export const ofLevel = <N extends Pick<Notice, 'level'>>(
  notices: readonly N[],
  level: NoticeLevel,
): readonly N[] => notices.filter((notice) => levelOf(notice) === level);

/** Seconds that a notice, or a piece of it, stays where others take turns with it: time to read it to the end. */
export const noticeDwell = (text: string): number =>
  Math.max(10, 2 + readingWeight(text) / CHARACTERS_PER_SECOND);

/** What of a glass the room for notices follows. */
type BandGlass = Pick<Layout, 'width' | 'height' | 'floor' | 'body' | 'key' | 'edge' | 'list'> &
  Partial<Pick<Layout, 'line'>>;

/** The room of the band and of the line; both 0 while there is nothing to say. */
export interface BandRoom extends Pick<Layout, 'list' | 'band' | 'bandEm' | 'bandLine'> {
  /** Font size of the large word before a 变更. */
  tagEm: number;
  /** Lines of the band's text, and how wide they are, in em of its own size. */
  bandLines: number;
  bandWide: number;
  /** Height of the line of a 告知, across the foot of the list. */
  inform: number;
  informLines: number;
  informWide: number;
}

/** The layout while these notices stand on it: the list gives way to the longest of them. */
export function withBand<G extends BandGlass>(
  layout: G,
  notices: readonly Pick<Notice, 'text' | 'level'>[],
): G & BandRoom {
  const textsOf = (level: NoticeLevel): readonly string[] => ofLevel(notices, level).map(({ text }) => text);
  const line = lineFor(textsOf('inform'), layout);
  const band = bandFor(textsOf('change'), layout, line.inform);
  return { ...layout, ...line, ...band, list: layout.list - band.band - line.inform };
}

/** What the band says in turn: each notice, in pieces where it is longer than the band. */
export const bandPieces = (
  notices: readonly Pick<Notice, 'text' | 'level'>[],
  { bandLines, bandWide }: Pick<BandRoom, 'bandLines' | 'bandWide'>,
): readonly string[] => ofLevel(notices, 'change').flatMap(({ text }) => piecesOf(text, bandWide, bandLines));

/** What the line at the foot of the list says in turn. */
export const informPieces = (
  notices: readonly Pick<Notice, 'text' | 'level'>[],
  { informLines, informWide }: Pick<BandRoom, 'informLines' | 'informWide'>,
): readonly string[] =>
  ofLevel(notices, 'inform').flatMap(({ text }) => piecesOf(text, informWide, informLines));

type Band = Pick<BandRoom, 'band' | 'bandEm' | 'bandLine' | 'bandLines' | 'bandWide' | 'tagEm'>;
type Line = Pick<BandRoom, 'inform' | 'informLines' | 'informWide'>;

/** Least part of the list that the notices leave. */
const LEAST_LIST = 0.4;

/** And least lines of a board: a name of two with its mark. */
const LEAST_LINES = 3;

/** Room for `1/2` where several take turns, in em of the floor tier. */
const TURN_EM = widthOf('1/2') + 0.6;

const LINE_HEIGHT = 1.25;

const lineOf = (em: number): number => Math.ceil(em * LINE_HEIGHT);

const isUpright = ({ width, height }: BandGlass): boolean => height > width;

/** How wide the texts may be, in em: one alone that is whole needs no number behind it. */
function wideFor(
  texts: readonly string[],
  room: number,
  { floor }: BandGlass,
  em: number,
  lines: number,
): number {
  const isAlone = texts.length === 1 && linesOf(texts[0]!, room / em) <= lines;
  return (isAlone ? room : room - TURN_EM * floor) / em;
}

/** A line at the foot of the list; two where the glass stands. */
function lineFor(texts: readonly string[], layout: BandGlass): Line {
  const { body, width, edge } = layout;
  const informLines = isUpright(layout) ? 2 : 1;
  return {
    inform: texts.length > 0 ? informLines * lineOf(body) : 0,
    informLines,
    informWide: wideFor(texts, width - 2 * edge, layout, body, informLines),
  };
}

/** The largest type in which all of them are told whole in about three lines of the list; else the most that has room, in turns. */
function bandFor(texts: readonly string[], layout: BandGlass, inform: number): Band {
  const { key, body, list } = layout;
  const large = Math.round(key * 1.6);
  const sizes = [
    [large, 1, large],
    [key, isUpright(layout) ? 3 : 2, large],
    [body, isUpright(layout) ? 4 : 3, large],
    [body, 2, key],
    [body, 1, body],
  ] as const;
  const bands = sizes.map(([em, most, tag]) => bandOf(texts, layout, em, most, tag));
  const least = Math.max(list * LEAST_LIST, LEAST_LINES * (layout.line ?? 0));
  const roomy = bands.filter(({ band }) => list - band - inform >= least);
  const { isWhole: _, ...band } =
    roomy.find(({ isWhole }) => isWhole) ??
    roomy.find(({ bandEm }) => bandEm === body) ??
    bands[bands.length - 1]!;
  return texts.length > 0 ? band : { ...band, band: 0 };
}

/**
 * The band with so many lines of a size at most, and whether they tell all. Its large word stands before them, or above
 * them where the glass is narrow.
 */
function bandOf(
  texts: readonly string[],
  layout: BandGlass,
  em: number,
  most: number,
  tagEm: number,
): Band & { isWhole: boolean } {
  const { width, edge, key } = layout;
  const beside = isUpright(layout) ? 0 : tagEm * widthOf(NOTICE_LEVELS.change) + key * TAG_GAP;
  const bandWide = wideFor(texts, width - 2 * edge - beside, layout, em, most);
  const needed = Math.max(1, ...texts.map((text) => linesOf(text, bandWide)));
  const bandLines = Math.min(needed, most);
  const [tag, words] = [lineOf(tagEm), bandLines * lineOf(em)];
  return {
    band: (isUpright(layout) ? tag + words : Math.max(tag, words)) + Math.round(key * 0.4),
    bandEm: em,
    bandLine: lineOf(em),
    bandLines,
    bandWide,
    tagEm,
    isWhole: needed <= most,
  };
}

/** Between the large word and the text, in em of the key tier. */
const TAG_GAP = 0.6;
