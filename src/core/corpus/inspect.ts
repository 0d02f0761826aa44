import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { LONGEST_LOOK, MEMORY } from './attachment/limits.ts';
import type { Inspect, Seen } from './attachment-content.ts';

/** Longest start of the reader, in milliseconds: it loads its libraries, which takes a second on a quiet machine. */
const LONGEST_START = 60_000;

/**
 * Looks into attachments, one after the other, in a thread of its own: a file that hangs, crashes or swells the
 * reader costs its thread and nothing else. Nothing is kept between calls.
 * @throws when the reader does not start: a library of the program is missing
 */
export const inspectAttachments: Inspect = (paths) => {
  const inspector = openInspector();
  try {
    return inspector.inspect(paths);
  } finally {
    inspector.close();
  }
};

/** A reader that is kept between calls, since its start takes 0.4 s. It starts with the first file. */
interface Inspector {
  /** @throws when the reader does not start: a library of the program is missing */
  readonly inspect: Inspect;
  readonly close: () => void;
}

/** Opens a reader, which the caller closes. */
export function openInspector(): Inspector {
  let reader: Reader | undefined;
  const close = (): void => {
    reader?.stop();
    reader = undefined;
  };
  const inspect: Inspect = (paths) =>
    paths.map((path) => {
      reader ??= startReader();
      const seen = reader.look(path);
      if (!seen.done) close();
      return seen.found;
    });
  return { inspect, close };
}

/** What the reader says of itself when it has loaded its libraries. */
const STARTED = 1;

interface Reader {
  look(path: string): { done: boolean; found: Seen };
  stop(): void;
}

function startReader(): Reader {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url), {
    workerData: { signal, port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    stdout: true,
    stderr: true,
  });
  // What goes wrong in there is one more file that could not be read.
  worker.on('error', () => undefined);
  worker.unref();
  if (Atomics.wait(signal, 0, 0, LONGEST_START) === 'timed-out' || signal[0] !== STARTED) {
    const { failure = `${LONGEST_START / 1000} 秒没有回答` } = received(port1) as { failure?: string };
    void worker.terminate();
    throw new Error(`检查附件的部分没有启动：${failure}`);
  }
  return {
    look(path) {
      Atomics.store(signal, 0, 0);
      port1.postMessage(path);
      const done = Atomics.wait(signal, 0, 0, LONGEST_LOOK) !== 'timed-out';
      const found = received(port1);
      return { done, found: done ? found : { ...found, isUnfinished: true } };
    },
    stop() {
      port1.close();
      void worker.terminate();
    },
  };
}

/** What has been told of a file: its kind first, the rest after. */
function received(port: MessagePort): Seen {
  let seen: Seen = {};
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    seen = { ...seen, ...(next.message as Seen) };
  }
  return seen;
}
