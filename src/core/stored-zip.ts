import { zipSync } from 'fflate';

/** A file in a ZIP, under a path with forward slashes. */
export interface Packed {
  path: string;
  bytes: Uint8Array;
}

/**
 * A ZIP of files as they are, without compression: documents are compressed already. It is of the paths and bytes alone;
 * its files say the earliest time that a ZIP can, since the time of packing would make every build another.
 */
export const toStoredZip = (files: readonly Packed[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 0,
    // A ZIP knows no zone and the encoder takes the machine's: midnight there is the same bytes in all of them.
    mtime: new Date(1980, 0, 1),
  });
