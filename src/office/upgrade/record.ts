import { createHash } from 'node:crypto';
import type { StarterFile } from '../starter/brought.ts';

/** In a content folder: which program its files were last brought up to. Committed with the content. */
export const RECORD_NAME = '.zhangbang-program.json';

/** What a content folder knows of the program that it was last brought up to. */
export interface ProgramRecord {
  /** As package.json has it; undefined for a folder that was made before this was written down. */
  readonly version: string | undefined;
  /** Of each file that was then as the program has it, the digest, by its path. */
  readonly digests: Readonly<Record<string, string>>;
}

const NONE: ProgramRecord = { version: undefined, digests: {} };

/** One that cannot be read says as little as none. */
export function parseRecord(text: string | undefined): ProgramRecord {
  try {
    const { version, files } = JSON.parse(text ?? '{}') as { version?: unknown; files?: unknown };
    const digests = Object.entries(files ?? {}).filter(([, digest]) => typeof digest === 'string');
    return {
      version: typeof version === 'string' ? version : undefined,
      digests: Object.fromEntries(digests) as Record<string, string>,
    };
  } catch {
    return NONE;
  }
}

/** @param asBrought the files that stand in the folder as the program has them */
export const printRecord = (version: string, asBrought: readonly StarterFile[]): string => {
  const files = Object.fromEntries(asBrought.map(({ path, text }) => [path, digestOf(text)]));
  return `${JSON.stringify({ version, files }, undefined, 1)}\n`;
};

/** Of a text, whatever line ends git has given it on this machine. */
export const digestOf = (text: string): string => createHash('sha256').update(plainLines(text)).digest('hex');

/** The text with one form of line end. */
export const plainLines = (text: string): string => text.replaceAll('\r\n', '\n');
