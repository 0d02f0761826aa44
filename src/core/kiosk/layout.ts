import { emPx, mmPerPx, type Panel } from '../screen/browser/panel.ts';

/** The measures of one kiosk, in pixels of its panel unless a name says mm. Its style sheet takes its numbers from here. */
export interface KioskLayout {
  width: number;
  height: number;
  pxPerMm: number;
  /** Font sizes: the least that stands anywhere, what is read, and the same in 大字. */
  floor: number;
  text: number;
  large: number;
  /** Side of a key, and room between two things that are touched. */
  keyMm: number;
  gapMm: number;
  /** Keys of the pad in a row. */
  columns: number;
  /** Width of the pad without its edges. */
  padMm: number;
  /** Characters of a project's name that stand in one line beside its hour and its room. */
  nameEm: number;
}

/**
 * Least side of what is touched and least room between, in millimetres: a little more than the 15 and 3 asked for,
 * since pixels are whole.
 */
const TOUCH_MM = 15.5;
const GAP_MM = 3.2;

/** Keys grow to this where there is room; larger ones only make the way longer. */
const LARGEST_KEY_MM = 17;

/** 26 letters, 10 digits, and 删除 and 清空 of two each. */
const KEYS = 40;
const COLUMNS = [10, 8];

/** Left, right and between what is read and the pad beside it, in millimetres. */
const EDGE_MM = 8;

/** The bar that never changes its place: a row of what is touched with room above and below. */
const BAR_MM = 25;

/** Height of a Latin capital as a part of its em, measured in Noto Sans CJK SC: EN 301 549 judges by it. */
const CAPITAL = 0.733;

/** A title in 大字 has this many characters in a line at least, and so many rows of two lines and a third stand above the pad. */
const TITLE_EM = 12;
const ROWS = 3;
const LINE_HEIGHT = 1.4;
const ROW_EM = 3 * LINE_HEIGHT + 0.9;

/** The head of the page, and above the keys the line that shows what was tapped, in em. */
const HEAD_EM = 2.6;
const QUERY_EM = 2.6;

export function kioskLayout(panel: Panel): KioskLayout {
  const { width, height } = panel;
  const pad = padOf(panel) ?? { columns: COLUMNS[1]!, keyMm: TOUCH_MM };
  return {
    width,
    height,
    pxPerMm: 1 / mmPerPx(panel),
    floor: emPx(panel, 'floor'),
    text: even(emPx(panel, 'body')),
    large: largeOf(panel),
    ...pad,
    gapMm: GAP_MM,
    padMm: across(pad.columns, pad.keyMm),
    nameEm: nameEmOf(panel, across(pad.columns, pad.keyMm)),
  };
}

/** An hour, a room, what stands between them, and the sign that a row can be touched, in em. */
const BESIDE_NAME_EM = 10;

/** Openings hang above the pad, and on a tall panel across the whole of it, in larger type. */
function nameEmOf(panel: Panel, padMm: number): number {
  const text = even(emPx(panel, 'body')) * mmPerPx(panel);
  const width = isTall(panel) ? (panel.width * mmPerPx(panel) - 2 * EDGE_MM) / TALL_TYPE : padMm;
  return Math.floor(width / text - BESIDE_NAME_EM);
}

/** How much larger openings are written where they hang above all hands; the style sheet has the same. */
const TALL_TYPE = 1.2;

/** The side of a panel that is too short. */
export interface Wanting {
  side: 'width' | 'height';
  neededMm: number;
  presentMm: number;
}

/** What a panel wants of the room for the pad and, beside or above it, a list of titles in 大字. */
export function wantingOn(panel: Panel): Wanting | undefined {
  const mm = mmPerPx(panel);
  const large = largeOf(panel) * mm;
  const { columns } = padOf(panel) ?? {};
  if (columns === undefined) {
    const neededMm = across(COLUMNS[1]!, TOUCH_MM) + panel.width * mm - roomFor(panel);
    return { side: 'width', neededMm, presentMm: panel.width * mm };
  }
  const rows = Math.ceil(KEYS / columns);
  const keys = QUERY_EM * large + across(rows, TOUCH_MM) + 2 * EDGE_MM;
  const list = isTall(panel) ? ROWS * (ROW_EM * large + GAP_MM) : 0;
  const neededMm = HEAD_EM * large + list + keys + BAR_MM;
  const presentMm = panel.height * mm;
  return neededMm > presentMm ? { side: 'height', neededMm, presentMm } : undefined;
}

/** Hands reach the lower part of a tall panel, so the pad stands below what is read; on any other it stands beside it. */
const isTall = ({ width, height }: Panel): boolean => height > width;

/** As many columns as stand, with keys as large as there is room. */
function padOf(panel: Panel): { columns: number; keyMm: number } | undefined {
  const room = roomFor(panel);
  const columns = COLUMNS.find((count) => across(count, TOUCH_MM) <= room);
  if (columns === undefined) return undefined;
  return { columns, keyMm: Math.min(LARGEST_KEY_MM, (room + GAP_MM) / columns - GAP_MM) };
}

/** What a pad may take across. */
function roomFor(panel: Panel): number {
  const mm = mmPerPx(panel);
  const inner = panel.width * mm - 2 * EDGE_MM;
  return isTall(panel) ? inner : inner - EDGE_MM - TITLE_EM * largeOf(panel) * mm;
}

const across = (count: number, side: number): number => count * side + (count - 1) * GAP_MM;

/** 0.7 degrees for a capital: EN 301 549, 5.1.4. */
const largeOf = (panel: Panel): number => even(emPx(panel, 'key', CAPITAL));

/** Up to an even size, of which a half is whole pixels too. */
const even = (size: number): number => size + (size % 2);
