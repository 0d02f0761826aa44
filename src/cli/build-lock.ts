import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withLock } from '../mirror/lock.ts';
import { SettingsError } from '../settings.ts';

/** Folder of the program. */
export const PROJECT = join(import.meta.dirname, '../..');

/** Between two looks at another build's lock, in milliseconds. */
const WAIT_MS = 500;

/** A quarter of an hour: three times what ten thousand announcements take. */
const MOST_WAITS = (15 * 60_000) / WAIT_MS;

/**
 * Runs while no build of this checkout does, and waits for one that is running.
 * @throws {SettingsError} when that does not come to an end
 */
export function whileNoBuild<T>(run: () => Promise<T>): Promise<T> {
  mkdirSync(join(PROJECT, '.cache'), { recursive: true });
  const lock = join(PROJECT, '.cache/build.lock');
  let waits = 0;
  const wait = async (): Promise<void> => {
    if (waits === 0) console.log(`另一次生成还没有结束，等它结束再开始……（${lock}）`);
    if (waits >= MOST_WAITS)
      throw new SettingsError(
        `另一次生成一直没有结束，这一次没有做任何事。确定没有别的生成在进行，就删去 ${lock} 再运行一次。`,
      );
    waits += 1;
    await pause(WAIT_MS);
  };
  return withLock(lock, run, wait);
}
