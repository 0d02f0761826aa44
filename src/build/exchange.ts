import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole, type Disk } from '../mirror/disk.ts';

/** What an incremental build changes in a site that is served. */
interface Exchange {
  /** Names the release that comes of it; see `Outputs.release`. */
  readonly release: string;
  /** Files that take their places, in this order. */
  readonly puts: readonly string[];
  /** Files that go, when those are in their places. */
  readonly removals: readonly string[];
}

/**
 * The folder beside the site in which changed files wait, and its list of what to do with them. Until the list is
 * called to be carried out, dropping the folder drops the change; from then on it is carried out to the end, by the
 * next run where this one is broken off.
 */
const FILES = 'files';
const PREPARED = 'exchange.json';
const UNDER_WAY = 'exchange-under-way.json';

/** The names in the folder, by which a later run knows it as one of ours. */
export const EXCHANGE_NAMES: readonly string[] = [FILES, PREPARED, UNDER_WAY];

/** Where the files of a change are written. */
export const filesOfExchange = (staging: string): string => join(staging, FILES);

/** Writes down what is to be done; all of it outlives a power cut when this returns. */
export function prepare(staging: string, exchange: Exchange, disk: Disk): void {
  writeWhole(disk, join(staging, PREPARED), JSON.stringify(exchange));
  disk.flush(staging);
}

/** Carries out what was prepared. The site is whole at every moment: what is pointed to is there before what points to it. */
export function carryOut(staging: string, site: string, disk: Disk): void {
  disk.rename(join(staging, PREPARED), join(staging, UNDER_WAY));
  disk.flush(staging);
  finish(staging, site, disk);
}

/**
 * Brings to its end what an earlier run was broken off in, where it had begun to change the site or its release is
 * known already.
 * @param isKnown whether the release is the one that the state knows
 * @returns whether the site was changed
 */
export function settle(
  staging: string,
  site: string,
  isKnown: (release: string) => boolean,
  disk: Disk,
): boolean {
  if (isUnderWay(staging)) finish(staging, site, disk);
  else if (existsSync(join(staging, PREPARED)) && isKnown(readExchange(staging, PREPARED).release))
    carryOut(staging, site, disk);
  else return false;
  return true;
}

/** Whether a site is being changed, so that the folder must not be dropped. */
export const isUnderWay = (staging: string): boolean => existsSync(join(staging, UNDER_WAY));

/** Each step may have been done before. */
function finish(staging: string, site: string, disk: Disk): void {
  const { puts, removals } = readExchange(staging, UNDER_WAY);
  for (const path of puts) {
    const waiting = join(staging, FILES, path);
    if (!existsSync(waiting)) continue;
    disk.makeFolder(dirname(join(site, path)));
    disk.rename(waiting, join(site, path));
  }
  for (const path of removals) removeWithFolders(site, path, disk);
  disk.flush(site);
  disk.remove(join(staging, UNDER_WAY));
}

const readExchange = (staging: string, name: string): Exchange =>
  JSON.parse(readFileSync(join(staging, name), 'utf8')) as Exchange;

/** A folder in which nothing is left would make an address that answers. */
function removeWithFolders(site: string, path: string, disk: Disk): void {
  disk.remove(join(site, path));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (existsSync(join(site, folder)) && readdirSync(join(site, folder)).length > 0) return;
    disk.remove(join(site, folder));
  }
}
