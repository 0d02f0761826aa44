import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Lets a server be reached from this machine alone.
 * @param wanted port that it had before; a free one where another program has taken it
 * @returns the port
 */
export async function listen(server: Server, wanted = 0): Promise<number> {
  try {
    return await listenAt(server, wanted);
  } catch (cause) {
    if (wanted === 0 || !TAKEN.has(String((cause as NodeJS.ErrnoException).code))) throw cause;
    return listenAt(server, 0);
  }
}

/** Lets a server be reached at an address of this machine, at just this port. */
export const listenFor = (
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> => listenAt(server, port, host);

const TAKEN: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES']);

function listenAt(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Stops a server at once: who holds a connection is not waited for. */
export function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
