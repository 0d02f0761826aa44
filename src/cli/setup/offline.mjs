// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In a package for machines without network: for which lockfile its packages are complete. */
export const OFFLINE_MARKER = 'node_modules/.zhangbang-offline.json';

/** What the marker says of a lockfile. @param {string} lock its text */
export const offlineMarkerFor = (lock) => `${JSON.stringify({ lock: digestOf(lock) })}\n`;

/**
 * Whether a folder has the packages of a package for machines without network, and they are those of its lockfile.
 * They are fewer than npm would install: nothing that only development needs.
 * @param {string} folder
 */
export function isOffline(folder) {
  const [marker, lock] = [OFFLINE_MARKER, 'package-lock.json'].map((name) => join(folder, name));
  if (!marker || !lock || !existsSync(marker) || !existsSync(lock)) return false;
  return readFileSync(marker, 'utf8') === offlineMarkerFor(readFileSync(lock, 'utf8'));
}

/** A lockfile says the same with the line ends of Windows. @param {string} lock */
const digestOf = (lock) => createHash('sha256').update(lock.replaceAll('\r\n', '\n')).digest('hex');
