import { renameSync, rmdirSync, rmSync } from 'node:fs';

/**
 * Between two tries, in milliseconds: 6 s in all. A virus scanner lets go of a new file within a second as a rule; who
 * reads a page from a server, within a few. Longer than this a person would take the program for stuck.
 */
export const PAUSES_MS = [20, 50, 100, 200, 400, 800, 1500, 3000] as const;

/** What Windows answers while another program has a file or a folder open; ENOTEMPTY while a file is still going. */
const HELD: ReadonlySet<unknown> = new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY']);

/** The system the program runs on, and how it waits. */
interface Patience {
  readonly platform: NodeJS.Platform;
  readonly wait: (milliseconds: number) => void;
}

const HERE: Patience = {
  platform: process.platform,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

/**
 * Does something to a file, again and again while another program holds it. Elsewhere than on Windows an open file can
 * be renamed and removed, and the same errors mean rights: there nothing is tried twice.
 * @throws what the last try threw
 */
export function patiently<T>(act: () => T, { platform, wait }: Patience = HERE): T {
  for (const pause of PAUSES_MS) {
    try {
      return act();
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      wait(pause);
    }
  }
  return act();
}

/** Renames a file or a folder, also over an open file. */
export const rename = (from: string, to: string, patience?: Patience): void =>
  patiently(() => renameSync(from, to), patience);

/** Removes a file or a whole folder; nothing where nothing is. */
export const remove = (path: string, patience?: Patience): void =>
  patiently(() => rmSync(path, { recursive: true, force: true }), patience);

/** Removes an empty folder. @throws where it holds anything */
export const removeEmpty = (folder: string, patience?: Patience): void =>
  patiently(() => rmdirSync(folder), patience);

/** Removes what is of no use any more: whether it is gone. What it was needed for must not fail because of it. */
export function removed(path: string, act: (path: string) => void = remove): boolean {
  try {
    act(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether an error may come from another program that has the file open. */
export const isHeld = (error: unknown, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' && error instanceof Error && 'code' in error && HELD.has(error.code);

/** Who may hold a file or a folder, for the person at the machine. */
export const HOLDERS =
  '正在运行的 npm run serve 或网站服务器、打开着这个文件夹的资源管理器或命令行窗口、正在查毒的杀毒软件、正在同步的网盘';
