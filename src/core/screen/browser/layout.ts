import { linesOf, widthOf } from './lines.ts';
import { emPx, type Panel } from './panel.ts';
import { spareIn, NO_RAIL, railOf, type Rail } from './rail.ts';
import { warningAfter } from './words.ts';

/** How openings are set. wide: hour, room, project and state side by side; tall: the project below the others. */
type Arrangement = 'wide' | 'tall';

/** Where everything stands on one panel, in its pixels unless a name says em. The style sheet takes its numbers from here. */
export interface Layout extends Rail {
  arrangement: Arrangement;
  width: number;
  height: number;
  /** Font sizes of the three tiers, and of figures, which so stand as high as characters of the body. */
  floor: number;
  body: number;
  key: number;
  figure: number;
  /** Line heights of the tiers where a text runs on. */
  floorLine: number;
  bodyLine: number;
  keyLine: number;
  /** Left and right of everything. */
  edge: number;
  /** Thickness of a rule. */
  thin: number;
  header: number;
  headerLines: 1 | 2;
  /** Whether the header has room for the day of the week. */
  showsWeekday: boolean;
  /** The line of column names; 0 where there is none. */
  columns: number;
  footer: number;
  footerLines: 1 | 2;
  /** Whether the footer tells when newer data was last looked for, and which this is. */
  showsCheck: boolean;
  /** Room for what the footer says on a line, in em of the floor. */
  footEm: number;
  /** What is said to the whole hall, above the list; 0 while there is nothing. */
  band: number;
  /** Its font size and line height. */
  bandEm: number;
  bandLine: number;
  /** What tells that the data is late, or very late. */
  lateBand: number;
  staleBand: number;
  /** Rows stand on the lines of a grid; this is the height of one, and of all. */
  line: number;
  list: number;
  /** Widths of columns. */
  hour: number;
  room: number;
  state: number;
  date: number;
  /** The names of groups down the side. */
  side: number;
  /** Room for the name of a project on the board of openings, in em of the body tier. */
  nameEm: number;
  /** Room for all of a row, and for a row beside the name of its group. */
  rowEm: number;
  groupEm: number;
}

/** The words of the header, which decide how many lines it takes. */
export interface HeaderWords {
  /** The widest of the headings that come to stand there. */
  heading: string;
  centre: string;
  screen: string;
}

/** Names narrower than this, in em, read like a column of type: they get a line of their own. */
const NARROWEST_NAME = 10;

/** Figures are 0.733 em high and characters 0.90: at this size both stand equally high. */
const FIGURE = 1.23;

/** Least height of a line of the grid, in em of the body. */
const LINE = 1.28;
const LINE_HEIGHT = 1.35;

/** Columns in em of the body: an hour, a day, a state, the space behind a column. */
const HOUR_EM = 2.62 * FIGURE;
const DATE_EM = 4.25;
const STATE_EM = 3.3;
const GAP_EM = 0.55;
/** The name of a group, in em of the floor. */
const SIDE_EM = 2.4;

/** Narrowest and widest column of rooms: three figures, and 开标一室. */
const ROOM_EM = { least: 1.75 * FIGURE, most: 4.05 } as const;

/** `10:32` and `12月28日 星期三` in the header, in em of their own. */
const CLOCK_EM = 2.8;
const DAY_EM = 4.9;
const WEEKDAY_EM = 3.3;

/** Rooms of a footer, in em of the floor, that holds a note and the first stamp on one line, and all of the stamps. */
const LEAST_FOOT = 26;
const ROOMY_FOOT = 44;

/** What a screen shows besides its rows. */
interface Extras {
  /** The modules of its QR code, the quiet edge counted in. */
  qrModules?: number | undefined;
  /** The widest heading of each part of its round. */
  headings?: readonly string[];
  /** What the rooms of the centre are called on a board. */
  rooms?: readonly string[];
}

/** Sets a screen. */
export function layoutOf(
  panel: Panel,
  words: HeaderWords,
  { qrModules, headings = [], rooms = [] }: Extras = {},
): Layout {
  const { width, height } = panel;
  const [floor, body, key] = [emPx(panel, 'floor'), emPx(panel, 'body'), emPx(panel, 'key')];
  const lineOf = (em: number): number => Math.ceil(em * LINE_HEIGHT);
  const edge = Math.round(body / 2);
  const inner = width - 2 * edge;
  const isUpright = height > width;
  const sizes = { floor, floorLine: lineOf(floor), body, edge };
  const rail = qrModules === undefined ? NO_RAIL : railOf(panel, qrModules, sizes);
  const free = inner - (isUpright ? 0 : rail.rail);

  const px = (em: number): number => Math.round(em * body);
  const hour = px(HOUR_EM + GAP_EM);
  const room = px(Math.max(ROOM_EM.least, ...rooms.map(roomEm).filter((em) => em <= ROOM_EM.most)) + GAP_EM);
  const state = px(STATE_EM);
  const beside = (free - hour - room - state) / body;
  const arrangement: Arrangement = beside >= NARROWEST_NAME ? 'wide' : 'tall';

  const head = headerIn(inner, words, { floor, body });
  const header = Math.ceil(body * LINE) * head.headerLines + SHIFT;
  const columns = arrangement === 'tall' ? 0 : Math.ceil(floor * 1.1) + 8;
  const foot = inner / floor;
  // Where the glass stands a line more costs little.
  const footerLines = !isUpright && foot >= LEAST_FOOT ? 1 : 2;
  const showsCheck = footerLines > 1 || foot >= ROOMY_FOOT;
  const footer = footerLines * Math.ceil(floor * 1.2) + SHIFT;
  const rows = height - header - columns - footer - (isUpright ? rail.rail : 0);
  const lines = Math.max(1, Math.floor(rows / (body * LINE)));
  const line = Math.floor(rows / lines);
  const list = rows;
  const side = Math.round(floor * SIDE_EM);
  return {
    arrangement,
    width,
    height,
    floor,
    body,
    key,
    figure: Math.round(body * FIGURE),
    ...{ floorLine: sizes.floorLine, bodyLine: lineOf(body), keyLine: lineOf(key) },
    edge,
    thin: Math.max(2, Math.round(body / 32)),
    header,
    ...head,
    columns,
    footer,
    footerLines,
    showsCheck,
    footEm: foot,
    band: 0,
    bandEm: key,
    bandLine: lineOf(key),
    ...agesIn(inner, body, line),
    line,
    list,
    ...rail,
    ...(rail.rail > 0 && {
      spare: spareIn(headings, rail, { width, height, beside: list + columns }, sizes),
    }),
    hour,
    room,
    state,
    date: px(DATE_EM + GAP_EM / 2),
    side,
    nameEm: arrangement === 'wide' ? beside : free / body,
    rowEm: free / body,
    groupEm: (free - side) / body,
  };
}

/** What always stands moves by some pixels (client/screen/shift.ts). */
const SHIFT = 12;

/** Lines of the grid that a layout has room for. */
export const linesIn = ({ list, line }: Pick<Layout, 'list' | 'line'>): number =>
  Math.max(1, Math.floor((list + 0.5) / line));

/** Whether a room is called by figures, `303`, which are set larger than words. */
export const isFigures = (label: string): boolean => /^[A-Z\d-]+$/u.test(label);

/** Width of a room's label in em of the body. */
const roomEm = (label: string): number =>
  isFigures(label) ? widthOf(label) * FIGURE * 0.95 : widthOf(label);

/** Whether the column of rooms holds a label. */
export const holdsRoom = ({ room, body }: Pick<Layout, 'room' | 'body'>, label: string): boolean =>
  roomEm(label) <= room / body - GAP_EM + 0.05;

function headerIn(
  inner: number,
  { heading }: HeaderWords,
  { floor, body }: { floor: number; body: number },
): { headerLines: 1 | 2; showsWeekday: boolean } {
  const gap = floor * 0.6;
  const first = widthOf(heading) * body + CLOCK_EM * FIGURE * body + 2 * gap;
  const day = DAY_EM * floor;
  if (first + day + WEEKDAY_EM * floor <= inner) return { headerLines: 1, showsWeekday: true };
  if (first + day <= inner) return { headerLines: 1, showsWeekday: false };
  const second = day + CLOCK_EM * FIGURE * body + gap;
  return { headerLines: 2, showsWeekday: second + WEEKDAY_EM * floor <= inner };
}

/** Whether the heading has room on its line, and the day and the clock on theirs. */
export function headerFits({ headerLines, width, edge, floor, body }: Layout, words: HeaderWords): boolean {
  const inner = width - 2 * edge;
  return (
    headerLines === 1 ||
    (widthOf(words.heading) * body <= inner &&
      DAY_EM * floor + CLOCK_EM * FIGURE * body + floor * 0.6 <= inner)
  );
}

/** What tells the age of the data takes lines of the grid: at body size, and where it is very old the age at twice that. */
function agesIn(inner: number, body: number, line: number): Pick<Layout, 'lateBand' | 'staleBand'> {
  const [hatch, age] = [HATCH_EM, 2 * AGE_EM];
  const wide = inner / body - hatch;
  const isBeside = wide - age >= NARROWEST_NAME;
  const words = isBeside ? wide - age : wide;
  const sentences = linesOf(STALE_WORDS, words) + linesOf(ASK_WORDS, words);
  const needed = isBeside ? Math.max(2 * LINE, sentences * LINE) : (2 + sentences) * LINE;
  const lines = (em: number): number => Math.ceil((em * body) / line - 0.05);
  return {
    lateBand: linesOf(warningAfter(119), wide) * line,
    staleBand: lines(needed + 0.3) * line,
  };
}

/** The hatched edge before it, and an age such as `12 小时`. */
const HATCH_EM = 0.9;
const AGE_EM = 3.9;

/** The longest that is said of very old data, beside its age. */
const STALE_WORDS = '没有连上服务器，请以网站为准';

/** Whom to ask where what stands on the glass may no longer be true. */
export const ASK_WORDS = '时间、地点请问服务台';
