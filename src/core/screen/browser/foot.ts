import type { DayCounts } from './parts.ts';
import type { Layout } from './layout.ts';
import { widthOf } from './lines.ts';
import { leftOutNote } from './words.ts';

/** What the foot of a screen may say of the day and of the data. */
interface FootFacts {
  counts?: DayCounts | undefined;
  leftOut?: number | undefined;
  /** Where to ask while the data is very old; it stands in for the counts, which follow from the clock. */
  whom?: string | undefined;
  /** What else is to be said: that all of it is a sample, that the clock is wrong. */
  note: string;
  /** Of which data, when newer was last looked for, and which it is. */
  stamps: string;
  /** The number of the page, which stands behind it. */
  page: string;
}

/** Where one is in a round of several pages. */
export const pageNote = (index: number, count: number): string =>
  count > 1 ? `第 ${index + 1}/${count} 页` : '';

/**
 * What the foot says beside the page number, as much of it as has room: how many openings the day has gives way before
 * the word that there is more than is shown, and the moment of the data before either is cut.
 */
export function footOf(
  { counts, leftOut, whom, note, stamps, page }: FootFacts,
  { footEm, footerLines, showsCheck }: Pick<Layout, 'footEm' | 'footerLines' | 'showsCheck'>,
): { note: string; stamps: string } {
  const left = leftOutNote(leftOut);
  const ways = [
    [whom ?? (counts ? countsNote(counts) : ''), left, note],
    [whom ?? (counts ? briefNote(counts) : ''), left, note],
    [whom, left, note],
    [whom, left.replace(/，.*$/u, ''), note],
    [whom ?? left.replace(/，.*$/u, ''), note],
  ].map((pieces) => pieces.filter(Boolean).join(' · '));
  const made = showsCheck ? stamps : stamps.split(' · ')[0]!;
  const beside = footerLines > 1 ? 0 : widthOf(made) + 1;
  const fitting = ways.filter((words) => widthOf(`${words} · ${page}`) <= footEm - beside)[0];
  if (fitting === undefined) return { note: ways[ways.length - 1]!, stamps: footerLines > 1 ? made : '' };
  return { note: fitting, stamps: made };
}

/** `共 24 场，开标中 3，已结束 9` */
const countsNote = ({ all, running, over }: DayCounts): string =>
  [`共 ${all} 场`, running > 0 && `开标中 ${running}`, over > 0 && `已结束 ${over}`]
    .filter(Boolean)
    .join('，');

const briefNote = ({ all, over }: DayCounts): string => `共 ${all} 场${over > 0 ? `，已结束 ${over}` : ''}`;
