import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** An error that the whole check has of a file of the content. */
export interface CheckError {
  file: string;
  code: string;
  message: string;
  field?: string;
}

/** What `npm run check` would call errors. */
export async function checkWhole(contentDir: string): Promise<readonly CheckError[]> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: contentDir,
    // A larger one is filled before anything is given back.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const [errors] = (await once(worker, 'message')) as [readonly CheckError[]];
  await worker.terminate();
  return errors;
}
