// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * A screen: reads the pointer, then the data it names, through the link that is being switched. `going[0]` ends it,
 * `going[number]` counts what was read. Every bad reading is a message.
 */

/** @type {{ current: string, going: Int32Array, number: number }} */
const { current, going, number } = workerData;
const folder = join(current, 'display/lobby-a');
let last = 0;
while (Atomics.load(going, 0) === 0) {
  try {
    const head = JSON.parse(readFileSync(join(folder, 'head.json'), 'utf8'));
    const data = JSON.parse(readFileSync(`${folder}/${head.path}`, 'utf8'));
    if (data.release !== head.seq) parentPort?.postMessage(`${head.seq} led to ${data.release}`);
    if (head.seq < last) parentPort?.postMessage(`${head.seq} after ${last}`);
    last = head.seq;
  } catch (error) {
    parentPort?.postMessage(String(error));
  }
  Atomics.add(going, number, 1);
}
