import { parentPort, workerData } from 'node:worker_threads';
import { filesIn, publishedSite } from './published-site.ts';
import { updateIndex } from './update.ts';

/** What the thread is started with: the folder of the finished site, and the index file. */
export interface UpdateTask {
  readonly site: string;
  readonly file: string;
}

const { site, file } = workerData as UpdateTask;
parentPort!.postMessage(updateIndex(file, publishedSite(filesIn(site))));
