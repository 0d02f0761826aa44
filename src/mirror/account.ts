import { setTimeout as pause } from 'node:timers/promises';
import { writeWhole, type Disk } from './disk.ts';
import { withLock } from './lock.ts';
import { readStatus, type Place, type Status } from './place.ts';

/** Between two looks at a status that another writes, in milliseconds; and how many: five seconds in all. */
const WAIT_MS = 20;
const MOST_WAITS = 250;

/**
 * Changes the account of a mirror. A run that works and one that finds it at work may both write it: each change is
 * made to what the other left. A file that is never let go is written all the same.
 * @throws errors of the file system
 */
export async function amend(place: Place, disk: Disk, change: (before: Status) => Status): Promise<Status> {
  const write = (): Promise<Status> => {
    const after = change(readStatus(place));
    writeWhole(disk, place.status, `${JSON.stringify(after, undefined, 2)}\n`);
    return Promise.resolve(after);
  };
  let waits = 0;
  const wait = async (): Promise<void> => {
    waits += 1;
    if (waits > MOST_WAITS) throw new Waited();
    await pause(WAIT_MS);
  };
  return withLock(`${place.lock}.status`, write, wait).catch((error: unknown) => {
    if (error instanceof Waited) return write();
    throw error;
  });
}

class Waited extends Error {}
