/** What a screen tells of itself with every question; the web server's log keeps it, and nothing else is needed. */
export interface Beat {
  screen: string;
  /** Sequence of what is on the glass. */
  seq: number;
  /** Minutes since the page was loaded. */
  minutes: number;
  /** Failed questions and uncaught errors since then. */
  errors: number;
  /** Server's clock less the device's, in seconds; nothing while the server has not told. */
  skewSeconds?: number;
  /** Whether Chinese characters are drawn and not boxes. */
  hasFont: boolean;
  /** Elements of the page: a page that leaks grows. */
  nodes: number;
  /** Seconds until it asks again, where that is longer than a minute: in quiet hours. */
  restSeconds?: number | undefined;
}

/** The query of the pointer: `?s=lobby-a&q=20261123080500&u=61&e=0&k=-2&f=1&m=140`. Nothing personal, no cookie. */
export function toQuery({
  screen,
  seq,
  minutes,
  errors,
  skewSeconds,
  hasFont,
  nodes,
  restSeconds,
}: Beat): string {
  const skew = skewSeconds === undefined ? '' : `&k=${Math.round(skewSeconds)}`;
  const rest = restSeconds === undefined ? '' : `&p=${restSeconds}`;
  return `?s=${screen}&q=${seq}&u=${Math.floor(minutes)}&e=${errors}${skew}&f=${hasFont ? 1 : 0}&m=${nodes}${rest}`;
}

const QUERY =
  /^\?s=([a-z0-9-]{1,64})&q=(\d{1,16})&u=(\d{1,9})&e=(\d{1,9})(?:&k=(-?\d{1,12}))?&f=([01])&m=(\d{1,9})(?:&p=(\d{1,4}))?$/u;

/** Reads what a screen told; nothing when it is anything else, since anybody may ask a web server for anything. */
export function parseBeat(query: string): Beat | undefined {
  const match = QUERY.exec(query);
  if (!match) return undefined;
  const [, screen, seq, minutes, errors, skew, font, nodes, rest] = match;
  return {
    screen: screen!,
    seq: Number(seq),
    minutes: Number(minutes),
    errors: Number(errors),
    skewSeconds: skew === undefined ? undefined : Number(skew),
    hasFont: font === '1',
    nodes: Number(nodes),
    restSeconds: rest === undefined ? undefined : Number(rest),
  };
}
