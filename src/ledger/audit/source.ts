import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A finished site, in a folder or at an address. */
export interface Source {
  /** Bytes of a file of the site; undefined where there is none. @throws {Unreachable} */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Ids of the announcements that have data; undefined where nobody can list them. */
  readonly ids: () => readonly string[] | undefined;
  /** How many files may be asked for at a time. */
  readonly atOnce: number;
}

/** The site does not answer. The message is for the person who asked. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const folderSource = (folder: string): Source => ({
  read: (path) => Promise.resolve(bytesOf(join(folder, path))),
  ids: () => jsonIn(join(folder, 'announcements')),
  atOnce: 1,
});

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw cause;
  }
}

function jsonIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).flatMap((name) => /^(.+)\.json$/u.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** Longest silence of a server, in milliseconds. */
const PATIENCE = 30_000;

/** @param address of the home page, with a slash at the end */
export const webSource = (address: URL): Source => ({
  read: async (path) => {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/'), address);
    const response = await answerOf(url);
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) throw new Unreachable(`${url.href} 回答了 ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  ids: () => undefined,
  atOnce: 8,
});

async function answerOf(url: URL): Promise<Response> {
  try {
    // A server that compresses says the length of what it sends, and a proxy may have old bytes.
    const headers = { 'Accept-Encoding': 'identity', 'Cache-Control': 'no-cache' };
    return await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    throw new Unreachable(`连不上 ${url.origin}`, { cause });
  }
}
