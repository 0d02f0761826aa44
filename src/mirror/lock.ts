import { createHash } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { codeOf } from './failure.ts';
import { removed, rename } from '../patience.ts';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the machine and of the process, which tell a process from a later one of its number (Linux). */
  readonly life: string;
  /** Digest of the machine's own id, which it keeps when it is renamed; empty where it has none. */
  readonly machine: string;
  /** Where process numbers are those of the holder: containers of one machine number theirs each for itself. */
  readonly numbers: string;
}

/**
 * Longest that a holder may give no sign of life, in milliseconds: what zhangbang-mirror.service lets a run take. It
 * gives one every minute.
 */
export const LONGEST_SILENCE = 30 * 60_000;

const SIGN_EVERY = 60_000;

/** Whether the lock is still the holder's own. */
export type IsHeld = () => boolean;

/**
 * Runs while nobody else does. A lock whose holder has died, that is from before the machine was last started, or whose
 * holder has been silent for half an hour, is taken over, under whatever name of a machine it was left. While another
 * holds it `busy` is called: it waits, and the lock is tried again, or it throws. `run` may ask whether it is still the
 * holder: a process that was stopped for longer than that is not.
 */
export async function withLock<T>(
  file: string,
  run: (isHeld: IsHeld) => Promise<T>,
  busy: () => Promise<void>,
): Promise<T> {
  const own = JSON.stringify(holder(process.pid));
  while (!isTaken(file, own)) await busy();
  const isHeld: IsHeld = () => readText(file) === own;
  const signs = setInterval(() => giveSign(file, isHeld), SIGN_EVERY).unref();
  try {
    return await run(isHeld);
  } finally {
    clearInterval(signs);
    if (isHeld()) removed(file);
  }
}

function giveSign(file: string, isHeld: IsHeld): void {
  try {
    const now = new Date();
    if (isHeld()) utimesSync(file, now, now);
  } catch {
    // A full or broken disk is told by the run itself.
    return;
  }
}

function isTaken(file: string, own: string): boolean {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (isCreated(file, own)) return true;
    const text = readText(file);
    if (text !== undefined && isAlive(text, file)) return false;
    if (text !== undefined) putAside(file, text);
  }
  return false;
}

/** Makes the file together with its text, so that nobody reads one without; false where there is one. */
function isCreated(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.new`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links, such as that of a stick.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(codeOf(error)))) throw error;
  } finally {
    removed(draft);
  }
  return isWritten(file, text);
}

/** False where there is one. */
function isWritten(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two may find the same lock stale: whoever has moved away another's fresh one puts it back. */
function putAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const text = readText(aside);
    if (text !== undefined && text !== stale) isCreated(file, text);
  } finally {
    removed(aside);
  }
}

/** A lock that was cut short by a power cut has no holder. */
function isAlive(text: string, file: string): boolean {
  let held: Partial<Holder>;
  try {
    held = JSON.parse(text) as Partial<Holder>;
  } catch {
    return false;
  }
  const here = holder(process.pid);
  const [boot, begun] = String(held.life).split('/');
  const [bootHere] = here.life.split('/');
  const isThisMachine =
    held.machine && here.machine ? held.machine === here.machine : held.host === here.host;
  if (isThisMachine && boot !== bootHere) return false;
  const silence = silenceOf(file);
  const isNumberedHere =
    boot && held.numbers !== undefined ? boot === bootHere && held.numbers === here.numbers : isThisMachine;
  if (!isNumberedHere) return silence < LONGEST_SILENCE;
  if (typeof held.pid !== 'number' || !isRunning(held.pid)) return false;
  if (held.life !== holder(held.pid).life) return false;
  // A clock that was set meanwhile makes no run longer than it is.
  return Math.min(silence, ageOf(begun)) < LONGEST_SILENCE;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Milliseconds since the last sign of life; one of the future is as far off. */
function silenceOf(file: string): number {
  try {
    return Math.abs(Date.now() - statSync(file).mtimeMs);
  } catch {
    return 0;
  }
}

/** Milliseconds since a process began, counted as Linux does in hundredths of a second since the machine's start. */
const ageOf = (begun: string | undefined): number =>
  begun ? uptime() * 1000 - Number(begun) * 10 : Infinity;

function holder(pid: number): Holder {
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim();
  // The 22nd field, counted from behind the name, which may hold spaces: when the process began.
  const begun = readText(`/proc/${pid}/stat`)?.replace(/^.*\)/su, '').trim().split(' ')[19];
  const machine = readText('/etc/machine-id')?.trim();
  return {
    pid,
    host: hostname(),
    life: `${boot ?? ''}/${begun ?? ''}`,
    machine: machine ? createHash('sha256').update(machine).digest('hex').slice(0, 16) : '',
    numbers: linkOf('/proc/self/ns/pid'),
  };
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
