import { Worker } from 'node:worker_threads';
import type { Imported } from '../../core/desk/api.ts';
import { Refused } from '../refused.ts';

/** Longest that a document is read, in milliseconds; one that LibreOffice has to turn into .docx first, longer. */
const LONGEST = 20_000;
const LONGEST_CONVERSION = 90_000;

/** Most memory of the reader, in megabytes. */
const MEMORY = 1024;

/** What is to be read, and for which type of announcement. */
interface Asked {
  /** Absolute path of the file. */
  readonly path: string;
  /** As the file was called where it comes from. */
  readonly name: string;
  readonly category: string;
  readonly type: string;
  /** PATH, in which LibreOffice is looked for. */
  readonly programs: string;
}

/** A document that is to be shown as it is. */
type Shown = Pick<Asked, 'path' | 'name' | 'programs'>;

interface Told {
  /** Of a document that is to be shown. */
  readonly html?: string;
  readonly imported?: Imported;
  readonly refused?: string;
}

/**
 * Reads a document from an agency, in a thread of its own that is ended when it takes too long.
 * @throws {Refused} 422 with what it is, why it is not taken, and what to do
 */
export async function readForDraft(asked: Asked): Promise<Imported> {
  const told = await answerOf(asked);
  if (told.imported) return told.imported;
  throw refusalIn(told);
}

/**
 * A document from an agency as plain HTML, read in the same way.
 * @throws {Refused} 422
 */
export async function originalHtml(shown: Shown): Promise<string> {
  const told = await answerOf(shown);
  if (told.html !== undefined) return told.html;
  throw refusalIn(told);
}

const refusalIn = ({ refused }: Told): Refused =>
  new Refused(422, { message: refused ?? BROKEN, help: '核对文件；也可以把文字粘贴到正文里。' });

const BROKEN = '这份文件读不了，可能已经损坏。';
const TOO_LONG = '这份文件读了很久还没有读完，已经停下。';

function answerOf(asked: Asked | Shown): Promise<Told> {
  const limit = /\.(?:docx|pdf|txt|html?)$/iu.test(asked.name) ? LONGEST : LONGEST_CONVERSION;
  return new Promise((done) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end({ refused: TOO_LONG }), limit);
    const end = (told: Told): void => {
      clearTimeout(timer);
      done(told);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', () => end({}));
    worker.once('exit', () => end({}));
  });
}
