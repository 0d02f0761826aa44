import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { addressFrom, isOneSite, type Standing } from './addresses.ts';
import { atRoot } from './listing.ts';
import { toGbk, type PathBytes } from './saved-path.ts';

/** A file that a page names, found among those that were saved with it; or why it is not to be had. */
export type Located =
  | { path: PathBytes; address: string; trouble?: undefined }
  | { trouble: 'elsewhere' | 'missing' | 'outside' | 'not-web'; address: string; path?: undefined };

/**
 * Looks for the file that an address of a page means, in every spelling under which `wget` or a server may have it.
 * What is found is a plain file of the folder: no link and nothing outside is ever followed.
 */
export function locate(root: string, standing: Standing, written: string, site: string | undefined): Located {
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/iu.test(written.trim())) return { trouble: 'outside', address: written };
  const url = addressFrom(standing, written.replaceAll('\\', '/'));
  if (!url) return { trouble: 'not-web', address: written };
  const { host, address } = url;
  const own = standing.host ?? site;
  const bases = basesOf(standing, host);
  let isLink = false;
  for (const path of bases.flatMap((base) =>
    spellingsOf(address).map((one) => Buffer.concat([Buffer.from(base), one])),
  )) {
    const kind = kindWithin(root, path);
    if (kind === 'file') return { path, address };
    isLink ||= kind === 'link';
  }
  if (isLink) return { trouble: 'outside', address };
  return { trouble: isOneSite(host, own) ? 'missing' : 'elsewhere', address };
}

/** The folders in which files of a host may lie: its own, and where no folder is named like a host, the root. */
const basesOf = ({ base, host: own }: Standing, host: string | undefined): readonly string[] =>
  base === ''
    ? host === undefined
      ? ['']
      : ['', `${host}/`]
    : [
        ...new Set([
          ...(host === undefined ? [] : [`${host}/`, `${host.replace(':', '+')}/`]),
          ...(host === undefined || isOneSite(host, own) ? [base] : []),
        ]),
      ];

/** The bytes that a name in an address may have on a disk. */
function spellingsOf(address: string): readonly PathBytes[] {
  const [path = '', query] = cut(address.slice(1));
  const asked = query === undefined ? [path] : [`${path}?${query}`, `${path}@${query}`, path];
  const bytes = asked.flatMap((one) => {
    const plain = percentDecoded(one);
    const text = textOf(plain);
    const inGbk = text === undefined ? undefined : toGbk(text);
    return [
      plain,
      Buffer.from(one, 'utf8'),
      escapedByWget(plain),
      ...(inGbk ? [inGbk, escapedByWget(inGbk)] : []),
    ];
  });
  const seen = new Set<string>();
  return bytes.filter((one) => {
    const key = one.toString('latin1');
    if (seen.has(key) || !isSafe(key)) return false;
    seen.add(key);
    return true;
  });
}

function cut(address: string): readonly [string, string?] {
  const at = address.indexOf('?');
  return at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)];
}

/** No way up, no absolute path, nothing that some system takes for one. */
const isSafe = (path: string): boolean =>
  !/[\0\\]/u.test(path) && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');

function percentDecoded(text: string): PathBytes {
  const parts = text.split(/%([\da-f]{2})/iu);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part, 'hex') : Buffer.from(part, 'utf8'))),
  );
}

function textOf(bytes: PathBytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `wget` on Unix writes the bytes of the second control range in percent codes and leaves the others as they are. */
const escapedByWget = (bytes: PathBytes): PathBytes =>
  Buffer.concat(
    [...bytes].map((byte) =>
      byte >= 0x80 && byte <= 0x9f ? Buffer.from(`%${byte.toString(16).toUpperCase()}`) : Buffer.of(byte),
    ),
  );

/** What lies at a path of the folder; a link anywhere on the way is a link. */
function kindWithin(root: string, path: PathBytes): 'file' | 'link' | 'none' {
  for (let end = path.indexOf(0x2f); ; end = path.indexOf(0x2f, end + 1)) {
    const whole = end < 0;
    const stat = statOf(atRoot(root, whole ? path : path.subarray(0, end)));
    if (!stat) return 'none';
    if (stat.isSymbolicLink()) return 'link';
    if (whole) return stat.isFile() ? 'file' : 'none';
    if (!stat.isDirectory()) return 'none';
  }
}

function statOf(path: Buffer): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Bytes of a plain file of the folder of no more than so many; what is no plain file is not opened. */
export function readSaved(
  root: string,
  path: PathBytes,
  most: number,
): { bytes: Buffer; modified: number } | { trouble: 'unreadable' | 'too-large'; size: number } {
  let descriptor: number | undefined;
  try {
    // A pipe in a file's place is not waited for, a link not followed. Windows has neither flag.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
    descriptor = openSync(atRoot(root, path), flags);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { trouble: 'unreadable', size: 0 };
    if (stat.size > most) return { trouble: 'too-large', size: stat.size };
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return { bytes: bytes.subarray(0, length), modified: stat.mtimeMs };
  } catch {
    return { trouble: 'unreadable', size: 0 };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
