import { lstatSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PathBytes } from './saved-path.ts';

/** Something in the folder of saved pages. */
export interface Saved {
  path: PathBytes;
  /** `link`: it may lead out of the folder, so it is not followed. `unreadable`: the system would not tell. */
  kind: 'file' | 'link' | 'unreadable';
}

/**
 * Everything in a folder and the folders in it, one after the other: millions of files are never in memory together.
 * Links are told and not followed; a folder that cannot be opened is told.
 */
export async function* savedIn(root: string): AsyncGenerator<Saved> {
  const folders: PathBytes[] = [Buffer.alloc(0)];
  for (let folder = folders.pop(); folder; folder = folders.pop()) yield* inFolder(root, folder, folders);
}

async function* inFolder(root: string, folder: PathBytes, folders: PathBytes[]): AsyncGenerator<Saved> {
  let open;
  try {
    // The types of Node know texts alone; it takes and gives the bytes of names that are none.
    const as = { encoding: 'buffer' as unknown as BufferEncoding };
    open = await opendir(atRoot(root, folder) as unknown as string, as);
  } catch {
    yield { path: folder, kind: 'unreadable' };
    return;
  }
  for await (const entry of open) {
    const path = within(folder, entry.name as unknown as Buffer);
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile()) yield { path, kind: 'file' };
    else if (entry.isSymbolicLink()) yield { path, kind: 'link' };
    // Some file systems do not say in a listing what an entry is.
    else if (isUnsaid(entry) && lstatSync(atRoot(root, path)).isFile()) yield { path, kind: 'file' };
  }
}

const isUnsaid = (entry: {
  isFIFO(): boolean;
  isSocket(): boolean;
  isBlockDevice(): boolean;
  isCharacterDevice(): boolean;
}): boolean => !entry.isFIFO() && !entry.isSocket() && !entry.isBlockDevice() && !entry.isCharacterDevice();

const SLASH = Buffer.from('/');

const within = (folder: PathBytes, name: Buffer): PathBytes =>
  folder.length === 0 ? Buffer.from(name) : Buffer.concat([folder, SLASH, name]);

/** The path of the system to what lies in the folder. */
export const atRoot = (root: string, path: PathBytes): Buffer =>
  Buffer.concat([Buffer.from(join(root, '/')), path]);

const PAGE = /\.(?:s?html?|xhtml|aspx?|jspx?|php\d?|do|action|jhtml|cgi)$/iu;
const OTHER = /\.[a-z\d]{1,8}$/iu;

/**
 * Whether a saved file is a page, by its name: pages have the endings of pages, also before a query or the number that
 * `wget` puts behind a second one. A name without any ending may be a page too.
 */
export function isPageName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?<=\.\w{2,5})\.\d{1,3}$/u, '');
  if (PAGE.test(name)) return true;
  const [asked = ''] = name.split(/\?|@(?=[\w%-]+=)/u);
  return PAGE.test(asked) || !OTHER.test(name);
}

/** First bytes, in latin1, of PDF, zip, Office before 2007, pictures, rar and 7z. Packed pages are unpacked later. */
const OTHER_FORMATS = ['%PDF', 'PK\u0003\u0004', 'ÐÏ\u0011à', '\u0089PNG', 'ÿØÿ', 'GIF8', 'Rar!', '7z¼¯'];

/** Whether bytes are those of a page: an attachment or a picture was only saved under the name of one. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return !OTHER_FORMATS.some((first) => head.startsWith(first));
}
