import { dayOf, type Instant } from '../../announcement/instant.ts';
import { elsewhereWords } from './elsewhere.ts';
import type { Item } from './feed.ts';
import { STATE_WORDS, type Opening } from './openings.ts';
import type { Face } from './sign.ts';
import type { Freshness } from './words.ts';

/** A figure with its unit, which is set smaller: 12 月. Either may be empty. */
export interface Figure {
  figure: string;
  unit: string;
}

/** A moment and a room in figures, each in its place: month, day, hour, room. */
export type When = readonly [month: Figure, day: Figure, hour: Figure, room: Figure];

/** What an opening says beside its name, in the big field of a sign or below it. */
interface OpeningWords {
  /** `10:30`; empty in the big field while it goes on, where `since` has it. */
  hour: string;
  /** The hour no longer holds. */
  isStruck: boolean;
  /** What it is called, in pieces between which a line may end. */
  name: readonly string[];
  /** When and in which room it is held now, or the day that nothing else tells. */
  when: When;
  /** A place that is no room of figures. */
  where: string;
}

/** What stands in the big field. */
interface MainWords extends OpeningWords {
  /** The hour at which it began. */
  since: string;
  /** What a state means for whoever came for it. */
  meaning: string;
}

/** The colour of the state: each has a form of its own too. */
type Tone = 'waiting' | 'running' | 'begun' | 'changed' | 'ended' | 'none' | 'unknown';

/** All words of a face, each in its place: the page prints them, the script writes them, the layout counts them. */
export interface SignWords {
  tone: Tone;
  state: string;
  main: MainWords;
  /** What the words below are of: 下一场. */
  label: string;
  isChanged: boolean;
  below: OpeningWords;
  /** Stands in for an opening where there is none. */
  empty: string;
}

/** A line may end where this stands. */
export const BREAK = '\u200b';

/** What a state that can no longer be trusted is called: states follow from fresh data alone. */
export const UNSURE = '待核对';

/** Whom to ask then. */
const ASK = '请问服务台';

/** What is said of the age of the data: as `trustIn` found it, in words for whoever stands at a door. */
export function ageWords(freshness: Freshness, warning: string): { what: string; so: string } {
  if (freshness === 'fresh') return { what: '', so: '' };
  // `已 22 分钟` stays on one line.
  const what = warning.split('，')[0]!.replace(/ /gu, '\u00a0').replace('没有', `${BREAK}没有`);
  return { what, so: freshness === 'stale' ? ASK : '可能不是最新' };
}

const NO_FIGURE: Figure = { figure: '', unit: '' };

/** No moment and no room. */
export const NEVER: When = [NO_FIGURE, NO_FIGURE, NO_FIGURE, NO_FIGURE];

export const isEmpty = ({ figure, unit }: Figure): boolean => figure === '' && unit === '';

/** No words in any place. */
export const NOTHING: MainWords = {
  hour: '',
  isStruck: false,
  name: [],
  when: NEVER,
  where: '',
  since: '',
  meaning: '',
};

/** The words of a face. Where nothing of today is left to tell, what comes next stands in the big field with its day. */
export function signWords({ main, below, hasHad }: Face, now: Instant | undefined): SignWords {
  if (!main)
    return {
      tone: 'none',
      state: hasHad ? '今天没有其他安排' : '今天没有安排',
      main: below ? comingWords(openingWords(below, now)) : NOTHING,
      label: below ? '下一场' : '',
      isChanged: false,
      below: NOTHING,
      empty: below ? '' : '近期没有开标安排',
    };
  const words = openingWords(main, now);
  const hasBegun = main.state === 'running' || main.state === 'begun';
  return {
    tone: TONES[main.state],
    state: main.state === 'unknown' ? '开标' : STATE_WORDS[main.state],
    main: {
      ...words,
      ...(hasBegun && { hour: '' }),
      since: hasBegun ? words.hour : '',
      meaning: MEANINGS[main.state] ?? (main.held ? STATE_WORDS[main.held] : ''),
    },
    label: below ? labelOf(main, below, now) : '',
    isChanged: below !== undefined && TONES[below.state] === 'changed',
    below: below ? openingWords(below, now) : NOTHING,
    empty: '',
  };
}

/** With nothing in the band the hour stands with its day. */
const comingWords = ({ hour, when: [month, day], ...words }: OpeningWords): MainWords => ({
  ...NOTHING,
  ...words,
  when: [month, day, hourOf(hour), NO_FIGURE],
});

const TONES: Readonly<Record<Opening['state'], Tone>> = {
  waiting: 'waiting',
  running: 'running',
  begun: 'begun',
  over: 'none',
  moved: 'changed',
  elsewhere: 'changed',
  suspended: 'changed',
  terminated: 'ended',
  unknown: 'unknown',
};

const MEANINGS: Partial<Record<Opening['state'], string>> = {
  suspended: '暂停开标，请等后续公告',
  terminated: '已终止，不再开标',
};

function labelOf(main: Opening, { item, state }: Opening, now: Instant | undefined): string {
  if (state !== 'waiting') return STATE_WORDS[state];
  const isLater = main.state === 'waiting' && item.at > main.item.at;
  return isLater && now !== undefined && isToday(item.at, now) ? '再下一场' : '下一场';
}

const isToday = (at: Instant, now: Instant): boolean => dayOf(at) === dayOf(now);

function openingWords({ item, state }: Opening, now: Instant | undefined): OpeningWords {
  const { at, moved, stopped } = item;
  const dated = now !== undefined && isToday(at, now) ? NEVER : onDay(at, NO_FIGURE);
  return {
    hour: at.slice(11, 16),
    isStruck: state === 'moved' || stopped !== undefined,
    name: item.words ?? [item.short ?? item.title],
    when: moved ? movedTo(item, moved) : dated,
    where: moved ? placeOf(item, moved) : '',
  };
}

type Moved = NonNullable<Item['moved']>;

/** Of what was moved within the day the hour is enough, and the room only where it is another. */
function movedTo(item: Item, { at, room }: Moved): When {
  const hour = hourOf(at.slice(11, 16));
  const [month, day, time] =
    at === item.at
      ? NEVER
      : isToday(at, item.at)
        ? [NO_FIGURE, { figure: '', unit: '今天' }, hour]
        : onDay(at, hour);
  const isNumber = room !== undefined && room !== item.room && /\d/u.test(room);
  return [month, day, time, isNumber ? { figure: room, unit: '室' } : NO_FIGURE];
}

/** In words, where the figures of the room do not say it. */
function placeOf(item: Item, { at, room, place }: Moved): string {
  if (room !== undefined && room !== item.room) return /\d/u.test(room) ? '' : room;
  const isOther = room === undefined && place !== undefined && place !== item.detail;
  return at === item.at || isOther ? elsewhereWords(place, WIDEST_PLACE) : '';
}

/** Two lines of a sign, in em. */
const WIDEST_PLACE = 20;

const hourOf = (hour: string): Figure => ({ figure: hour, unit: '' });

const onDay = (at: Instant, hour: Figure): When => [
  { figure: String(Number(at.slice(5, 7))), unit: '月' },
  { figure: String(Number(at.slice(8, 10))), unit: '日' },
  hour,
  NO_FIGURE,
];
