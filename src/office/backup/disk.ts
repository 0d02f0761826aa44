import { closeSync, openSync, writeSync } from 'node:fs';
import { realDisk, type Disk } from '../../mirror/disk.ts';

/** A backup holds what nobody has published yet: it is readable by whoever made it alone. */
const OWN_FILE = 0o600;

/** The disk, where new files are their maker's alone. */
export const ownDisk: Disk = {
  ...realDisk,
  create(path) {
    const file = openSync(path, 'wx', OWN_FILE);
    return {
      add(bytes) {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      },
      close: () => closeSync(file),
    };
  },
};
