/** Longest name of one file or folder that every common file system takes, in bytes of UTF-8. */
export const LONGEST_NAME = 255;

/** How many bytes a name takes on a disk. */
export const bytesOf = (name: string): number => new TextEncoder().encode(name).length;

/** Printable ASCII without capitals: its own key. To compose and lower each of 100,000 paths takes a tenth of a second. */
const ALREADY_KEY = /^[ -@[-~]*$/u;

/** Two names with one key are one name to a file system that ignores case, or composes characters in another way. */
export const keyOfName = (name: string): string =>
  ALREADY_KEY.test(name) ? name : name.normalize('NFKC').toLowerCase();

/** A name that Windows takes for a device, whatever its ending: nothing can be written there. */
export const isDeviceName = (name: string): boolean =>
  /^(con|prn|aux|nul|con(in|out)\$|(com|lpt)[\d¹²³])(\.|$)/iu.test(name);
