import { Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import type { Member } from './member.ts';

/** Without workers, for this already is a thread of its own; names that lead elsewhere are to be told, not refused. */
const OPTIONS = { useWebWorkers: false, checkSignature: true, filenameValidation: 'tolerant' } as const;

/** A file in a zip holds more than the zip says. */
export class LyingSize extends Error {}

/** Stored and deflated, which every program can unpack; this one no others. */
const METHODS: readonly (number | undefined)[] = [0, 8, 9];

/** Lists what a zip holds, folders left out. Throws on one whose table of contents is missing or broken. */
export async function readZip(bytes: Uint8Array): Promise<readonly Member[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes), OPTIONS).getEntries();
  return entries.flatMap((entry) => (entry.directory ? [] : [memberOf(entry)]));
}

const memberOf = (entry: FileEntry): Member => ({
  name: nameOf(entry),
  size: entry.uncompressedSize,
  isEncrypted: entry.encrypted,
  isReadable: METHODS.includes(entry.compressionMethod),
  isLink: ((entry.unixMode ?? 0) & 0o170000) === 0o120000,
  read: () => unpacked(entry),
});

/** Chinese Windows writes names in GBK and says nothing of it. */
function nameOf({ rawFilename, filename, filenameUTF8 }: FileEntry): string {
  if (filenameUTF8) return filename;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawFilename);
  } catch {
    return new TextDecoder('gb18030').decode(rawFilename);
  }
}

async function unpacked(entry: FileEntry): Promise<Uint8Array> {
  const whole = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (at + chunk.length > whole.length) throw new LyingSize();
      whole.set(chunk, at);
      at += chunk.length;
    },
  });
  await entry.getData(sink, OPTIONS);
  return whole.subarray(0, at);
}
