import { parseBeat, type Beat } from '../screen/browser/beat.ts';
import { boxIn } from './mirror.ts';

/** Where a site keeps what shows itself in the hall. */
export const FOLDERS = ['display', 'kiosk'] as const;
export type Folder = (typeof FOLDERS)[number];

/** A beat as the web server heard it. */
export interface Heard {
  readonly beat: Beat;
  /** The folder of the site that the screen shows: a screen and a kiosk may bear one name. */
  readonly folder: Folder;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** The box whose mirror has passed it on; nothing where the screen itself has asked this server. */
  readonly box?: string | undefined;
  /** Address that it came from, to tell devices apart; it is told to nobody. */
  readonly from: string;
  /** What its browser calls itself, without versions, which change; nothing where the log does not say. */
  readonly browser?: string | undefined;
}

interface Request {
  readonly at: number;
  readonly from: string;
  readonly target: string;
  readonly status: number;
  readonly agent: string | undefined;
}

/** The mark of a line worth reading: logs have millions of others. */
export const MARK = 'head.json?s=';

/**
 * The beat in a line of an access log: the combined format of nginx, Apache and Caddy, or Caddy's own JSON. Nothing for
 * any other line, and for a question that was not answered.
 */
export function parseLine(line: string): Heard | undefined {
  const request = line.startsWith('{') ? parseJson(line) : parseCombined(line);
  if (!request || ![200, 304].includes(request.status)) return undefined;
  const [, folder, id, query] = /\/(display|kiosk)\/([^/?]+)\/head\.json(\?.*)$/u.exec(request.target) ?? [];
  const beat = query && parseBeat(query);
  if (!beat || beat.screen !== id) return undefined;
  const heard = { beat, folder: folder as Folder };
  if (!/[?&][ab]=/u.test(query))
    return { ...heard, at: request.at, from: request.from, browser: browserOf(request) };
  return passedOn(query, (box, seconds) => ({
    ...heard,
    at: request.at - seconds * 1000,
    from: `box ${box}`,
    box,
  }));
}

/**
 * What the mirror of a box adds when it passes on what a screen of the box has told: the box's name and how many
 * seconds ago that was. The address and the browser of such a request are the mirror's and tell nothing of the screen.
 */
function passedOn<T>(query: string, told: (box: string, seconds: number) => T): T | undefined {
  const box = boxIn(/[?&]b=([^&]*)/u.exec(query)?.[1]);
  const seconds = /[?&]a=(\d{1,9})(?:&|$)/u.exec(query)?.[1];
  return box === undefined || seconds === undefined ? undefined : told(box, Number(seconds));
}

const browserOf = ({ agent = '-' }: Request): string | undefined =>
  agent === '-' || agent === '' ? undefined : agent.replace(/\d[\d._]*/gu, '');

const COMBINED =
  /^(\S+) \S+ .*?\[(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)\] "GET (\S+)[^"]*" (\d{3})(.*)/u;
/** Size, referrer, browser: what a combined line has after the status. */
const AGENT = /^ \S+ "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"/u;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function parseCombined(line: string): Request | undefined {
  const match = COMBINED.exec(line);
  if (!match) return undefined;
  const [, from, day, month, year, time, hours, minutes, target, status, rest] = match;
  const number = String(MONTHS.indexOf(month!) + 1).padStart(2, '0');
  const at = Date.parse(`${year}-${number}-${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(at)
    ? undefined
    : { at, from: from!, target: target!, status: Number(status), agent: AGENT.exec(rest!)?.[1] };
}

interface CaddyLine {
  readonly ts?: unknown;
  readonly status?: unknown;
  readonly request?: {
    readonly client_ip?: unknown;
    readonly remote_ip?: unknown;
    readonly uri?: unknown;
    readonly headers?: { readonly 'User-Agent'?: readonly unknown[] };
  };
}

function parseJson(line: string): Request | undefined {
  let value: CaddyLine;
  try {
    value = JSON.parse(line) as CaddyLine;
  } catch {
    return undefined;
  }
  const { ts, status, request } = value;
  const at = typeof ts === 'number' ? ts * 1000 : Date.parse(String(ts));
  if (Number.isNaN(at) || typeof request?.uri !== 'string') return undefined;
  const from = String(request.client_ip ?? request.remote_ip ?? '');
  const agent = request.headers?.['User-Agent']?.[0];
  return {
    at,
    from,
    target: request.uri,
    status: Number(status),
    agent: agent === undefined ? undefined : String(agent),
  };
}
