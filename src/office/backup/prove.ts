import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { openTar, type Tar } from '../../mirror/tar.ts';
import { SettingsError } from '../../settings.ts';
import { LIST_NAME, NOTE_NAME, parseNote, type BackupNote } from './note.ts';

/** An archive in which every byte is as it was written. */
export interface ProvenArchive extends Pick<Tar, 'bytesOf' | 'read' | 'close'> {
  readonly note: BackupNote;
  /** All files but the list of digests. */
  readonly paths: readonly string[];
}

/**
 * Opens a backup and holds every file of it against its digest, before anything is done with one.
 * @throws {SettingsError} where it is cut short or damaged, holds more or less than its list, or is of a later program
 */
export function proveArchive(file: string): ProvenArchive {
  const refuse = (why: string): never => {
    throw new SettingsError(`${file} ${why}，没有恢复任何东西。请换另一份备份。`);
  };
  const tar = openTar(file, refuse);
  try {
    if (!tar.paths.has(LIST_NAME)) refuse('里没有核对用的清单，不是完整的备份');
    const listed = parseList(textIn(tar, LIST_NAME));
    const paths = [...tar.paths].filter((path) => path !== LIST_NAME);
    const spoilt =
      paths.find((path) => !listed.has(path)) ??
      [...listed].find(([path, digest]) => !tar.paths.has(path) || digestIn(tar, path) !== digest)?.[0];
    if (spoilt !== undefined) refuse(`里的 ${spoilt} 和清单不符`);
    const outside = paths.find((path) => !staysBelow(path));
    if (outside !== undefined) refuse(`里有放不得的路径 ${outside}`);
    const note = tar.paths.has(NOTE_NAME) ? parseNote(textIn(tar, NOTE_NAME)) : undefined;
    return { ...tar, paths, note: note ?? refuse('不是这一版程序能读的备份') };
  } catch (error) {
    tar.close();
    throw error;
  }
}

const textIn = (tar: Tar, path: string): string => Buffer.concat([...tar.read(path)]).toString('utf8');

function digestIn(tar: Tar, path: string): string {
  const hash = createHash('sha256');
  for (const piece of tar.read(path)) hash.update(piece);
  return hash.digest('hex');
}

/** Digests by path. */
const parseList = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

/** Whether a path leads out of no folder, on any system. */
const staysBelow = (path: string): boolean =>
  !isAbsolute(path) &&
  !/[\\\0]|^[a-z]:/iu.test(path) &&
  path.split('/').every((name) => !['', '.', '..'].includes(name));
