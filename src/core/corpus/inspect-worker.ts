import { readFileSync } from 'node:fs';
import { workerData, type MessagePort } from 'node:worker_threads';
import { lookAt } from './attachment/look.ts';

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };

const done = (): void => {
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
};

const look = async (path: string): Promise<void> =>
  lookAt(new Uint8Array(readFileSync(path)), (seen) => port.postMessage(seen));

port.on('message', (path: string) => {
  void look(path)
    .catch(() => port.postMessage({ isUnfinished: true }))
    .then(done);
});

done();
