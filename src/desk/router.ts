import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';
import type { Actor } from '../core/desk/api.ts';
import { readJson } from './request-body.ts';

/** A request as a route sees it. */
export interface Call {
  readonly actor: Actor;
  /** Parts of the path by the names that the route gives them, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was sent, of a route that takes JSON; not looked at yet. */
  readonly json: unknown;
  /** The request itself, of a route that takes bytes. */
  readonly request: IncomingMessage;
  /** Gives the browser a cookie, or takes it away. */
  readonly setCookie: (cookie: string) => void;
  /** By what a window of the page calls itself; absent where it does not. */
  readonly window: string | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/drafts/:key` */
  readonly path: string;
  readonly takes: 'nothing' | 'json' | 'bytes';
  /** What is sent as JSON; nothing is 204. @throws {Refused} whatever is not done */
  readonly answer: (call: Call) => unknown;
}

/**
 * Gives a request to its route.
 * @throws {Refused} 404 where there is none, 405 where the path has others, and what the route throws
 */
export async function route(
  routes: readonly Route[],
  request: IncomingMessage,
  actor: Actor,
  setCookie: Call['setCookie'],
): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://desk.invalid');
  const fitting = routes.flatMap((one) => {
    const params = paramsIn(one.path, url.pathname);
    return params ? [{ one, params }] : [];
  });
  const found = fitting.find(({ one }) => one.method === request.method);
  if (!found)
    throw new Refused(fitting.length > 0 ? 405 : 404, {
      message: '办事台没有这一项。',
      help: '刷新网页再试。',
    });
  const { one, params } = found;
  const json = one.takes === 'json' ? await readJson(request) : undefined;
  const { searchParams: query } = url;
  return one.answer({ actor, params, query, json, request, setCookie, window: windowOf(request) });
}

/** The named parts of a path; nothing where it is another one. */
function paramsIn(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (!part.startsWith(':')) {
      if (part !== given[index]) return undefined;
      continue;
    }
    const value = decoded(given[index]!);
    if (value === undefined || value === '') return undefined;
    params[part.slice(1)] = value;
  }
  return params;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function windowOf({ headers }: IncomingMessage): string | undefined {
  const name = headers['x-desk-window'];
  return typeof name === 'string' && /^[\w-]{1,64}$/u.test(name) ? name : undefined;
}
