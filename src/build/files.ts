import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { IGNORED, ORIGINALS, type Listing } from '../core/corpus/content-folder.ts';
import { digestFile } from '../core/corpus/digest.ts';
import { kindAt, type Kind } from '../core/corpus/regular-file.ts';
import { fromStored, toStored } from './encoding.ts';
import type { State } from './state.ts';

/** Folders that are looked into, and how many levels of folders below each may hold something. */
const DEPTHS: Readonly<Record<string, number>> = { announcements: 3, disclosure: 2, [ORIGINALS]: 1 };

/**
 * What lies in the content folder at one moment: by each folder a text with a line for each name, sorted. Two texts that
 * are equal tell of the same files, whatever is in them.
 */
type Scan = ReadonlyMap<string, string>;

/** Farthest that the times of two changes may be apart and read the same: FAT counts by two seconds. */
const TICK = 2000;

/** The moment, in milliseconds since 1970, before which a file that is not changed now was changed for the last time. */
export const lastSettled = (): number => performance.timeOrigin + performance.now() - TICK;

/** What stands in a folder that cannot be listed: the code that Node gives. */
const REFUSED = '!';

/**
 * Looks at every file once, without reading any: 110,000 take 0.6 s. A file that was changed after `settled`, in
 * milliseconds since 1970, may be changed once more within the same tick of the clock, so its line never equals another.
 */
export function scanContent(root: string, settled: number): Scan {
  const scan = new Map<string, string>();
  const walk = (folder: string, depth: number): void => {
    const names = namesIn(join(root, folder));
    if (typeof names === 'string') {
      scan.set(folder, names);
      return;
    }
    const lines: string[] = [];
    for (const entry of names) {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) lines.push(lineOf(entry.name, lstat(`${root}/${path}`), settled));
      else {
        lines.push(`folder\t${escaped(entry.name)}`);
        if (depth > 0 && entry.name !== '.git') walk(path, depth - 1);
      }
    }
    scan.set(folder, lines.join('\n'));
  };
  for (const [folder, depth] of Object.entries(DEPTHS)) walk(folder, depth);
  return scan;
}

/** Sorted; the refusal where the folder cannot be listed. One that is not there has nothing in it. */
function namesIn(path: string): readonly Dirent[] | string {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => name === '.git' || !IGNORED.test(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    return `${REFUSED}${(cause as NodeJS.ErrnoException).code ?? ''}`;
  }
}

function lstat(path: string): Stats | Kind {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? 'missing';
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

let unsettled = 0;

function lineOf(name: string, stat: Stats | Kind, settled: number): string {
  if (typeof stat === 'string') return `${stat}\t${escaped(name)}`;
  const kind = stat.isFile()
    ? 'file'
    : stat.isSymbolicLink()
      ? 'link'
      : stat.isDirectory()
        ? 'folder'
        : 'special';
  if (kind !== 'file') return `${kind}\t${escaped(name)}`;
  const { size, mtimeMs, ctimeMs, ino } = stat;
  const isSettled = mtimeMs < settled && ctimeMs < settled;
  const mark = isSettled ? '' : ` ${process.pid}-${performance.now()}-${(unsettled += 1)}`;
  return `file\t${escaped(name)}\t${size} ${mtimeMs} ${ctimeMs} ${ino}${mark}`;
}

const escaped = (name: string): string =>
  /[\t\n\\]/u.test(name) ? name.replace(/[\t\n\\]/gu, (char) => `\\${char.charCodeAt(0)};`) : name;

const unescaped = (name: string): string =>
  name.replace(/\\(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));

/** The lines of a folder by their names. */
function linesIn(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined || text === '' || text.startsWith(REFUSED)) return new Map();
  return new Map(
    text.split('\n').map((line) => {
      const [, name = ''] = line.split('\t', 2);
      return [name.includes('\\') ? unescaped(name) : name, line];
    }),
  );
}

const kindOf = (line: string | undefined): Kind =>
  line === undefined ? 'missing' : (line.slice(0, line.indexOf('\t')) as Kind);

/** See `scanContent`: the times of one that is not are followed by a mark. */
const isSettled = (line: string): boolean => line.slice(line.lastIndexOf('\t')).split(' ').length === 4;

/** What was scanned below a root, as the content folder asks for it: nothing is looked at a second time. */
export function listingOf(root: string, scan: Scan): Listing {
  const folders = new Map<string, ReadonlyMap<string, string>>();
  const linesOf = (folder: string): ReadonlyMap<string, string> => {
    const known = folders.get(folder) ?? linesIn(scan.get(folder));
    folders.set(folder, known);
    return known;
  };
  return {
    names: (folder) => {
      const text = scan.get(folder);
      if (text?.startsWith(REFUSED)) throw Object.assign(new Error(folder), { code: text.slice(1) });
      return [...linesOf(folder).keys()];
    },
    kind: (path) => {
      const cut = path.lastIndexOf('/');
      if (cut < 0) return kindAt(join(root, path));
      const line = linesOf(path.slice(0, cut)).get(path.slice(cut + 1));
      return kindOf(line);
    },
  };
}

/** What differs from the scan before. Paths are those of files. */
export interface Changes {
  /** Files that came, went, or may be others than they were. */
  readonly paths: ReadonlySet<string>;
  /** Whether a name came or went among the announcements, or became something else. */
  readonly isRearranged: boolean;
}

const TABLES = `
  create table if not exists folders (path text primary key, listing not null);
  create table if not exists digests (path text primary key, sha256 blob not null) without rowid`;

/** The files as the last run has seen them. */
export class FileTable {
  readonly #root: string;
  readonly #folders: StatementSync;
  readonly #putFolder: StatementSync;
  readonly #dropFolder: StatementSync;
  readonly #digest: StatementSync;
  readonly #putDigest: StatementSync;
  readonly #dropDigest: StatementSync;

  /** @param root the content folder */
  constructor({ database }: State, root: string) {
    this.#root = root;
    database.exec(TABLES);
    this.#folders = database.prepare('select path, listing from folders');
    this.#putFolder = database.prepare('insert or replace into folders values (?, ?)');
    this.#dropFolder = database.prepare('delete from folders where path = ?');
    this.#digest = database.prepare('select sha256 from digests where path = ?');
    this.#putDigest = database.prepare('insert or replace into digests values (?, ?)');
    this.#dropDigest = database.prepare('delete from digests where path = ?');
  }

  /**
   * Takes a scan for the present and gives what it changes. A file whose times alone differ is read, and is the same
   * where its bytes are.
   * @param isParanoid whether all files are read, whatever their times say
   */
  update(scan: Scan, isParanoid: boolean): Changes {
    const before = new Map(
      this.#folders.all().map(({ path, listing }) => [path as string, fromStored(listing)]),
    );
    const paths = new Set<string>();
    let isRearranged = false;
    for (const folder of new Set([...before.keys(), ...scan.keys()])) {
      const [old, now] = [before.get(folder), scan.get(folder)];
      if (old === now && !isParanoid) continue;
      if (now === undefined) this.#dropFolder.run(folder);
      else if (old !== now) this.#putFolder.run(folder, toStored(now));
      const { paths: own, isRearranged: isOther } = this.#compare(folder, old, now, isParanoid);
      for (const path of own) paths.add(path);
      isRearranged ||= isOther && folder.startsWith('announcements');
    }
    return { paths, isRearranged };
  }

  #compare(folder: string, old: string | undefined, now: string | undefined, isParanoid: boolean): Changes {
    const [before, after] = [linesIn(old), linesIn(now)];
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const paths = names.filter((name) => {
      const [was, is] = [before.get(name), after.get(name)];
      return (was !== is || isParanoid) && !this.#isSame(`${folder}/${name}`, was, is, isParanoid);
    });
    const isRearranged =
      refusalIn(old) !== refusalIn(now) ||
      names.some((name) => kindOf(before.get(name)) !== kindOf(after.get(name)));
    return { paths: new Set(paths.map((name) => `${folder}/${name}`)), isRearranged };
  }

  /** Whether what lies at a path has the bytes that it had; notes those that it has. */
  #isSame(path: string, was: string | undefined, line: string | undefined, isParanoid: boolean): boolean {
    const known = hexOf(this.#digest.get(path)?.['sha256']);
    if (kindOf(line) !== 'file') {
      if (known !== undefined) this.#dropDigest.run(path);
      return was === line;
    }
    // Attachments may be a hundred gigabytes: their bytes are asked for where their times do not do.
    if (known === undefined && !path.endsWith('.md') && !isParanoid && isSettled(line!)) return false;
    const sha256 = digestAt(join(this.#root, path));
    if (sha256 === known) return known !== undefined;
    if (sha256 === undefined) this.#dropDigest.run(path);
    else this.#putDigest.run(path, Buffer.from(sha256, 'hex'));
    return false;
  }
}

/** Whether all that lies in a content folder is what the last run has seen there; the state is left as it is. */
export function isAsSeen(state: State, root: string): boolean {
  state.begin();
  try {
    const { paths, isRearranged } = new FileTable(state, root).update(scanContent(root, Infinity), false);
    return paths.size === 0 && !isRearranged;
  } finally {
    state.rollback();
  }
}

const hexOf = (bytes: unknown): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes as Uint8Array).toString('hex');

const refusalIn = (text: string | undefined): string | undefined =>
  text?.startsWith(REFUSED) ? text : undefined;

/** Nothing of what may not be read. An announcement is read at once: to do it by pieces takes twice as long. */
function digestAt(path: string): string | undefined {
  try {
    return path.endsWith('.md') ? hash('sha256', readFileSync(path)) : digestFile(path).sha256;
  } catch {
    return undefined;
  }
}
