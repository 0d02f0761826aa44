import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { textTypeOf } from '../deploy/text-type.ts';
import { parsePort, readSettings } from '../settings.ts';
import { readOptionsAlone } from './options.ts';
import { servedBase } from './served-base.ts';

export interface RunningServer {
  /** Where the site is found, with the base path and a slash at the end. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  /** Folder of the finished site. */
  readonly dir: string;
  /** Folder of the site below the address, with a slash at both ends. */
  readonly base: string;
  /** Folder of what is being read out in the rooms, offered as `live/`; none where nothing is. */
  readonly live?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What the server takes for the present, in milliseconds since 1970; else this machine's clock. */
  readonly clock?: () => number;
}

/**
 * Serves a finished site on this machine only, as a web host would. Files are looked up on every request, so a
 * build that is switched in meanwhile is seen at once.
 * @throws an error with the code EADDRINUSE when the port is taken
 */
export async function startServer({ dir, base, live, port, clock }: ServerOptions): Promise<RunningServer> {
  const answer = respondFrom(dir, base, live);
  const respond: Respond = (request, response) => {
    if (clock) response.setHeader('Date', new Date(clock()).toUTCString());
    answer(request, response);
  };
  const servers = [await listen(respond, '127.0.0.1', port)];
  const taken = (servers[0]?.address() as AddressInfo).port;
  try {
    // Browsers resolve `localhost` to ::1 first; a machine without IPv6 does well with the first alone.
    servers.push(await listen(respond, '::1', taken));
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE' && port !== 0) {
      await Promise.all(servers.map(stop));
      throw error;
    }
  }
  return {
    url: `http://localhost:${taken}${base}`,
    close: async () => void (await Promise.all(servers.map(stop))),
  };
}

export const PORT_OPTION = { port: { type: 'string' } } as const;

const usage = `用法：npm run serve -- [--port 端口]

  在本机打开已经生成的网站（dist/，或 OUT_DIR 写明的文件夹），直到按 Ctrl+C 停止。
  端口是 4321，或者 --port、PORT 写明的。npm run live 写的内容（live/，或 LIVE_DIR 写明的）在 /live/。`;

/** `npm run serve`: serves the existing build until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  const values = readOptionsAlone(args, usage, PORT_OPTION);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { outDir, liveDir, port } = readSettings();
  const own = values.port === undefined ? port : parsePort(values.port, '--port');
  if (!existsSync(join(outDir, 'index.html'))) {
    console.error(`${outDir} 中还没有网站：请先运行 npm run build，或直接运行 npm start。`);
    return 2;
  }
  return serveUntilStopped({ dir: outDir, base: servedBase(), live: liveDir, port: own });
}

/** The same, at any free port where that one is taken or not allowed. */
export async function startAnywhere(options: ServerOptions): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (error) {
    if (!isRefusedPort(error)) throw error;
    return startServer({ ...options, port: 0 });
  }
}

/** Starts a server, prints its address, tells it to `opened`, then waits for SIGINT or SIGTERM. Returns the exit code. */
export async function serveUntilStopped(
  options: ServerOptions,
  opened: (url: string) => void = () => undefined,
  start = startServer,
): Promise<number> {
  const stop = stopped();
  try {
    const server = await start(options);
    console.log(`网站已在本机打开：${server.url}\n按 Ctrl+C 停止。`);
    opened(server.url);
    await stop;
    await server.close();
    return 0;
  } catch (error) {
    if (!isRefusedPort(error)) throw error;
    console.error(
      `端口 ${options.port} 不能使用（已被别的程序占用，或无权使用）：请关闭那个程序，或换一个端口，例如 npm run serve -- --port ${options.port + 1}。`,
    );
    return 2;
  }
}

/** Waits until the command is told to stop, by Ctrl+C or by the program that started it. */
export const stopped = (): Promise<unknown> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, done);
  });

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

function respondFrom(dir: string, base: string, live: string | undefined): Respond {
  const serveLive =
    live === undefined ? undefined : sirv(live, { dev: true, etag: true, setHeaders: setContentType });
  const serveFile = sirv(dir, { dev: true, etag: true, setHeaders: setContentType });
  return (request, response) => {
    // A path that begins with two slashes would make a redirect leave this server.
    const [path = '/', query] = (request.url ?? '/').replace(/^\/+/, '/').split(/(?=\?)/, 2);
    if (!path.startsWith(base)) {
      if (path === '/' || `${path}/` === base) return redirect(response, base + (query ?? ''));
      return void sendNotFound(dir, response);
    }
    const inside = path.slice(base.length - 1);
    const table = /^\/live(\/[a-z0-9-]+\.json)$/u.exec(inside)?.[1];
    if (serveLive && table !== undefined) {
      request.url = table;
      return void serveLive(request, response, () => void sendNotFound(dir, response));
    }
    const isFolder = !inside.endsWith('/') && existsSync(join(dir, decodePath(inside), 'index.html'));
    if (isFolder) return redirect(response, `${path}/${query ?? ''}`);
    request.url = inside + (query ?? '');
    serveFile(request, response, () => void sendNotFound(dir, response));
  };
}

/** sirv names the encoding for HTML only; browsers guess it for the rest, and guess wrongly for Chinese. */
function setContentType(response: ServerResponse, pathname: string): void {
  const extension = /\.(\w+)$/.exec(pathname)?.[1]?.toLowerCase() ?? (pathname.endsWith('/') ? 'html' : '');
  const type = textTypeOf(extension);
  if (type) response.setHeader('Content-Type', type);
}

async function sendNotFound(dir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => '没有这个页面。');
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location }).end();
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function listen(respond: Respond, host: string, port: number): Promise<Server> {
  const server = createServer(respond);
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port }, () => done(server));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

const isRefusedPort = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes(String(codeOf(error)));

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
