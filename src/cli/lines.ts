import { join } from 'node:path';
import { otherThanText } from '../core/corpus/encoding.ts';
import { readRegular } from '../core/corpus/regular-file.ts';
import { LARGEST_FILE } from '../core/corpus/front-matter.ts';

/** Gives lines of the files of a folder, reading each file once; none of what is no text. */
export function lineReader(contentDir: string): (file: string, line: number) => string | undefined {
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    if (!lines.has(file)) lines.set(file, linesOf(join(contentDir, file)));
    return lines.get(file)![line - 1];
  };
}

function linesOf(path: string): readonly string[] {
  const read = readRegular(path, LARGEST_FILE);
  if (!('bytes' in read) || read.bytes.includes(0) || otherThanText(read.bytes) !== undefined) return [];
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes).split(/\r\n?|\n/u);
  } catch {
    return [];
  }
}
