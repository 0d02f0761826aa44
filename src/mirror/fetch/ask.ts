import { refusalOf } from './refusal.ts';
import type { SourceClock } from './skew.ts';

/** How long a server may take, in milliseconds. */
export interface Patience {
  /** Until an answer begins, and between two pieces of one. */
  readonly silence: number;
  /** Before the second, third, … attempt at one file. */
  readonly pauses: readonly number[];
}

export const PATIENCE: Patience = { silence: 20_000, pauses: [1000, 3000] };

/** A web server, by the address of the site's home page, which ends with `/`. */
export interface Server {
  readonly base: URL;
  readonly patience: Patience;
  readonly clock: SourceClock;
}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Headers of a question. */
type Asking = Readonly<Record<string, string>>;

/**
 * Asks once for a file of the site. The answer is the file, the range of it that the headers ask for, or that it is
 * still the one they name.
 * @throws {MirrorError} when the server answers anything else; an AbortError when it is silent too long, here or while
 * the chunks are read
 */
export async function ask({ base, patience, clock }: Server, path: string, headers: Asking): Promise<Answer> {
  const watch = new Watch(patience.silence);
  const asked = performance.now();
  try {
    const response = await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), base), {
      redirect: 'manual',
      signal: watch.signal,
      // Ranges count the bytes of the file, not those of a compressed answer.
      headers: { 'Cache-Control': 'no-cache', 'Accept-Encoding': 'identity', ...headers },
    });
    watch.heard();
    const { status } = response;
    if (!isAsked(status, headers)) throw refusalOf(response);
    clock.hear(response.headers, performance.now() - asked);
    if (status === 304) watch.end();
    return {
      status,
      etag: response.headers.get('ETag') ?? undefined,
      chunks: watched(response.body ?? [], watch),
    };
  } catch (error) {
    watch.end();
    throw error;
  }
}

const isAsked = (status: number, headers: Asking): boolean =>
  status === 200 ||
  (status === 206 && Boolean(headers['Range'])) ||
  (status === 304 && Boolean(headers['If-None-Match']));

async function* watched(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      watch.heard();
      yield chunk;
    }
  } finally {
    watch.end();
  }
}

/** Breaks a connection off when nothing was heard for so many milliseconds. */
class Watch {
  readonly #silence: number;
  readonly #abort = new AbortController();
  #timer: NodeJS.Timeout;

  constructor(silence: number) {
    this.#silence = silence;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  /** Ends what is still under way after an error too, such as a body that is too large. */
  end(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(), this.#silence);
  }
}
