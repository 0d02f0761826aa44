import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningServer } from './serve.ts';

/**
 * Serves one page to the browsers of this machine alone, on any free port: a page in a file may not use the clipboard.
 * A request under another host's name is refused, so that no site can read it through a name of its own.
 */
export async function serveOnePage(html: string): Promise<RunningServer> {
  const server = createServer(({ method, url, headers }, response) => {
    const isOurs = headers.host === hostOf(server.address() as AddressInfo);
    if (!isOurs || !['GET', 'HEAD'].includes(method ?? '') || url !== '/')
      return void response.writeHead(isOurs ? 404 : 403).end();
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(html);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port: 0 }, done);
  });
  return {
    url: `http://${hostOf(server.address() as AddressInfo)}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const hostOf = ({ port }: AddressInfo): string => `127.0.0.1:${port}`;
