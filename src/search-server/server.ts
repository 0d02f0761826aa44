import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { buildIn } from './published-site.ts';
import { replyTo, type Reply } from './reply.ts';
import { openIndex, openIndexIfAny, type SearchIndex } from './search-index.ts';
import type { Updated } from './update.ts';
import type { UpdateTask } from './update-worker.ts';

interface SearchServerOptions extends UpdateTask {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The present, in milliseconds since 1970. A sample site stands at its own. */
  readonly clock: () => number;
  /** Hears what was done to the index, and why it could not be. */
  readonly tell: (told: Updated | Error) => void;
}

interface RunningSearchServer {
  /** `http://127.0.0.1:8087`, without a path. */
  readonly url: string;
  /** Looks whether another build lies in the folder, and takes it in. Requests are answered meanwhile. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How often the folder of the site is looked at, in milliseconds. */
const LOOK_EVERY = 5000;

/**
 * Limits of a request: it has no body, and its head is small and comes at once. A browser keeps its connection for the
 * next question.
 */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5000,
  requestTimeout: 5000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
};
const MOST_CONNECTIONS = 256;

/** Nothing but data for pages of the same site: no other site's page may read it, and no browser takes it for a page. */
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Answers questions about a finished site from an index file, which it makes and keeps up to date.
 * @throws when the site is not whole and there is no index of an earlier one, or with EADDRINUSE when the port is taken
 */
export async function startSearchServer(options: SearchServerOptions): Promise<RunningSearchServer> {
  const { file, site, host, port, clock, tell } = options;
  let index: SearchIndex | undefined;
  /** The build that is in the index, and what was wrong with the one after it. */
  let taken: string | undefined;
  let fault = '';
  let working: Promise<void> | undefined;
  const refresh = (): Promise<void> => (working ??= takeIn().finally(() => (working = undefined)));
  const takeIn = async (): Promise<void> => {
    const build = buildIn(site);
    if (index && build === taken) return;
    try {
      tell(await updated({ site, file }));
      const before = index;
      index = openIndex(file);
      before?.close();
      [taken, fault] = [build, ''];
    } catch (cause) {
      // Of an earlier build there is an index, which goes on answering.
      index ??= openIndexIfAny(file);
      if (!index) throw cause;
      if (fault !== String(cause)) tell(cause as Error);
      fault = String(cause);
    }
  };
  await refresh();
  const server = createServer(LIMITS, (request, response) => {
    const now = index!.standing === undefined ? clock() : Date.parse(index!.standing);
    send(request, response, () => replyTo(request.method!, request.url!, index!, now));
  });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, host, port);
  const looking = setInterval(() => void refresh(), LOOK_EVERY);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    refresh,
    close: async () => {
      clearInterval(looking);
      await working;
      server.close();
      server.closeAllConnections();
      index!.close();
    },
  };
}

/** Updates the index in a thread of its own. */
async function updated(task: UpdateTask): Promise<Updated> {
  const worker = new Worker(new URL('./update-worker.ts', import.meta.url), { workerData: task });
  const [result] = (await once(worker, 'message')) as [Updated];
  return result;
}

function send(request: IncomingMessage, response: ServerResponse, reply: () => Reply): void {
  // What comes as a body is not read.
  if (request.headers['content-length'] ?? request.headers['transfer-encoding'])
    response.setHeader('Connection', 'close');
  let status: number;
  let body: unknown;
  try {
    ({ status, body } = reply());
  } catch (cause) {
    console.error(cause);
    [status, body] = [500, { error: '检索服务出错，请稍后再试。' }];
  }
  response.writeHead(status, { ...HEADERS, ...(status === 405 && { Allow: 'GET' }) });
  response.end(JSON.stringify(body));
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port });
  await once(server, 'listening');
}
