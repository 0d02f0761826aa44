import type { Headers } from './headers.ts';

/** A file as the far end lists it. */
export interface Found {
  /** From the root of the site, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** 32 hexadecimal digits; nothing where the far end tells none. */
  readonly md5: string | undefined;
  /** By the far end's clock, in milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** How far a step has come, in files and bytes. */
export interface Sent {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Storage that takes a site file by file. A file that is being sent takes its name when it is whole, as an object
 * storage does it. Every call throws {@link DeployError}.
 */
export interface FarEnd {
  /** The longest that what sends files outlives a process of ours that was killed, in milliseconds. */
  readonly outlivesMs: number;
  /** The files directly in a folder and the folders in it, which have a slash behind them; nothing where there is none. */
  list(folder: string): Promise<readonly Found[]>;
  /** All files, with their MD5 where the far end has it at hand. */
  listAll(): Promise<readonly Found[]>;
  /** Brings those of the files that are there into a folder. */
  fetch(paths: readonly string[], to: string): Promise<void>;
  /** Sends files of a folder under their own paths, in any order, and takes the place of what lies there. */
  send(from: string, paths: readonly string[], headers: Headers, told?: (sent: Sent) => void): Promise<void>;
  /** Removes files, in any order; one that is not there is no fault. */
  remove(paths: readonly string[]): Promise<void>;
}
