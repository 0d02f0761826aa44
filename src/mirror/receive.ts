import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import type { Entry } from './manifest.ts';
import type { Place } from './place.ts';
import type { Source } from './source.ts';

/** Kept free for the system beside what a release needs, in bytes. */
const MARGIN = 16 * 2 ** 20;

/**
 * Brings files from a source into the staging folder, each under its name only when its bytes were the right ones.
 * @throws {MirrorError} when one cannot be had; those that came stay
 */
export async function receive(
  place: Place,
  source: Source,
  entries: readonly Entry[],
  disk: Disk,
): Promise<void> {
  disk.remove(place.parts);
  if (entries.length === 0) return;
  requireRoom(place, entries, disk);
  disk.makeFolder(place.parts);
  const queue = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue)
      await receiveOne(
        source,
        entry,
        join(place.parts, String(index)),
        join(place.staging, entry.path),
        disk,
      );
  };
  // All come to their end before the first failure is told: nothing may be written after that.
  const ended = await Promise.allSettled(Array.from({ length: source.width }, worker));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  disk.remove(place.parts);
}

function requireRoom(place: Place, entries: readonly Entry[], disk: Disk): void {
  const needed = entries.reduce((sum, { bytes }) => sum + bytes, 0) + MARGIN;
  const free = disk.free(place.folder);
  if (free < needed)
    throw new MirrorError(
      'disk',
      `磁盘空间不够：还要 ${toMiB(needed)}，只剩 ${toMiB(free)}。原来的版本没有改动。请删去不用的文件再运行一次。`,
    );
}

const toMiB = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

async function receiveOne(
  source: Source,
  entry: Entry,
  part: string,
  target: string,
  disk: Disk,
): Promise<void> {
  const digest = createHash('sha256');
  let length = 0;
  const file = disk.create(part);
  try {
    for await (const chunk of source.read(entry)) {
      length += chunk.length;
      if (length > entry.bytes) break;
      digest.update(chunk);
      file.add(chunk);
    }
  } finally {
    file.close();
  }
  if (length !== entry.bytes || digest.digest('hex') !== entry.sha256) {
    disk.remove(part);
    throw new MirrorError(
      'untrusted',
      `从 ${source.name} 取来的 ${entry.path} 与清单不符（可能没有传完，或在路上被改过），没有采用。原来的版本没有改动。请再运行一次；总是这样，请在来源重新运行 npm run mirror -- pack。`,
    );
  }
  disk.rename(part, target);
}
