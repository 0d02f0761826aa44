import type { Curtain } from './curtain.ts';
import type { Size } from './glass.ts';
import type { Freshness } from './words.ts';

/**
 * What stands on the glass: current data, data that may not be the newest (late, stale), the word that nothing can be
 * told (suspended), the night.
 */
export type GlassState = (typeof GLASS_STATES)[number];

export const GLASS_STATES = ['current', 'late', 'stale', 'suspended', 'quiet'] as const;

/** What stands before the announcements comes before how fresh they are. */
export const glassState = (curtain: Curtain | undefined, freshness: Freshness): GlassState =>
  curtain ?? (freshness === 'fresh' ? 'current' : freshness);

/** What a screen tells of itself with every question; the web server's log keeps it, and nothing else is needed. */
export interface Beat {
  screen: string;
  /** Sequence of what is on the glass. */
  seq: number;
  /** Minutes since the page was loaded. */
  minutes: number;
  /** Failed questions and uncaught errors since then. */
  errors: number;
  /** The best time known less the device's clock, in seconds; nothing while nobody has told the time. */
  skewSeconds?: number | undefined;
  /** Whether Chinese characters are drawn and not boxes. */
  hasFont: boolean;
  /** Elements of the page: a page that leaks grows. */
  nodes: number;
  /** Seconds until it asks again, where that is longer than a minute: in quiet hours. */
  restSeconds?: number | undefined;
  /** Nothing from pages of before, which did not tell. */
  state?: GlassState | undefined;
  /** Minutes since the source was last reached: for a page of a box, by its mirror. Nothing where nobody can tell. */
  minutesAlone?: number | undefined;
  /** Of the window, in CSS pixels. */
  size?: Size | undefined;
  /** Device pixels to a CSS pixel. */
  ratio?: number | undefined;
  /** Whether the glass hangs another way than the screen is set. */
  isOnWrongGlass?: boolean | undefined;
  /** The first twelve hexadecimal digits of the hash of the feed on the glass, which its file bears in its name. */
  feed?: string | undefined;
  /** The same of the hash of the announcements of the round, see `announcedText`. */
  round?: string | undefined;
}

/** One key of the query: how its value is written, and what it means. */
interface Key {
  readonly pattern: RegExp;
  readonly write: (beat: Beat) => string | number | undefined;
  readonly read: (text: string) => Partial<Beat>;
}

/** In the order in which they stand; the first ones are those of every page that ever told. */
const KEYS: Readonly<Record<string, Key>> = {
  s: { pattern: /^[a-z0-9-]{1,64}$/u, write: ({ screen }) => screen, read: (screen) => ({ screen }) },
  q: { pattern: /^\d{1,16}$/u, write: ({ seq }) => seq, read: (text) => ({ seq: Number(text) }) },
  u: {
    pattern: /^\d{1,9}$/u,
    write: ({ minutes }) => Math.floor(minutes),
    read: (text) => ({ minutes: Number(text) }),
  },
  e: { pattern: /^\d{1,9}$/u, write: ({ errors }) => errors, read: (text) => ({ errors: Number(text) }) },
  k: {
    pattern: /^-?\d{1,12}$/u,
    write: ({ skewSeconds }) => skewSeconds && Math.round(skewSeconds),
    read: (text) => ({ skewSeconds: Number(text) }),
  },
  f: {
    pattern: /^[01]$/u,
    write: ({ hasFont }) => (hasFont ? 1 : 0),
    read: (text) => ({ hasFont: text === '1' }),
  },
  m: { pattern: /^\d{1,9}$/u, write: ({ nodes }) => nodes, read: (text) => ({ nodes: Number(text) }) },
  p: {
    pattern: /^\d{1,4}$/u,
    write: ({ restSeconds }) => restSeconds,
    read: (text) => ({ restSeconds: Number(text) }),
  },
  t: {
    pattern: new RegExp(`^(${GLASS_STATES.join('|')})$`, 'u'),
    write: ({ state }) => state,
    read: (text) => ({ state: text as GlassState }),
  },
  c: {
    pattern: /^\d{1,9}$/u,
    write: ({ minutesAlone }) => minutesAlone && Math.floor(minutesAlone),
    read: (text) => ({ minutesAlone: Number(text) }),
  },
  w: {
    pattern: /^\d{1,5}x\d{1,5}$/u,
    write: ({ size }) => size && `${size.width}x${size.height}`,
    read(text) {
      const [width, height] = text.split('x').map(Number);
      return { size: { width: width!, height: height! } };
    },
  },
  r: {
    pattern: /^\d{1,2}(\.\d{1,2})?$/u,
    write: ({ ratio }) => ratio && Math.round(ratio * 100) / 100,
    read: (text) => ({ ratio: Number(text) }),
  },
  o: {
    pattern: /^1$/u,
    write: ({ isOnWrongGlass }) => (isOnWrongGlass ? 1 : undefined),
    read: () => ({ isOnWrongGlass: true }),
  },
  h: { pattern: /^[0-9a-f]{12}$/u, write: ({ feed }) => feed, read: (feed) => ({ feed }) },
  g: { pattern: /^[0-9a-f]{12}$/u, write: ({ round }) => round, read: (round) => ({ round }) },
};

/** Without these nobody has told anything. */
const NEEDED = ['s', 'q', 'u', 'e', 'f', 'm'];

/** The query of the pointer: `?s=lobby-a&q=20261123080500&u=61&e=0&k=-2&f=1&m=140&t=current&c=0&w=1920x1080&r=1&h=…`. Nothing personal, no cookie. */
export const toQuery = (beat: Beat): string =>
  `?${Object.keys(KEYS)
    .map((name) => ({ name, value: KEYS[name]!.write(beat) }))
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => `${name}=${value}`)
    .join('&')}`;

/**
 * Reads what a screen told; nothing when it is anything else, since anybody may ask a web server for anything. Keys of
 * one letter that are not known are those of a newer page and are passed over.
 */
export function parseBeat(query: string): Beat | undefined {
  if (!/^\?[a-z]=[\w.-]*(&[a-z]=[\w.-]*){0,30}$/u.test(query)) return undefined;
  const pairs = query
    .slice(1)
    .split('&')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)] as const);
  const names = pairs.map(([name]) => name);
  if (new Set(names).size < names.length || !NEEDED.every((name) => names.indexOf(name) >= 0))
    return undefined;
  const known = pairs.filter(([name]) => KEYS[name] !== undefined);
  if (!known.every(([name, text]) => KEYS[name]!.pattern.test(text))) return undefined;
  const beat: Partial<Beat> = Object.assign({}, ...known.map(([name, text]) => KEYS[name]!.read(text)));
  return beat as Beat;
}
