import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What one program used, the programs it started included. */
export interface Use {
  wallSeconds: number;
  /** User and system time together. */
  cpuSeconds: number;
  /** Most memory held at once (resident set), in bytes; 0 on a system without /proc. */
  peakBytes: number;
  /** What its programs asked the system to read, from disk, cache or network; NaN on a system without /proc. */
  readBytes: number;
}

/** The same with what the program has printed. */
interface Measured extends Use {
  printed: string;
}

export interface Program {
  /** What is run; Node if not given. */
  command?: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** Exit codes of success; 0 alone if not given. */
  codes?: readonly number[];
}

/** Short enough to see a peak of a twentieth of a second; /proc is read in less than a millisecond. */
const SAMPLE_EVERY_MS = 50;

/**
 * Runs a program with these arguments in a shell of its own, whose `times` counts the processor time of every program that
 * ran below it. A POSIX shell is needed.
 * @throws with all that was printed when the program fails
 */
export async function measure({
  command = process.execPath,
  args,
  cwd,
  env,
  codes = [0],
}: Program): Promise<Measured> {
  const started = performance.now();
  const script = '"$@"; code=$?; times >&3; cat /proc/$$/io >&3 2>/dev/null; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let peakBytes = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, residentBytes(child.pid));
  }, SAMPLE_EVERY_MS);
  const output = Promise.all([1, 2, 3].map((number) => text(child.stdio[number] as Readable)));
  const code = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('close', done),
  );
  clearInterval(sampler);
  const [stdout = '', stderr, times = ''] = await output;
  if (code === null || !codes.includes(code))
    throw new Error(`${args.join(' ')} returned ${code}\n${stdout}${stderr}`);
  return {
    wallSeconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuSeconds(times),
    peakBytes,
    readBytes: readBytes(times),
    printed: stdout,
  };
}

/** The account of the shell holds that of the programs it has waited for. */
const readBytes = (io: string): number => Number(/^rchar: (\d+)$/mu.exec(io)?.[1]);

/** The second line of `times` is of the children: `0m7.258s 0m0.533s`. */
function cpuSeconds(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/gu)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Memory of a process and all below it; of each alone its highest mark, which no sampling misses. */
function residentBytes(pid: number): number {
  const family = familyOf(pid).map(memoryOf);
  const together = family.reduce((sum, { now }) => sum + now, 0);
  return Math.max(together, ...family.map(({ highest }) => highest));
}

function familyOf(pid: number): readonly number[] {
  const children = readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function memoryOf(pid: number): { now: number; highest: number } {
  const status = readProc(`${pid}/status`);
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), highest: bytes('VmHWM') };
}

/** A process may end between being named and being asked. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
