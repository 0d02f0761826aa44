import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MirrorError } from './failure.ts';
import { LARGEST_MANIFEST, manifestName, signatureName, type Entry } from './manifest.ts';
import type { Source } from './source.ts';

/*
 * A release as one file, for sticks: FAT and exFAT have no links, no case, and trouble with long names. The format is
 * POSIX ustar with pax records for what it cannot hold, so that `tar` reads it too.
 */

const BLOCK = 512;

/** The blocks before the bytes of a file, and the fill behind them. @param mode rights, as Unix has them */
export function headerOf(path: string, bytes: number, seconds: number, mode = 0o644): Buffer {
  const name = Buffer.from(path);
  const isPlain = name.length <= 100 && !/[^\x20-\x7e]/u.test(path) && bytes < 8 ** 11;
  if (isPlain) return block(name, bytes, seconds, '0', mode);
  const records = Buffer.from(`${record('path', path)}${record('size', String(bytes))}`);
  const pax = block(Buffer.from('PaxHeader'), records.length, seconds, 'x', 0o644);
  return Buffer.concat([
    pax,
    records,
    fillAfter(records.length),
    block(name.subarray(0, 100), Math.min(bytes, 8 ** 11 - 1), seconds, '0', mode),
  ]);
}

export const fillAfter = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);

/** The end of an archive. */
export const END = Buffer.alloc(2 * BLOCK);

interface Member {
  readonly at: number;
  readonly bytes: number;
}

/** An archive that lies open. */
export interface Tar {
  readonly paths: ReadonlySet<string>;
  /** Length of a file that is in it, in bytes. */
  readonly bytesOf: (path: string) => number;
  /** The bytes of a file that is in it, in pieces. */
  readonly read: (path: string) => Generator<Uint8Array>;
  readonly close: () => void;
}

/**
 * Opens an archive that is not packed further. Its headers are read at once, its files where they lie.
 * @param refuse gets what is wrong, to go behind the name of the archive, and throws
 */
export function openTar(file: string, refuse: (why: string) => never): Tar {
  const handle = openSync(file, 'r');
  let members: ReadonlyMap<string, Member>;
  try {
    members = readMembers(handle, refuse);
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  return {
    paths: new Set(members.keys()),
    bytesOf: (path) => members.get(path)!.bytes,
    *read(path) {
      const { at, bytes } = members.get(path)!;
      for (let done = 0; done < bytes;) {
        const chunk = Buffer.alloc(Math.min(2 ** 18, bytes - done));
        const got = readSync(handle, chunk, 0, chunk.length, at + done);
        if (got === 0) return;
        done += got;
        yield chunk.subarray(0, got);
      }
    },
    close: () => closeSync(handle),
  };
}

/**
 * An archive that `pack` has written.
 * @throws {MirrorError} untrusted when it is cut short, or holds anything but files
 */
export function tarSource(file: string): Source {
  const refuse = (why: string): never => {
    throw new MirrorError(
      'untrusted',
      `${file} ${why}，没有采用。请重新打包、重新拷贝一次，拔下 U 盘以前先“安全弹出”。`,
    );
  };
  const tar = openTar(file, refuse);
  const small = (path: string, largest: number): Buffer | undefined => {
    if (!tar.paths.has(path)) return undefined;
    return tar.bytesOf(path) > largest ? refuse('里的文件清单太大') : Buffer.concat([...tar.read(path)]);
  };
  return {
    name: file,
    isOnline: false,
    width: 1,
    offer(part) {
      const bytes = small(manifestName(part), LARGEST_MANIFEST) ?? refuse(`里没有 ${manifestName(part)}`);
      return Promise.resolve({ bytes, signature: small(signatureName(part), BLOCK * 8) });
    },
    async *read({ path }: Entry) {
      if (!tar.paths.has(path))
        throw new MirrorError(
          'untrusted',
          `${file} 里缺少清单所列的 ${path}，没有采用。请重新打包、重新拷贝一次。`,
        );
      yield* tar.read(path);
    },
    close: tar.close,
  };
}

function readMembers(handle: number, refuse: (why: string) => never): ReadonlyMap<string, Member> {
  const { size } = fstatSync(handle);
  const members = new Map<string, Member>();
  let long: { path?: string; size?: number } = {};
  for (let at = 0; ;) {
    const header = Buffer.alloc(BLOCK);
    if (readSync(handle, header, 0, BLOCK, at) < BLOCK) return refuse('没有拷贝完整');
    if (header.every((byte) => byte === 0)) return members;
    if (octal(header, 148, 8) !== checksum(header)) return refuse('坏了，或不是这个程序打的包');
    const bytes = long.size ?? octal(header, 124, 12);
    const kind = String.fromCharCode(header[156]!);
    if (!Number.isSafeInteger(bytes) || bytes < 0) return refuse('坏了：文件的长度不是数');
    const begin = at + BLOCK;
    at = begin + bytes + fillAfter(bytes).length;
    if (at > size) return refuse('没有拷贝完整');
    if (kind === 'x' && bytes <= 64 * 1024) {
      const records = Buffer.alloc(bytes);
      readSync(handle, records, 0, bytes, begin);
      long = parseRecords(records);
      continue;
    }
    if (kind !== '0') return refuse('里有不是普通文件的东西');
    const path = long.path ?? text(header, 0, 100);
    if (members.has(path)) return refuse(`里 ${path} 出现了两次`);
    members.set(path, { at: begin, bytes });
    long = {};
  }
}

function block(name: Buffer, bytes: number, seconds: number, kind: string, mode: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const number = (value: number, at: number, width: number): void =>
    void header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
  name.copy(header, 0);
  number(mode, 100, 8);
  number(0, 108, 8);
  number(0, 116, 8);
  number(bytes, 124, 12);
  number(seconds, 136, 12);
  header.write(kind, 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** The sum of all bytes of a header, its own place taken for spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 32;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i]!;
  return sum;
}

const text = (header: Buffer, at: number, width: number): string =>
  header
    .subarray(at, at + width)
    .toString('utf8')
    .replace(/\0.*$/su, '');

const octal = (header: Buffer, at: number, width: number): number =>
  Number.parseInt(text(header, at, width).trim() || '0', 8);

/** `19 path=目录/文件\n`: the length in bytes counts itself. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length += 1;
  return `${length} ${key}=${value}\n`;
}

function parseRecords(bytes: Buffer): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {};
  for (const [, key, value] of bytes.toString('utf8').matchAll(/^\d+ (\w+)=(.*)$/gmu)) {
    if (key === 'path') found.path = value!;
    if (key === 'size') found.size = Number(value);
  }
  return found;
}
