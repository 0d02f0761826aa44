import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import type { Actor } from '../core/desk/api.ts';
import { guard, type Asked, type Gate } from './guard.ts';
import { setHeaders } from './headers.ts';
import { listen, listenFor, stop } from './listening.ts';
import { Refused } from './refused.ts';
import { route, type Route } from './router.ts';

interface DeskServer {
  /** `http://127.0.0.1:40123`, without the token. */
  readonly origin: string;
  /** Secret of 128 bits in hexadecimal that the page has to send with each call. */
  readonly token: string;
  readonly close: () => Promise<void>;
}

interface Served {
  /** Where it was before, which it keeps where the port is free: another program there may have seen the token. */
  readonly before: { readonly port: number; readonly token: string | undefined } | undefined;
  readonly routes: readonly Route[];
  readonly actor: Actor;
  /** Of a desk for several people: where it is reached, who may come in, and who is told what came of it. */
  readonly shared: SharedPlace | undefined;
  /** Folder of the page's files. */
  readonly page: string;
  /** Origin of the preview, where there is one. */
  readonly preview: () => string | undefined;
  /** Is told of what went wrong and was no refusal. */
  readonly report: (error: unknown) => void;
}

interface SharedPlace {
  /** Where the program listens that encrypts. */
  readonly host: string;
  readonly port: number;
  readonly admit: (asked: Asked) => Actor;
  readonly told: (asked: Asked, actor: Actor, status: number) => void;
}

/** Longest that a request may take, in milliseconds: 100 MB over a slow intranet. */
const LONGEST_REQUEST = 10 * 60_000;

/** Starts the desk, on this machine alone where it is not shared. */
export async function serveDesk(served: Served): Promise<DeskServer> {
  const { before, shared } = served;
  const gate = { hosts: new Set<string>(), token: randomBytes(16).toString('hex') };
  const files = sirv(served.page, { dev: true, etag: true });
  const server = createServer(
    { requestTimeout: LONGEST_REQUEST, headersTimeout: 20_000 },
    (request, response) => {
      setHeaders(response, served.preview());
      void answer(served, gate, files, request, response);
    },
  );
  if (shared) {
    const port = await listenFor(server, shared);
    return { origin: `http://${shared.host}:${port}`, token: '', close: () => stop(server) };
  }
  const port = await listen(server, before?.port);
  if (port === before?.port && before.token !== undefined) gate.token = before.token;
  gate.hosts.add(`127.0.0.1:${port}`).add(`localhost:${port}`);
  return { origin: `http://127.0.0.1:${port}`, token: gate.token, close: () => stop(server) };
}

async function answer(
  { routes, actor, shared, report }: Served,
  gate: Gate,
  files: ReturnType<typeof sirv>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers, url = '/' } = request;
  const [path = '/'] = url.split(/[?#]/u, 1);
  const asked = { method, path, headers };
  let who: Actor | undefined;
  try {
    if (!shared) guard(asked, gate);
    who = shared?.admit(asked) ?? actor;
    const setCookie = (cookie: string): void => void response.setHeader('Set-Cookie', cookie);
    if (path.startsWith('/api/')) {
      const answered = await route(routes, request, who, setCookie);
      shared?.told(asked, who, 200);
      send(response, answered);
    } else if (!PLAIN_PATH.test(path)) throw noPage();
    else files(request, response, () => refuse(response, noPage()));
  } catch (error) {
    if (!(error instanceof Refused)) report(error);
    const refused = error instanceof Refused ? error : broken(error);
    if (who) shared?.told(asked, who, refused.status);
    refuse(response, refused);
    // What is left of a body that nobody reads would hold the connection.
    if (!request.readableEnded) request.resume();
  }
}

/** The page's own files have such paths; nothing in them leads out of its folder. */
const PLAIN_PATH = /^(?:\/[\w-]+(?:\.[\w-]+)*)*\/?$/u;

const noPage = (): Refused => new Refused(404, { message: '没有这个网页。' });

function send(response: ServerResponse, value: unknown): void {
  if (value === undefined) return void response.writeHead(204).end();
  const bytes = Buffer.from(JSON.stringify(value));
  response
    .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length })
    .end(bytes);
}

function refuse(response: ServerResponse, { status, refusal }: Refused): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(refusal));
}

const broken = (cause: unknown): Refused =>
  new Refused(
    500,
    { message: '办事台出错了，写好的都在。', help: '再试一次；还不行，请技术人员看启动办事台的窗口。' },
    cause,
  );
