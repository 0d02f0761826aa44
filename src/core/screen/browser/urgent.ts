import type { Instant } from '../../announcement/instant.ts';
import { ofLevel } from './band.ts';
import type { Notice } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, widthOf } from './lines.ts';
import { stampOf } from './words.ts';

/** What of a glass the composition of a 紧急 follows. */
export type UrgentGlass = Pick<Layout, 'width' | 'height' | 'body' | 'floor' | 'edge'>;

/** How a 紧急 is set on the whole glass: what to do, as large as it goes, and below it the rest, both with their lines. */
interface UrgentSetting {
  head: string;
  headEm: number;
  rest: string;
  restEm: number;
}

/** Heights of the bar above, with the word 紧急 and the time, and of the foot with its hours. */
export const urgentBar = ({ body }: Pick<UrgentGlass, 'body'>): number => Math.round(body * 1.8);
export const urgentFoot = ({ floor, width, edge }: UrgentGlass): number =>
  Math.round(floor * (0.6 + 1.3 * Math.ceil(LONGEST_HOURS / ((width - 2 * edge) / floor))));

/** Widest that the hours can be, with the word that the site demonstrates; in em. */
const LONGEST_HOURS = widthOf('12月28日 10:18 起，到 12月28日 11:00 或者解除为止') + 6;

/** The type of a 紧急 is read from twice as far as that of the rows. */
const leastEm = ({ body }: UrgentGlass): number => 2 * body;

const LINE_HEIGHT = 1.25;

/** What comes below the call is so much smaller at least. */
const SMALLER = 0.7;

/** Most of the height that one line takes. */
const LARGEST = 0.5;

/** The first clause, where it is short enough to be a call: 立即离开，三楼火警走楼梯. */
const CALL = /^([^，。；：！!、 ]{2,8})[，。；：！!、 ]+(.+)$/u;

/** Sets a text on the whole glass; nothing where it has no room in a size that is read from twice as far as the rows. */
export function urgentSetting(text: string, glass: UrgentGlass): UrgentSetting | undefined {
  const least = leastEm(glass);
  const [, call, more] = CALL.exec(text) ?? [];
  const called = call !== undefined && more !== undefined ? setCall(call, more, glass) : undefined;
  if (called) return called;
  const headEm = largestEm(text, glass, roomOf(glass), least);
  if (headEm === undefined) return undefined;
  return { head: inClauses(text, headEm, glass, roomOf(glass)), headEm, rest: '', restEm: least };
}

/** The same, and for a text that came too long all the same, as large as it goes. */
export const urgentSettingOf = (text: string, glass: UrgentGlass): UrgentSetting =>
  urgentSetting(text, glass) ?? {
    head: text,
    headEm: largestEm(text, glass, roomOf(glass), glass.floor) ?? glass.floor,
    rest: '',
    restEm: 0,
  };

/** The numbers of which the style sheet of a 紧急 is made, as the page is printed. */
export function urgentMeasures(
  notices: readonly Notice[],
  glass: UrgentGlass,
): Readonly<Record<'foot' | 'headEm' | 'restEm', number>> {
  const [first] = ofLevel(notices, 'urgent');
  const { headEm = 0, restEm = 0 } = first ? urgentSettingOf(first.text, glass) : {};
  return { foot: urgentFoot(glass), headEm, restEm };
}

/** How many characters a 紧急 may have on a glass, whatever they are. */
export const urgentCapacity = (glass: UrgentGlass): number =>
  Math.floor(wide(glass) / leastEm(glass)) * Math.floor(roomOf(glass) / (leastEm(glass) * LINE_HEIGHT));

/**
 * From when to when it holds, for its foot: `10:18 起，到 11:00 或者解除为止`.
 * @param isAlone nobody answers who could have ended it
 */
export const urgentHours = (
  { from, until }: Pick<Notice, 'from' | 'until'>,
  now?: Instant,
  isAlone = false,
): string =>
  `${stampOf(from, now)} 起，到 ${stampOf(until, now)} ${isAlone ? '为止；没有连上服务器，可能已经解除' : '或者解除为止'}`;

const wide = ({ width, edge }: UrgentGlass): number => width - 2 * edge;

const roomOf = (glass: UrgentGlass): number =>
  glass.height - urgentBar(glass) - urgentFoot(glass) - Math.round(glass.body * 0.4);

/** The call in one line, and below it the rest, smaller. */
function setCall(head: string, rest: string, glass: UrgentGlass): UrgentSetting | undefined {
  const [least, room] = [leastEm(glass), roomOf(glass)];
  const largest = Math.min(wide(glass) / widthOf(head), room * LARGEST);
  for (let em = largest; em >= least * 1.3; em *= 0.95) {
    const restEm = largestEm(rest, glass, room - em * LINE_HEIGHT, least);
    if (restEm === undefined) continue;
    const smaller = Math.max(least, Math.min(restEm, Math.floor(em * SMALLER)));
    return {
      head,
      headEm: Math.floor(em),
      rest: inClauses(rest, smaller, glass, room - em * LINE_HEIGHT),
      restEm: smaller,
    };
  }
  return undefined;
}

/** A text with its lines ended behind clauses, where that takes no more height than there is. */
function inClauses(text: string, em: number, glass: UrgentGlass, high: number): string {
  const linesTaken = (line: string): number => linesOf(line.trimEnd(), wide(glass) / em);
  const lines: string[] = [];
  for (const [clause] of text.matchAll(/[^，。；：！？、 ]+[，。；：！？、 ]*/gu)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && linesTaken(last + clause) === 1) lines[lines.length - 1] = last + clause;
    else lines.push(clause);
  }
  const taken = lines.reduce((sum, line) => sum + linesTaken(line), 0);
  return taken * em * LINE_HEIGHT <= high ? lines.map((line) => line.trimEnd()).join('\n') : text;
}

/** The largest type, and none smaller than `least`, in which a text has room in the width and in a height. */
function largestEm(text: string, glass: UrgentGlass, high: number, least: number): number | undefined {
  const fits = (em: number): boolean => linesOf(text, wide(glass) / em) * em * LINE_HEIGHT <= high;
  for (let em = Math.floor(roomOf(glass) * LARGEST); em > least; em = Math.floor(em * 0.97))
    if (fits(em)) return em;
  return fits(least) ? least : undefined;
}
