import { createServer } from 'node:http';
import sirv from 'sirv';
import { listen, listenFor, stop } from '../listening.ts';

/** The address of the previews, and what is shown there. */
export interface PreviewServer {
  /** `http://127.0.0.1:40124` */
  readonly origin: string;
  /**
   * Shows files from now on.
   * @param folders in which a file is looked for, the first that has it
   * @param base folder of the site below the address, with a slash at both ends
   */
  readonly show: (folders: readonly string[], base: string) => void;
  readonly close: () => Promise<void>;
}

interface SharedPreviews {
  readonly host: string;
  readonly port: number;
  /** As the browsers of the clerks have it, `https://desk.example.gov.cn:8443`. */
  readonly origin: string;
  /** Origin of the desk, which alone may frame them. */
  readonly frame: string;
}

/** What begins with a point is what renders pages, or leads out of the folder: nobody's to read. */
const HIDDEN = /\/\.|%2e|%2f|%5c|\\/iu;

/**
 * Serves previews on a port of their own, so that no script of a page is of the desk's origin; on this machine alone.
 * @param wanted port that they had before
 * @param shared of a desk for several people: where it listens, and how browsers reach it
 */
export async function servePreviews(wanted?: number, shared?: SharedPreviews): Promise<PreviewServer> {
  const hosts = new Set<string>();
  let shown: { serve: ReturnType<typeof sirv>[]; base: string } = { serve: [], base: '/' };
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader(
      'Content-Security-Policy',
      `frame-ancestors ${shared?.frame ?? 'http://127.0.0.1:* http://localhost:*'}`,
    );
    const { method, url = '/' } = request;
    if (!hosts.has(request.headers.host ?? '') || method !== 'GET') return void response.writeHead(403).end();
    const { serve, base } = shown;
    if (!url.startsWith(base) || HIDDEN.test(url)) return void response.writeHead(404).end();
    request.url = url.slice(base.length - 1);
    const next = ([first, ...others]: typeof serve): void =>
      first ? first(request, response, () => next(others)) : void response.writeHead(404).end();
    next(serve);
  });
  if (shared) {
    await listenFor(server, shared);
    hosts.add(new URL(shared.origin).host);
  }
  const port = shared?.port ?? (await listen(server, wanted));
  hosts.add(`127.0.0.1:${port}`).add(`localhost:${port}`);
  return {
    origin: shared?.origin ?? `http://127.0.0.1:${port}`,
    show: (folders, base) => {
      shown = { serve: folders.map((folder) => sirv(folder, { dev: true, etag: true })), base };
    },
    close: () => stop(server),
  };
}
