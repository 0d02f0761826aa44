import { closeSync, createWriteStream, openSync, readFileSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Zip, ZipDeflate } from 'fflate';
import { END, fillAfter, headerOf } from '../../mirror/tar.ts';
import { removed, rename } from '../../patience.ts';
import type { PackedFile } from './contents.ts';

/**
 * Packs files below one folder: a zip, or a tar by gzip, as the name ends. It is there whole or not at all. The time of
 * packing is not in it.
 * @param folder in which all of them are when it is unpacked
 */
export async function pack(out: string, folder: string, files: readonly PackedFile[]): Promise<void> {
  const draft = `${out}.part`;
  const named = files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  try {
    await (out.endsWith('.zip') ? writeZip(draft, named) : writeTar(draft, named));
    rename(draft, out);
  } catch (error) {
    removed(draft);
    throw error;
  }
}

const bytesOf = ({ from }: PackedFile): Buffer => (typeof from === 'string' ? readFileSync(from) : from);

function writeTar(draft: string, files: readonly PackedFile[]): Promise<void> {
  return pipeline(Readable.from(blocksOf(files)), createGzip(), createWriteStream(draft));
}

function* blocksOf(files: readonly PackedFile[]): Generator<Buffer> {
  for (const file of files) {
    const bytes = bytesOf(file);
    yield headerOf(file.path, bytes.length, 0, file.mode);
    if (bytes.length > 0) yield bytes;
    yield fillAfter(bytes.length);
  }
  yield END;
}

function writeZip(draft: string, files: readonly PackedFile[]): Promise<void> {
  const out = openSync(draft, 'w');
  return new Promise<void>((done, fail) => {
    const zip = new Zip((error, chunk, isLast) => {
      if (error) return fail(error);
      writeSync(out, chunk);
      if (isLast) done();
    });
    for (const file of files) {
      const entry = new ZipDeflate(file.path);
      // The earliest time that a zip knows. Rights stand where Unix (3) keeps them.
      Object.assign(entry, { mtime: new Date(1980, 0, 1), os: 3, attrs: (0o100000 | file.mode) * 0x10000 });
      zip.add(entry);
      entry.push(bytesOf(file), true);
    }
    zip.end();
  }).finally(() => closeSync(out));
}
