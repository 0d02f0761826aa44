import { parentPort, workerData } from 'node:worker_threads';
import { openInspector } from '../core/corpus/inspect.ts';
import { Drafts } from './drafts.ts';
import { ImportFailure } from './import-failure.ts';
import { readSavedPage } from './read-saved-page.ts';
import type { PageJob, Reading } from './reading.ts';
import { TargetFolder } from './target-folder.ts';

/** One page after another, in a thread of its own: its draft is on the disk before its record is told. */
const { reading, drafts: folder } = workerData as { reading: Reading; drafts: string };
const drafts = new Drafts(new TargetFolder(folder));
const { inspect } = openInspector();

parentPort!.on('message', (job: PageJob) => {
  try {
    const outcome = readSavedPage(reading, { ...job, path: Buffer.from(job.path) }, inspect);
    if (typeof outcome === 'object' && outcome.draft) drafts.put(outcome.draft);
    parentPort!.postMessage(typeof outcome === 'string' ? outcome : outcome.record);
  } catch (cause) {
    // A full disk is for the whole import, and said in a sentence.
    parentPort!.postMessage({
      failure: cause instanceof Error ? cause.message : String(cause),
      isExpected: cause instanceof ImportFailure,
    });
  }
});
