import { withBand, type BandRoom } from './band.ts';
import type { Notice } from './feed.ts';
import { linesOf, widthOf } from './lines.ts';
import { emPx, type Panel } from './panel.ts';
import { isEmpty, NOTHING, UNSURE, type Figure, type SignWords, type When } from './sign-words.ts';

/** Where everything stands on the sign beside a door, in the pixels of its panel. The style sheet takes its numbers from here. */
export interface SignLayout {
  width: number;
  height: number;
  /** Font sizes of the three tiers; a glass larger than they ask for is filled all the same. */
  floor: number;
  body: number;
  key: number;
  /** Of figures, which are lower than ideographs: so they stand as high. */
  figures: number;
  /** Of a name, where it takes no more lines than there is room for; else it is set in the body tier. */
  name: number;
  edge: number;
  /** The number or name of the room. */
  room: number;
  /** Width of the field of the room where the glass lies; all of it where it stands. */
  door: number;
  doorHeight: number;
  /** The band of the state, and its font sizes: alone, beside an hour, and of three characters beside an hour. */
  stateBand: number;
  state: number;
  stateHour: number;
  stateLong: number;
  /** Of what stands there where no opening does. */
  stateEmpty: number;
  footer: number;
}

/** What stands beside a door. */
export interface Door {
  /** `303`, or all of a name that has no number; in pieces between which a line may end. */
  room: readonly string[];
  /** The rest of the name: 开标室. */
  kind: string;
}

/** Sizes as parts of the shorter side: those of a 21.5 inch glass at 2 m, which the tiers ask for there. */
const SHARE = { floor: 63 / 1080, body: 90 / 1080, key: 110 / 1080 } as const;

/** An ideograph is 0.90 em high and a figure 0.733. */
const FIGURES = 1.23;

/** Line height of everything that may take several lines. */
const LINE = 1.22;

/** Sets the sign of a room. */
export function signLayoutOf(panel: Panel, { room, kind }: Door): SignLayout {
  const { width, height } = panel;
  const short = Math.min(width, height);
  const [floor, body, key] = (['floor', 'body', 'key'] as const).map((tier) =>
    Math.max(emPx(panel, tier), Math.round(short * SHARE[tier])),
  ) as [number, number, number];
  const isUpright = height > width;
  const edge = Math.round(short / 24.5);
  const figures = Math.round(body * FIGURES);
  const footer = Math.round(floor * 1.5);
  const [door, doorHeight] = isUpright
    ? [width, Math.round(height * 0.23)]
    : [Math.round(width * 0.4), height - footer - Math.round(short * 0.16)];
  const stateBand = Math.round(isUpright ? height * 0.142 : height * 0.24);
  const inner = innerWidth({ width, edge, door }, isUpright);
  const fit = (widest: number, em: number): number => Math.floor(Math.min(em, inner / widest));
  const state = stateBand * (isUpright ? 0.78 : 0.6);
  const beside = HOUR_EM * FIGURES + 0.4;
  return {
    width,
    height,
    floor,
    body,
    key,
    figures,
    name: Math.round(body * 1.36),
    edge,
    room: roomEm(room, {
      width: door - 2 * edge - (isUpright && kind !== '' ? Math.round(key * 1.5) : 0),
      height: doorHeight - (!isUpright && kind !== '' ? key * 2 : edge),
      most: short * 0.39,
    }),
    door,
    doorHeight,
    stateBand,
    state: fit(UNSURE.length + 0.05, state),
    stateHour: fit(2 + beside, state),
    stateLong: fit(UNSURE.length + beside, state),
    stateEmpty: fit(widthOf('今天没有其他安排') + 0.1, state),
    footer,
  };
}

/** `10:30`, where figures are set as wide as each other. */
const HOUR_EM = 2.6;

const innerWidth = (
  { width, edge, door }: Pick<SignLayout, 'width' | 'edge' | 'door'>,
  isUpright: boolean,
): number => (isUpright ? width : width - door) - 2 * edge;

/** A short name is as large as its field; a long one takes two or three lines if it is much larger so. */
function roomEm(room: readonly string[], field: { width: number; height: number; most: number }): number {
  const [one, two, three] = [1, 2, 3].map((lines) => {
    for (let em = Math.floor(Math.min(field.most, field.height / (lines * 1.15))); em > 1; em--)
      if (wordLines(room, field.width / em) <= lines) return em;
    return 1;
  }) as [number, number, number];
  const few = one >= two * LARGER ? one : two;
  return few >= three * LARGER ? few : three;
}

const LARGER = 0.75;

/** Names of so many lines have room in the body tier on every sign. */
const LEAST_LINES = 4;

/** Whether the room, the state and a name of four lines can be read from where people stand. */
export function isLegible(layout: SignLayout): boolean {
  const { width, height, body, key, room, stateLong } = layout;
  const line = Math.floor(innerWidth(layout, height > width) / body);
  const name = Array.from({ length: Math.max(0, line) * LEAST_LINES }, () => '字');
  const main = { ...NOTHING, name, since: '10:00' };
  const words = {
    tone: 'running',
    state: '',
    main,
    label: '',
    isChanged: false,
    below: NOTHING,
    empty: '',
  } as const;
  return (
    line >= LEAST_CHARACTERS &&
    room >= key &&
    stateLong >= key &&
    settingOf(words, layout, withNotices(layout, [], true).taken).fits
  );
}

/** On a line of fewer characters nobody makes out a name. */
const LEAST_CHARACTERS = 6;

/** Widest name that has two lines in the larger size, in em of that size, whatever words it is broken between. */
export const nameEm = (layout: SignLayout): number =>
  Math.floor((2 * innerWidth(layout, layout.height > layout.width)) / layout.name) - 2;

/** How a face is set. */
export interface Setting {
  /**
   * The name in the larger size or in the body tier. `close` gives it the room of the hour at which it began; `tight`
   * sets when and where it is held now on one line too, and takes room from the age and from 告知.
   */
  names: 'large' | 'body' | 'close' | 'tight';
  /** Whether all of it has room. */
  fits: boolean;
}

/**
 * Height that notices and the age of the data take from the faces. Where those are tight the age is told in one line,
 * and 告知 waits.
 */
interface Taken {
  usual: number;
  tight: number;
}

/** How the words of a face are set: the larger size where it has room, never less than the body tier. */
export function settingOf(words: SignWords, layout: SignLayout, taken: Taken = NOTHING_TAKEN): Setting {
  const { body, figures, edge, name } = layout;
  const { main } = words;
  const width = innerWidth(layout, layout.height > layout.width);
  const room = roomOf(words, layout);
  const nameAt = (em: number): number => wordLines(main.name, width / em) * em * LINE;
  const rest = restHeight(words, layout, whenLines(main.when) * figures);
  const since = main.since === '' ? 0 : figures * LINE + edge / 2;
  const usual = room - taken.usual - rest - since;
  if (nameAt(name) <= usual && wordLines(main.name, width / name) <= LEAST_LINES)
    return { names: 'large', fits: true };
  if (nameAt(body) <= usual) return { names: 'body', fits: true };
  if (nameAt(body) <= usual + since) return { names: 'close', fits: true };
  const least = restHeight(words, layout, Math.min(1, whenLines(main.when)) * body);
  return { names: 'tight', fits: nameAt(body) <= room - taken.tight - least };
}

const NOTHING_TAKEN: Taken = { usual: 0, tight: 0 };

/** Height of the big field below the band of the state. */
function roomOf(words: SignWords, layout: SignLayout): number {
  const below = words.label === '' || words.tone === 'none' ? 0 : belowHeight(words, layout);
  return freeHeight(layout) - below - layout.edge;
}

/** Height below the band of the state and above the foot. */
const freeHeight = ({ width, height, footer, stateBand, doorHeight }: SignLayout): number =>
  height - footer - stateBand - (height > width ? doorHeight : 0);

/** Height of what stands in the big field beside the name and the hour at which it began. */
function restHeight({ main, tone, label, empty }: SignWords, layout: SignLayout, when: number): number {
  const { body, floor, edge } = layout;
  const width = innerWidth(layout, layout.height > layout.width);
  const texts = [main.where && `→${main.where}`, main.meaning, empty];
  const isAlone = texts.join('') === '' && when === 0;
  return (
    (tone === 'none' && label !== '' ? floor * LINE : 0) +
    when * LINE +
    linesFor(texts, width / body) * body * LINE +
    (isAlone ? 0 : edge / 2)
  );
}

/** The sign while these notices stand on it. They leave room for a name of four lines. */
export function withNotices(
  layout: SignLayout,
  notices: readonly Pick<Notice, 'text' | 'level'>[],
  isOld: boolean,
): SignLayout & BandRoom & { taken: Taken } {
  const { width, height, body, floor, edge } = layout;
  const line = body * LINE + edge;
  // What is the matter, what follows, and of when the data is where there is room.
  const age = height > width ? (3 * body + 2 * floor) * LINE + edge : line;
  const [usual, tight] = isOld ? [age, line] : [0, 0];
  const left = freeHeight(layout) - tight - LEAST_LINES * body * LINE - edge;
  const banded = withBand({ ...layout, list: left / BAND_SHARE }, notices);
  const { band, inform } = banded;
  return { ...banded, taken: { usual: band + inform + usual, tight: band + tight } };
}

/** Of a list notices take no more than this part. */
const BAND_SHARE = 0.6;

/** The field below the big one. Where the glass lies a name stands behind its hour. */
function belowHeight({ label, below, isChanged }: SignWords, layout: SignLayout): number {
  const { width, height, edge, body, floor, figures } = layout;
  const inner = width - 2 * edge;
  const date = isChanged ? 0 : figuresWidth(below.when, layout);
  const isBeside = width > height;
  const left = isBeside ? inner - widthOf(label) * floor - HOUR_EM * figures - date - 2 * body : inner;
  const lines = wordLines(below.name, left / body);
  return (
    edge * 1.5 +
    (isBeside ? Math.max(figures, lines * body) : figures + lines * body) * LINE +
    (isChanged
      ? (isBeside ? Math.min(1, whenLines(below.when)) : whenLines(below.when)) * figures * LINE
      : 0) +
    linesFor([below.where && `→${below.where}`], inner / body) * body * LINE
  );
}

const linesFor = (texts: readonly string[], em: number): number =>
  texts.reduce((sum, text) => sum + (text === '' ? 0 : linesOf(text, em)), 0);

const figuresWidth = (all: readonly Figure[], { figures, floor }: SignLayout): number =>
  all.reduce((sum, { figure, unit }) => sum + widthOf(figure) * figures + (widthOf(unit) + 0.3) * floor, 0);

/** The moment has a line and the room another. */
const whenLines = ([month, day, hour, room]: When): number =>
  Number(![month, day, hour].every(isEmpty)) + Number(!isEmpty(room));

/** How many lines a name takes that is broken between its pieces alone. */
function wordLines(pieces: readonly string[], width: number): number {
  let lines = pieces.length === 0 ? 0 : 1;
  let used = 0;
  for (const piece of pieces) {
    const wide = widthOf(piece);
    if (used > 0 && used + wide > width) {
      lines += 1;
      used = 0;
    }
    used += wide;
    if (used > width) {
      const over = linesOf(piece, width) - 1;
      lines += over;
      used = Math.min(width, used - over * width);
    }
  }
  return lines;
}
