import type { Instant } from '../../announcement/instant.ts';
import { readingWeight, CHARACTERS_PER_SECOND } from './dwell.ts';
import type { Notice } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, widthOf } from './lines.ts';

/** The word before a notice. */
export const NOTICE_TAG = '提示';

/** Most notices that the band tells in turn: of more nobody would wait for the last. */
export const TOGETHER = 2;

/** The notices that hold at a moment, the newest first. Without a clock to be trusted none is taken for over. */
export const noticesOn = (notices: readonly Notice[], now: Instant | undefined): readonly Notice[] =>
  notices.filter(({ from, until }) => now === undefined || (from <= now && now < until)).slice(0, TOGETHER);

/** Seconds that a notice stays where two take turns: time to read it to the end. */
export const noticeDwell = (text: string): number =>
  Math.max(10, 2 + readingWeight(text) / CHARACTERS_PER_SECOND);

/** Least part of the list that notices in the key tier leave; longer ones on a small glass are set like the rows. */
const LEAST_LIST = 0.4;

/** The layout while these notices stand above the list: the list gives way to the longest of them. */
export function withBand(layout: Layout, notices: readonly Pick<Notice, 'text'>[]): Layout {
  const { list, body, bodyLine, key, keyLine } = layout;
  const heightIn = (em: number, line: number): number =>
    Math.max(0, ...notices.map(({ text }) => bandHeight(text, notices.length > 1, layout, em, line)));
  const inKey = heightIn(key, keyLine);
  if (list - inKey >= list * LEAST_LIST) return { ...layout, band: inKey, list: list - inKey };
  const inBody = heightIn(body, bodyLine);
  return { ...layout, band: inBody, bandEm: body, bandLine: bodyLine, list: list - inBody };
}

/** Room for the word before a notice and, where two take turns, the number after it; in em. */
const TAG_EM = widthOf(NOTICE_TAG) + 1.7;
const TURN_EM = widthOf('1/2') + 0.6;

function bandHeight(
  text: string,
  takesTurns: boolean,
  { width, edge }: Layout,
  em: number,
  line: number,
): number {
  const lines = linesOf(text, (width - 2 * edge) / em - TAG_EM - (takesTurns ? TURN_EM : 0));
  return lines * line + Math.round(em * 0.4);
}
