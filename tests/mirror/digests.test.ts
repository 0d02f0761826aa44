import { renameSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Digests } from '../../src/mirror/digests.ts';
import { realDisk } from '../../src/mirror/disk.ts';
import { decay, settle, sha256, shareOf, temporaryFolder } from './hall.ts';

let folder: string;
let file: string;
let list: string;
const TEXT = 'the text of a page';
const share = shareOf(TEXT);

/** One file, read and listed, long enough ago. */
beforeEach(() => {
  folder = temporaryFolder();
  [file, list] = [join(folder, 'page.html'), join(folder, 'cache/digests')];
  writeFileSync(file, TEXT);
  const digests = Digests.none();
  digests.of(file);
  digests.save(list, realDisk);
  settle(list);
});

const found = (): string => Digests.load(list).of(file).sha256;

/** What is found is what was found before, whatever stands in the file. */
const isTrusted = (): boolean => {
  decay(list, file, (share + 1) % 64);
  return found() === sha256(TEXT);
};

test('a file of which the file system says the same is not read again', () => {
  expect(isTrusted()).toBe(true);
});

test.each<[string, () => void]>([
  ['written over', () => writeFileSync(file, 'another text, as lo')],
  ['written over, its time put back', () => at(() => writeFileSync(file, 'The text of a page'))],
  [
    'replaced by one of the same length and time',
    () =>
      at(() => {
        writeFileSync(`${file}.new`, 'The text of a page');
        renameSync(`${file}.new`, file);
      }),
  ],
  [
    'replaced by an older one of the same length',
    () => {
      writeFileSync(`${file}.new`, 'The text of a page');
      utimesSync(`${file}.new`, 1, 1);
      renameSync(`${file}.new`, file);
    },
  ],
  ['cut short', () => truncateSync(file, 3)],
])('a file that was %s is read', (_, change) => {
  change();
  expect(found()).toBe(sha256(statSync(file).size === 3 ? TEXT.slice(0, 3) : textIn()));
});

const textIn = (): string => {
  const digest = Digests.none().of(file);
  expect(digest.sha256).not.toBe(sha256(TEXT));
  return ['another text, as lo', 'The text of a page'].find((text) => sha256(text) === digest.sha256)!;
};

/** Does something to the file and gives it back the time it had. */
function at(change: () => void): void {
  const { atime, mtime } = statSync(file);
  change();
  utimesSync(file, atime, mtime);
}

test('a file that was changed when the list was saved may have been changed once more: it is read', () => {
  decay(list, file, (share + 1) % 64);
  const { mtimeMs } = statSync(file);
  utimesSync(list, mtimeMs / 1000 - 1, mtimeMs / 1000 - 1);
  expect(found()).not.toBe(sha256(TEXT));
});

test('each share has its turn, in which its files are read', () => {
  decay(list, file, (share + 64 - 2) % 64);
  for (const isFound of [false, false, true]) {
    const digests = Digests.load(list);
    digests.of(file);
    expect(digests.spoiled).toBe(isFound ? file : undefined);
    digests.save(list, realDisk);
    settle(list);
  }
});

test('after a file was found to have decayed nothing is trusted until it is read', () => {
  decay(list, file, share);
  const digests = Digests.load(list);
  digests.of(file);
  digests.forget();
  expect([digests.isEmpty, digests.spoiled]).toEqual([true, undefined]);
});

test('a link and a folder have no digest, a file that is gone is an error, one of another length is not read', () => {
  symlinkSync(file, join(folder, 'link'));
  const digests = Digests.none();
  expect([join(folder, 'link'), folder].map((path) => digests.of(path).sha256)).toEqual(['', '']);
  expect(digests.of(file, 3)).toEqual({ bytes: TEXT.length, sha256: '' });
  rmSync(file);
  expect(() => digests.of(file)).toThrow('ENOENT');
});

test('a list that cannot be written is no failure', () => {
  const digests = Digests.none();
  expect(() => digests.save(join(file, 'digests'), realDisk)).not.toThrow();
  expect(Digests.load(join(file, 'digests')).isEmpty).toBe(true);
});
