import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from './refused.ts';

/** What of a request decides whether it is answered at all. */
export interface Asked {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Who may ask. */
export interface Gate {
  /** Values of `Host` that are this server: anything else is another name that was made to lead here. */
  readonly hosts: ReadonlySet<string>;
  /** 128 bits in hexadecimal, known to the page that was opened with it. */
  readonly token: string;
}

export const TOKEN_HEADER = 'x-desk-token';

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
const TYPES = ['application/json', 'application/octet-stream'];

/**
 * Lets a request pass that comes from the page of this desk, opened by who started it. Its files are for all who ask
 * under the right name; they hold nothing.
 * @throws {Refused} 403, 404, 405 or 415
 */
export function guard(asked: Asked, gate: Gate): void {
  const { method, path, headers } = asked;
  if (!gate.hosts.has(headers.host ?? '')) throw forbidden('这个地址不是办事台的地址');
  if (!METHODS.includes(method)) throw new Refused(405, { message: '办事台不认识这种请求。' });
  const isReading = method === 'GET' || method === 'HEAD';
  if (!path.startsWith('/api/')) {
    if (!isReading) throw forbidden('网页文件只能读取');
    return;
  }
  refuseOtherSpelling(path);
  if (!isSame(headers[TOKEN_HEADER], gate.token)) throw forbidden('这个窗口没有办事台的口令');
  if (!isOwnPage(headers, isReading)) throw forbidden('请求来自别的网页');
  hasAllowedBody(headers);
}

/**
 * What may be asked is decided by the path as it was sent: one that has another spelling, with `..`, an empty part or
 * letters that need not be encoded, would be decided as one thing and answered as another.
 * @throws {Refused} 404
 */
export function refuseOtherSpelling(path: string): void {
  const parts = path.split('/').slice(1);
  if (!parts.every(isPlainPart))
    throw new Refused(404, { message: '办事台没有这一项。', help: '刷新网页再试。' });
}

function isPlainPart(part: string): boolean {
  try {
    return !/^\.{0,2}$/u.test(part) && encodeURIComponent(decodeURIComponent(part)) === part;
  } catch {
    return false;
  }
}

/** No form elsewhere can send what is taken here. @throws {Refused} 415 */
export function hasAllowedBody(headers: IncomingHttpHeaders): void {
  if (hasBody(headers) && !TYPES.includes(typeOf(headers)))
    throw new Refused(415, { message: '办事台不收这种格式的内容。' });
}

/** A browser says of every write where it comes from; a page elsewhere cannot take that away. */
function isOwnPage(
  { host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders,
  isReading: boolean,
): boolean {
  const isOwnOrigin = origin === `http://${host ?? ''}`;
  if (isReading)
    return (origin === undefined || isOwnOrigin) && (site === undefined || site === 'same-origin');
  return isOwnOrigin && site === 'same-origin';
}

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const typeOf = (headers: IncomingHttpHeaders): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/** Hashed first, so that the time tells neither the token nor its length. */
function isSame(given: string | readonly string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}

const forbidden = (message: string): Refused =>
  new Refused(403, {
    message: `${message}。`,
    help: '请从办事台打开的窗口里操作；关掉了的，重新启动办事台。',
  });
