import { Worker } from 'node:worker_threads';
import { ImportFailure } from './import-failure.ts';
import type { PageRecord } from './page-record.ts';
import type { PageJob, Reading } from './reading.ts';

/** Memory of each thread, in MiB: two of them and the rest of the import stay below 500. */
const MEMORY = 144;

/** Of the memory, what is for things that are gone after a page, in MiB. */
const YOUNG = 16;

/** Longest time for one page, in milliseconds. The slowest of ten thousand took 2 s, with an attachment of 300 pages. */
const LONGEST_PAGE = 120_000;

/** What a thread answers: `stopped` where the page brought it down. */
type Answered = PageRecord | 'same' | 'none' | 'stopped';

/**
 * Reads pages in several threads. `answers` come in the order in which they are ready, never more than `ahead` jobs are
 * taken from the listing before they are needed.
 */
export async function* readPages(
  jobs: AsyncIterable<PageJob>,
  { reading, drafts, threads }: { reading: Reading; drafts: string; threads: number },
): AsyncGenerator<{ job: PageJob; answered: Answered }> {
  const readers = Array.from({ length: threads }, () => new Reader(reading, drafts));
  const busy = new Map<Reader, Promise<{ reader: Reader; job: PageJob; answered: Answered }>>();
  try {
    for await (const job of jobs) {
      if (busy.size === readers.length) yield await freed(busy);
      const reader = readers.find((one) => !busy.has(one))!;
      busy.set(
        reader,
        reader.read(job).then((answered) => ({ reader, job, answered })),
      );
    }
    while (busy.size > 0) yield await freed(busy);
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

async function freed(
  busy: Map<Reader, Promise<{ reader: Reader; job: PageJob; answered: Answered }>>,
): Promise<{ job: PageJob; answered: Answered }> {
  const { reader, job, answered } = await Promise.race(busy.values());
  busy.delete(reader);
  return { job, answered };
}

/** A thread, and the next one where a page has brought it down. */
class Reader {
  #worker: Worker | undefined;
  readonly #reading: Reading;
  readonly #drafts: string;

  constructor(reading: Reading, drafts: string) {
    this.#reading = reading;
    this.#drafts = drafts;
  }

  /** @throws {ImportFailure} where nothing can be written any more */
  read(job: PageJob): Promise<Answered> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        worker.off('message', take).off('error', stop).off('exit', stop);
        settle();
      };
      const stop = (): void => {
        this.#worker = undefined;
        worker.on('error', () => undefined);
        done(() => resolve('stopped'));
        void worker.terminate();
      };
      const take = (answer: Answered | { failure: string; isExpected: boolean }): void => {
        if (typeof answer === 'object' && 'failure' in answer) {
          const { failure, isExpected } = answer;
          done(() => reject(isExpected ? new ImportFailure(failure) : new Error(failure)));
        } else done(() => resolve(answer));
      };
      const timer = setTimeout(stop, LONGEST_PAGE);
      worker.on('message', take).on('error', stop).on('exit', stop);
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    return new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: { reading: this.#reading, drafts: this.#drafts },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: YOUNG },
    });
  }
}
