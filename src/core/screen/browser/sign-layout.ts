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
  band: number;
  state: number;
  stateHour: number;
  stateLong: number;
  /** Of what stands there where no opening does. */
  stateEmpty: number;
  footer: number;
}

/** What stands beside a door. */
export interface Door {
  /** `303`, or all of a name that has no number. */
  room: string;
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
  const band = Math.round(isUpright ? height * 0.142 : height * 0.24);
  const inner = innerWidth({ width, edge, door }, isUpright);
  const fit = (widest: number, em: number): number => Math.floor(Math.min(em, inner / widest));
  const state = band * (isUpright ? 0.78 : 0.6);
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
    band,
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

/** A short name is as large as its field; a long one takes two lines if it is larger so. */
function roomEm(room: string, field: { width: number; height: number; most: number }): number {
  const sizes = [1, 2].map((lines) => {
    for (let em = Math.floor(Math.min(field.most, field.height / (lines * 1.15))); em > 1; em--)
      if (linesOf(room, field.width / em) <= lines) return em;
    return 1;
  });
  return sizes[0]! >= sizes[1]! * 0.75 ? sizes[0]! : sizes[1]!;
}

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
  return line >= LEAST_CHARACTERS && room >= key && stateLong >= key && settingOf(words, layout, true).fits;
}

/** On a line of fewer characters nobody makes out a name. */
const LEAST_CHARACTERS = 6;

/** Widest name that has two lines in the larger size, in em of that size, whatever words it is broken between. */
export const nameEm = (layout: SignLayout): number =>
  Math.floor((2 * innerWidth(layout, layout.height > layout.width)) / layout.name) - 2;

/** How a face is set. */
export interface Setting {
  /** The name in the larger size or in the body tier; `tight` without the hour at which it began. */
  names: 'large' | 'body' | 'tight';
  /** Whether all of it has room. */
  fits: boolean;
}

/**
 * How the words of a face are set: the larger size where it has room, never less than the body tier.
 * @param isOld whether the age of the data is told below
 */
export function settingOf(words: SignWords, layout: SignLayout, isOld = false): Setting {
  const isUpright = layout.height > layout.width;
  const { body, floor, figures, edge, footer, doorHeight, band, height, name } = layout;
  const { main, tone, label, empty } = words;
  const below = label === '' || tone === 'none' ? 0 : belowHeight(words, layout);
  const above = band + (isUpright ? doorHeight : 0);
  const room = height - above - below - (isOld ? ageHeight(layout) : 0) - footer - edge;
  const width = innerWidth(layout, isUpright);
  const isAlone = main.where + main.meaning + empty === '' && whenLines(main.when) === 0;
  const since = main.since === '' ? 0 : figures * LINE + edge / 2;
  const rest =
    (tone === 'none' && label !== '' ? floor * LINE : 0) +
    whenLines(main.when) * figures * LINE +
    linesFor([main.where && `→${main.where}`, main.meaning, empty], width / body) * body * LINE +
    (isAlone ? 0 : edge / 2);
  const heightAt = (em: number): number => rest + wordLines(main.name, width / em) * em * LINE;
  if (since + heightAt(name) <= room && wordLines(main.name, width / name) <= LEAST_LINES)
    return { names: 'large', fits: true };
  if (since + heightAt(body) <= room) return { names: 'body', fits: true };
  return { names: 'tight', fits: heightAt(body) <= room };
}

/** What is said of old data: what is the matter and what follows, and of when it is where there is room. */
const ageHeight = ({ width, height, body, floor, edge }: SignLayout): number =>
  (height > width ? 3 * body + 2 * floor : body) * LINE + edge;

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
