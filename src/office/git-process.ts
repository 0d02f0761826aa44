import { spawn } from 'node:child_process';
import type { GitEnvironment } from './git.ts';

/** A question to git that takes long or may not come back. */
interface Asking {
  readonly input?: string;
  readonly env?: GitEnvironment;
  /** Longest that it may take, in milliseconds; a minute without. */
  readonly limitMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Gets each line that git prints to its error output while it runs, such as what the server says of a push. */
  readonly said?: ((line: string) => void) | undefined;
}

/**
 * Why git gave no answer. `missing`: there is no git on this machine; `slow`: it took longer than it may; `stopped`: the
 * signal came; `failed`: it says why in `words`.
 */
export class GitFault extends Error {
  override readonly name = 'GitFault';
  readonly kind: 'missing' | 'slow' | 'stopped' | 'failed';
  /** What git said, in its own words. */
  readonly words: string;
  /** What it printed before that. */
  readonly output: string;

  constructor(kind: GitFault['kind'], words = '', output = '') {
    super(`git ${kind}: ${words}`);
    this.kind = kind;
    this.words = words;
    this.output = output;
  }
}

const MINUTE = 60_000;

/** Nobody sits there to be asked for a password; words that are read by a program are English. */
const ALONE: GitEnvironment = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8', LANGUAGE: '' };

/** A hook of git names its own repository to all that it starts; what is asked here is asked of the folder. */
const OF_NO_HOOK: GitEnvironment = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_QUARANTINE_PATH: undefined,
};

/**
 * What git prints, asked in a folder without a shell; the program goes on meanwhile.
 * @throws {GitFault}
 */
export function runGit(cwd: string, args: readonly string[], asking: Asking = {}): Promise<string> {
  const { input = '', env = {}, limitMs = MINUTE, signal, said } = asking;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new GitFault('stopped'));
    const child = spawn('git', args, { cwd, env: { ...process.env, ...OF_NO_HOOK, ...ALONE, ...env } });
    let [output, words, rest] = ['', '', ''];
    let end: 'slow' | 'stopped' | undefined;
    const stop = (why: 'slow' | 'stopped') => (): void => {
      end = why;
      child.kill();
      // What git has started may live on and hold these open.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const alarm = setTimeout(stop('slow'), limitMs);
    const abort = stop('stopped');
    signal?.addEventListener('abort', abort);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text;
      const lines = (rest + text).split(/\r?\n|\r/u);
      rest = lines.pop()!;
      if (said) lines.forEach(said);
    });
    const settle = (act: () => void): void => {
      clearTimeout(alarm);
      signal?.removeEventListener('abort', abort);
      act();
    };
    child.on('error', (error) =>
      settle(() =>
        reject(
          new GitFault('code' in error && error.code === 'ENOENT' ? 'missing' : 'failed', error.message),
        ),
      ),
    );
    child.on('close', (status) =>
      settle(() => {
        if (status === 0 && end === undefined) resolve(output);
        else reject(new GitFault(end ?? 'failed', words.trim(), output));
      }),
    );
    // Git that ends before it has read everything tells why by its status.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** The same without the line break at its end; undefined where git has no answer. */
export async function tryGit(
  cwd: string,
  args: readonly string[],
  asking: Asking = {},
): Promise<string | undefined> {
  try {
    return (await runGit(cwd, args, asking)).trim();
  } catch (fault) {
    if (fault instanceof GitFault && fault.kind === 'failed') return undefined;
    throw fault;
  }
}
