import { dayOf, instantAt, shortInstant, timeOf, type Instant } from '../announcement/instant.ts';
import type { Item } from '../screen/browser/feed.ts';
import { countsOf, openingsOn, STATE_WORDS, type Opening } from '../screen/browser/openings.ts';

/** The moment at which openings are looked at. */
export interface Present {
  /** Milliseconds since 1970. */
  moment: number;
  /** Whether a clock tells it: without one it is that of the data, and nothing is next, going on or over. */
  isSure: boolean;
}

/**
 * Openings of a moment's day and of the days after it in the order in which the hall needs them: what is still to come
 * today, the next first; what is going on, for people come late; what the days after it hold; what is over today. What
 * was stopped is among them: who comes for it must be told. A moved one stands at its old hour too, on that day alone.
 * @param lasts minutes that an opening is taken to last
 */
export function openingsFrom(items: readonly Item[], present: Present, lasts: number): readonly Opening[] {
  const { moment, isSure } = present;
  const today = dayAt(moment);
  const wanted = items.filter(({ at, moved }) => dayOf(at) >= today && (!moved || dayOf(at) === today));
  const all = openingsOn(wanted, isSure ? instantAt(moment) : undefined, lasts);
  const parts: readonly ((opening: Opening) => boolean)[] = [
    ({ phase, item }) => phase === 'coming' && dayOf(item.at) === today,
    ({ phase }) => phase === 'running',
    ({ phase, item }) => phase === 'coming' && dayOf(item.at) > today,
    ({ phase }) => phase === 'past',
  ];
  return parts.flatMap((isOf) => all.filter(isOf));
}

/** How the start page names its way to the openings and what it says of them, after `openingsFrom`. */
export function openingsTile(openings: readonly Opening[], now: Present): { name: string; note: string } {
  const today = openings.filter(({ item }) => isOfToday(item.at, now));
  if (today.length > 0) return { name: '今天开标', note: noteOfToday(today) };
  const year = instantAt(now.moment).slice(0, 4);
  const next = openings.filter(({ item }) => !item.stopped)[0];
  const note = next
    ? `最近 ${shortInstant(next.item.at, year)}`
    : openings.length > 0
      ? `最近两周 ${countOf(openings)}`
      : '最近两周没有';
  return { name: '开标安排', note };
}

function noteOfToday(today: readonly Opening[]): string {
  const { all, running, over } = countsOf(today);
  if (all === 0) return '今天的改期了';
  const next = today.filter(({ isNext }) => isNext)[0];
  if (next) return `${all} 场，下一场 ${timeOf(next.item.at)}`;
  if (running > 0) return `${all} 场，${running} 场正在开标`;
  return over === all ? `${all} 场，都已经开始` : countOf(today);
}

/** `3 场，1 场不开标`; an hour that an opening was moved from is none. */
export function countOf(openings: readonly Opening[]): string {
  const stopped = openings.filter(({ item }) => item.stopped && !item.moved).length;
  return `${countsOf(openings).all} 场${stopped === 0 ? '' : `，${stopped} 场不开标`}`;
}

/** The same of all, with how many of them are today's where other days have some too. */
export function countWithToday(openings: readonly Opening[], now: Present): string {
  const { all } = countsOf(openings);
  const today = countsOf(openings.filter(({ item }) => isOfToday(item.at, now))).all;
  const words = countOf(openings);
  return today > 0 && today < all ? words.replace(' 场', ` 场，今天 ${today} 场`) : words;
}

/** What a row says of how its opening stands, `改期 12月8日 09:30 305`; nothing of one that simply is to come. */
export function stateWords({ state, item }: Opening, { moment }: Present): string {
  if (state === 'waiting') return '';
  if (!item.moved) return STATE_WORDS[state];
  const { at, room, place } = item.moved;
  const when = at === item.at ? [] : [shortInstant(at, instantAt(moment).slice(0, 4))];
  const where = room ?? place;
  const isElsewhere = where !== undefined && where !== (item.room ?? item.detail);
  return [STATE_WORDS[state], ...when, ...(isElsewhere ? [where] : [])].filter(Boolean).join(' ');
}

/** Whether a moment is of the present day; without a clock nothing is. */
export const isOfToday = (at: Instant, { moment, isSure }: Present): boolean =>
  isSure && dayOf(at) === dayAt(moment);

const dayAt = (moment: number): string => dayOf(instantAt(moment));
