import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './failure.ts';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one of the same number, where the system tells (Linux). */
  readonly life: string;
}

/**
 * Runs while nobody else does. A lock whose holder has died, or that is from before the machine was last started, is
 * taken over. While another holds it `busy` is called: it waits, and the lock is tried again, or it throws.
 */
export async function withLock<T>(
  file: string,
  run: () => Promise<T>,
  busy: () => Promise<void>,
): Promise<T> {
  while (!isTaken(file)) await busy();
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function isTaken(file: string): boolean {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (isCreated(file)) return true;
    const text = readText(file);
    if (text !== undefined && isAlive(text)) return false;
    if (text !== undefined) putAside(file, text);
  }
  return false;
}

/** Makes the file together with its text, so that nobody reads one without; false where there is one. */
function isCreated(file: string): boolean {
  const draft = `${file}.${process.pid}.new`;
  const text = JSON.stringify(holder(process.pid));
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links, such as that of a stick.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(codeOf(error)))) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
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
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (readText(aside) !== stale) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A lock that was cut short by a power cut has no holder. */
function isAlive(text: string): boolean {
  let held: Partial<Holder>;
  try {
    held = JSON.parse(text) as Partial<Holder>;
  } catch {
    return false;
  }
  if (held.host !== hostname()) return true;
  if (typeof held.pid !== 'number') return false;
  try {
    process.kill(held.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return held.life === holder(held.pid).life;
}

function holder(pid: number): Holder {
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim();
  // The 22nd field, counted from behind the name, which may hold spaces: when the process began.
  const begun = readText(`/proc/${pid}/stat`)?.replace(/^.*\)/su, '').trim().split(' ')[19];
  return { pid, host: hostname(), life: `${boot ?? ''}/${begun ?? ''}` };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
