import { readFileSync } from 'node:fs';
import { workerData, type MessagePort } from 'node:worker_threads';

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };

/** 1 when what was asked is done, 2 when nothing can be done. */
const tell = (state: 1 | 2): void => {
  Atomics.store(signal, 0, state);
  Atomics.notify(signal, 0);
};

/** Loaded here and not above: whoever waits hears of a library that is missing. */
const { lookAt } = await import('./attachment/look.ts').catch((error: unknown) => {
  port.postMessage({ failure: String(error) });
  tell(2);
  throw error;
});

const look = async (path: string): Promise<void> =>
  lookAt(new Uint8Array(readFileSync(path)), (seen) => port.postMessage(seen));

port.on('message', (path: string) => {
  void look(path)
    .catch(() => port.postMessage({ isUnfinished: true }))
    .then(() => tell(1));
});

tell(1);
