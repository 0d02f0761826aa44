import { linesOf } from './lines.ts';
import { mmPerPx, type Panel } from './panel.ts';

/** Beside the code. */
export const SCAN_WORDS = '手机扫码看全部公告';

/** Side of the code without its quiet edge, in millimetres: a tenth of the distance from which a phone reads it. */
const SCAN_MM = 150;

/** Least pixels of one of its modules. */
const LEAST_MODULE = 4;

/** Quiet modules on both sides together, which `modules` counts in. */
const QUIET = 8;

/** Beside the list: the code that takes the announcements home and, where there is room, what the round is made of. */
export interface Rail {
  /** Width of the rail where the glass lies, height where it stands; 0 where there is none. */
  rail: number;
  railPad: number;
  /** Side of the code with its quiet edge. */
  qr: number;
  /** Height that is left above the code when what the round is made of stands there too; less than 0 where it has no room. */
  spare: number;
}

export const NO_RAIL: Rail = { rail: 0, railPad: 0, qr: 0, spare: -1 };

interface Sizes {
  floor: number;
  floorLine: number;
  body: number;
  edge: number;
}

/** Sets the rail for a code of so many modules, its quiet edge counted in: each a whole number of pixels wide. */
export function railOf(panel: Panel, modules: number, { body }: Sizes): Rail {
  const module = Math.max(LEAST_MODULE, Math.ceil(SCAN_MM / mmPerPx(panel) / (modules - QUIET)));
  const qr = module * modules;
  const railPad = Math.round(body * 0.45);
  return { rail: qr + 2 * railPad, railPad, qr, spare: -1 };
}

/**
 * The height that is left when the headings of a round stand above the code where the glass lies, or beside it where
 * it stands. Less than 0 where there is no room for them.
 */
export function spareIn(
  headings: readonly string[],
  { rail, railPad, qr }: Rail,
  { width, height, beside }: { width: number; height: number; beside: number },
  { floor, floorLine, body, edge }: Sizes,
): number {
  const isUpright = height > width;
  const wide = (isUpright ? width - 2 * edge - rail : qr) / floor;
  const index = headings.reduce((sum, heading) => sum + linesOf(heading, wide - MARK_EM), 0);
  const needed = (index + linesOf(SCAN_WORDS, wide)) * floorLine + Math.round(body * 0.5);
  if (!isUpright) return beside - needed - qr - 2 * railPad;
  // Nothing above the list takes room from what lies below it.
  return needed <= qr ? height : -1;
}

/** The mark before a heading, in em. */
const MARK_EM = 0.9;
