import { Worker } from 'node:worker_threads';
import type { Questions } from './questions.ts';

type Answer<K extends keyof Questions> = ReturnType<Questions[K]>;

interface Waiting {
  readonly done: (value: never) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The archive in a thread of its own: ten thousand announcements are read there, and checked against, while the server
 * goes on saving. A thread that dies is begun anew with the next question.
 */
export class ArchiveClient {
  readonly #given: { readonly contentDir: string; readonly trial: string };
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #isLoaded = false;
  #number = 0;

  constructor(contentDir: string, trial: string) {
    this.#given = { contentDir, trial };
  }

  /** @throws what the question throws, and that the thread has died */
  ask<K extends keyof Questions>(name: K, ...args: Parameters<Questions[K]>): Promise<Answer<K>> {
    const worker = (this.#worker ??= this.#start());
    const number = ++this.#number;
    return new Promise((done, fail) => {
      this.#waiting.set(number, { done, fail });
      worker.postMessage({ number, name, args });
    });
  }

  /** Whether all has been read: before that a question waits, with ten thousand announcements for 20 s. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Reads all, so that the first question need not wait. */
  async load(): Promise<void> {
    await this.ask('refresh');
    this.#isLoaded = true;
  }

  /** Who still waits gets no answer any more. */
  async close(): Promise<void> {
    this.#waiting.clear();
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#given });
    worker.on('message', ({ number, value, error }: { number: number; value?: never; error?: unknown }) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error === undefined) waiting?.done(value!);
      else waiting?.fail(error);
    });
    const end = (error: unknown): void => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const { fail } of this.#waiting.values()) fail(error);
      this.#waiting.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('The thread of the archive has ended.')));
    worker.unref();
    return worker;
  }
}
