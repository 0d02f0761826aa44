import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { remedyIn, type Fault } from '../../core/announcement/kind.ts';
import { faultOfEnding, faultOfFileName, LARGEST } from '../../core/corpus/attachments.ts';
import { bytesOf, keyOfName, LONGEST_NAME } from '../../core/file-name.ts';
import { onDisk } from '../disk-trouble.ts';
import { Refused } from '../refused.ts';
import { takeBytes } from '../request-body.ts';
import type { FileRecord } from './record.ts';
import { remove, removed, rename } from '../../patience.ts';

/**
 * The name under which a file is kept, composed as the check has it.
 * @throws {Refused} 422 for one that some system cannot open, that leads elsewhere, or that is another's
 */
export function nameOfFile(given: string, others: readonly string[]): string {
  const name = given.normalize('NFC');
  const fault = faultOfFileName(name) ?? faultOfEnding(name);
  if (fault) throw new Refused(422, refusalOf(fault, name));
  if (bytesOf(name) > LONGEST_NAME)
    throw new Refused(422, { message: '文件名太长。', help: '改短一些再传。', about: name });
  if (name.toLowerCase() === 'index.md')
    throw new Refused(422, { message: '附件不能叫这个名字。', help: '换一个名字再传。', about: name });
  const same = others.find((other) => other !== name && keyOfName(other) === keyOfName(name));
  if (same !== undefined)
    throw new Refused(422, {
      message: `“${name}”和“${same}”在有的电脑上是同一个名字。`,
      help: '给其中一个换个名字。',
      about: name,
    });
  return name;
}

/**
 * Takes a file into the folder of a draft: whole under its name, or not at all.
 * @throws {Refused} 413, 422, 503
 */
export async function takeFile(
  folder: string,
  name: string,
  request: IncomingMessage,
): Promise<Pick<FileRecord, 'bytes' | 'sha256'>> {
  const files = filesOf(folder);
  const beside = join(folder, `incoming-${randomBytes(6).toString('hex')}`);
  try {
    const taken = await writeFrom(request, beside, LARGEST);
    if (taken.bytes === 0)
      throw new Refused(422, { message: `“${name}”是空文件。`, help: '重新导出这个文件。', about: name });
    onDisk(() => {
      mkdirSync(files, { recursive: true });
      rename(beside, join(files, name));
    });
    return taken;
  } finally {
    removed(beside);
  }
}

/** Takes a file out; nothing where it is gone. */
export function removeFile(folder: string, name: string): void {
  onDisk(() => remove(join(filesOf(folder), name)));
}

export const filesOf = (folder: string): string => join(folder, 'files');

/** Writes what a request holds to a new file, as it comes. */
export async function writeFrom(
  request: IncomingMessage,
  path: string,
  most: number,
): Promise<Pick<FileRecord, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = onDisk(() => openSync(path, 'wx', 0o600));
  try {
    await takeBytes(request, most, (piece) => {
      hash.update(piece);
      bytes += piece.length;
      onDisk(() => {
        for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
      });
    });
    onDisk(() => fsyncSync(file));
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest('hex') };
}

const refusalOf = (fault: Fault, about: string) => ({
  message: `${fault.message}。`,
  help: remedyIn(fault).help,
  about,
});
