import { parentPort, workerData } from 'node:worker_threads';
import { check } from '../core/check.ts';
import { openInspector } from '../core/corpus/inspect.ts';

/** The whole check in a thread of its own, whose memory is free again when it ends. */
const { inspect, close } = openInspector();
const { findings } = check(workerData as string, undefined, inspect);
close();
parentPort!.postMessage(
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ file, code, message, field }) => ({ file, code, message, field })),
);
