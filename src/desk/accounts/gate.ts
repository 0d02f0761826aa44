import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { hasAllowedBody, METHODS, refuseOtherSpelling, type Asked } from '../guard.ts';
import { Refused } from '../refused.ts';

/** The browser itself takes a cookie of such a name over https alone, for this host and the whole of it. */
const COOKIE = '__Host-zhangbang-desk';

/**
 * Lets a request pass that came encrypted, under the public name, from the desk's own page.
 * @param origin `https://desk.example.gov.cn`
 * @throws {Refused} 403, 404, 405 or 415
 */
export function guardPublic({ method, path, headers }: Asked, origin: string): void {
  if (headers.host !== new URL(origin).host) throw forbidden('这个地址不是办事台的地址');
  if (headers['x-forwarded-proto'] !== 'https') throw forbidden('没有加密，办事台不回答');
  if (!METHODS.includes(method)) throw new Refused(405, { message: '办事台不认识这种请求。' });
  const isReading = method === 'GET' || method === 'HEAD';
  if (!path.startsWith('/api/')) {
    if (!isReading) throw forbidden('网页文件只能读取');
    return;
  }
  refuseOtherSpelling(path);
  // No form and no picture elsewhere can send a header of its own.
  if (typeof headers['x-desk-window'] !== 'string') throw forbidden('请求不是办事台的网页发来的');
  if (!isOwnPage(headers, isReading, origin)) throw forbidden('请求来自别的网页');
  hasAllowedBody(headers);
}

function isOwnPage(
  { origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders,
  isReading: boolean,
  origin: string,
): boolean {
  if (isReading)
    return (from === undefined || from === origin) && (site === undefined || site === 'same-origin');
  return from === origin && (site === undefined || site === 'same-origin');
}

/** The address of the clerk's machine: the encrypting server writes it last; without that, the server's own. */
export const addressIn = ({ headers, socket }: IncomingMessage): string =>
  String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)!
    .trim() ||
  (socket.remoteAddress ?? '');

/** The secret of the session that a browser sends. */
export const secretIn = ({ cookie = '' }: IncomingHttpHeaders): string | undefined =>
  cookie
    .split(/;\s*/u)
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);

/** @param secret undefined takes it away */
export const cookieOf = (secret: string | undefined): string =>
  `${COOKIE}=${secret ?? ''}; Path=/; HttpOnly; Secure; SameSite=Strict${secret === undefined ? '; Max-Age=0' : ''}`;

const forbidden = (message: string): Refused =>
  new Refused(403, { message: `${message}。`, help: '请用技术人员给的地址打开办事台。' });
