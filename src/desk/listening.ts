import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server be reached from this machine alone, at a free port, which is returned. */
export function listen(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port: 0 }, () => done((server.address() as AddressInfo).port));
  });
}

/** Stops a server at once: who holds a connection is not waited for. */
export function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
