import { spawn } from 'node:child_process';
import type { FarEnd, Found, Sent } from './far-end.ts';
import { DeployError } from './failure.ts';
import { wordsFor } from './rclone-words.ts';

/** How a program ended. */
interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** What it said in words, the oldest first. */
  readonly said: readonly string[];
}

/** A folder that is not there; with a bucket that is not there it is the same. */
const NO_FOLDER = 3;

const ALWAYS = [
  '--use-json-log',
  // An encrypted configuration takes its password from RCLONE_CONFIG_PASS or its command, never from a terminal.
  '--ask-password=false',
  '--contimeout=20s',
  '--timeout=2m',
  // Whoever may write into a bucket may often not list or create buckets.
  '--s3-no-check-bucket',
  // Else the modification time of a file on this machine, which costs one more question a file.
  '--use-server-modtime',
];

/** A server that does not answer is told within seconds; while files are sent, rclone goes on trying for minutes. */
const ASKING = ['--retries=1', '--low-level-retries=3'];

/**
 * Rclone says how far it is five times a second into a pipe of ours: when this process was killed, that is what ends it,
 * so that it goes on sending for no longer than that.
 */
const TELLING = ['--stats=200ms', '--stats-log-level=NOTICE'];

/**
 * A far end as rclone reaches it, `s3:bucket/folder`. Credentials stand in rclone's own configuration or environment.
 * @param signal ends what is running, which then throws
 */
export function rcloneFarEnd(target: string, signal?: AbortSignal): FarEnd {
  const at = (folder: string): string =>
    folder === '' ? target : `${target}${/[:/]$/u.test(target) ? '' : '/'}${folder}`;
  const run = async (
    args: readonly string[],
    input = '',
    told?: (sent: Sent) => void,
    allowed: readonly number[] = [0],
  ): Promise<Ended> => {
    const ended = await runRclone([...args, ...ALWAYS], { input, told, signal });
    if (ended.code === null || !allowed.includes(ended.code))
      throw new DeployError(wordsFor(target, ended.said));
    return ended;
  };
  const listed = async (folder: string, more: readonly string[]): Promise<readonly Found[]> => {
    const { code, stdout } = await run(
      ['lsjson', at(folder), '--no-mimetype', ...ASKING, ...more],
      '',
      undefined,
      [0, NO_FOLDER],
    );
    return code === NO_FOLDER ? [] : (JSON.parse(stdout) as readonly Item[]).map(foundOf);
  };
  return {
    // Five times what it takes between two words.
    outlivesMs: 1000,
    list: (folder) => listed(folder, []),
    listAll: () => listed('', ['--recursive', '--files-only', '--fast-list', '--hash']),
    async fetch(paths, to) {
      await run(['copy', at(''), to, '--files-from-raw=-', '--no-traverse', ...ASKING], lines(paths));
    },
    async send(from, paths, { type, cache }, told) {
      const headers = [`--header-upload=Content-Type: ${type}`, `--header-upload=Cache-Control: ${cache}`];
      // What has changed is decided here; rclone would compare times, which every build sets anew.
      const args = ['copy', from, at(''), '--files-from-raw=-', '--no-traverse', '--no-check-dest'];
      await run([...args, '--transfers=8', ...headers, ...TELLING], lines(paths), told);
    },
    async remove(paths) {
      await run(['delete', at(''), '--files-from-raw=-', '--no-traverse', ...TELLING], lines(paths));
    },
  };
}

const lines = (paths: readonly string[]): string => paths.map((path) => `${path}\n`).join('');

/** A line of `rclone lsjson`. */
interface Item {
  readonly Path: string;
  readonly Size: number;
  readonly ModTime: string;
  readonly IsDir: boolean;
  readonly Hashes?: { readonly md5?: string };
}

const foundOf = ({ Path, Size, ModTime, IsDir, Hashes }: Item): Found => ({
  path: IsDir ? `${Path}/` : Path,
  bytes: Size,
  md5: Hashes?.md5 || undefined,
  modifiedAt: Date.parse(ModTime),
});

interface Running {
  readonly input: string;
  readonly told?: ((sent: Sent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Runs rclone to its end. @throws {DeployError} when it is not there or is told to stop */
async function runRclone(args: readonly string[], { input, told, signal }: Running): Promise<Ended> {
  const child = spawn('rclone', args, { signal, stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const listen = lineListener((line) => {
    const { msg = line, stats } = readLog(line);
    if (stats) told?.({ files: stats.transfers, bytes: stats.bytes });
    else said.push(msg);
  });
  child.stderr.setEncoding('utf8').on('data', listen);
  // It may end before it has read all of its list.
  child.stdin.on('error', () => undefined).end(input);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', resolve);
  try {
    return { code: await promise, stdout, said };
  } catch (cause) {
    throw refusalOf(cause);
  }
}

function refusalOf(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ABORT_ERR') return new DeployError('中断了。', { cause });
  if (code !== 'ENOENT') return cause;
  return new DeployError(
    '本机没有 rclone，上传要用它：Debian、Ubuntu 用 apt-get install rclone，Windows 用 winget install Rclone.Rclone，macOS 用 brew install rclone，或见 https://rclone.org/downloads/。装好以后用 rclone config 写好远端，再运行一次。',
    { cause },
  );
}

/** Gives whole lines of a text that comes in pieces. */
function lineListener(each: (line: string) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const parts = (rest + piece).split('\n');
    rest = parts.pop()!;
    parts.filter((line) => line.trim() !== '').forEach(each);
  };
}

interface LogLine {
  readonly msg?: string;
  readonly stats?: { readonly transfers: number; readonly bytes: number };
}

/** A line of the log is JSON; the last words of a failure are not. */
function readLog(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return {};
  }
}
