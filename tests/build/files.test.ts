import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { FileTable, listingOf, scanContent, type Changes } from '../../src/build/files.ts';
import { openState, type State } from '../../src/build/state.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangbang-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ONE = 'announcements/land/2026/a.md';
const TWO = 'announcements/land/2026/b/index.md';
const ATTACHED = 'announcements/land/2026/b/a.pdf';

let root: string;
let state: State;
let count = 0;

beforeEach(() => {
  root = join(folder, String((count += 1)));
  state = openState(':memory:', { program: '', settings: '' });
  for (const path of [ONE, TWO, ATTACHED, 'disclosure/funds/c.md', 'originals/a/a.html']) write(path, '1');
  changes();
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function changes({ settled = Infinity, isParanoid = false } = {}): readonly [...string[], boolean] {
  const { paths, isRearranged }: Changes = new FileTable(state, root).update(
    scanContent(root, settled),
    isParanoid,
  );
  return [...[...paths].sort(), isRearranged];
}

test('nothing has changed where nothing was done, and settings are told of elsewhere', () => {
  write('site.yaml', '1');
  write('pages/a.md', '1');
  expect(changes()).toEqual([false]);
});

test('a change of bytes is seen, also where its size and its time are as before', () => {
  const { atime, mtime } = statSync(join(root, ONE));
  write(ONE, '2');
  utimesSync(join(root, ONE), atime, mtime);
  write(ATTACHED, '2');
  expect(changes()).toEqual([ONE, ATTACHED, false]);
  expect(changes()).toEqual([false]);
});

test('an announcement whose times alone are others is the same', () => {
  utimesSync(join(root, ONE), 1, 1);
  utimesSync(join(root, TWO), 4e9, 4e9);
  expect(changes()).toEqual([false]);
});

test('a name that comes or goes is seen, and that announcements are arranged otherwise', () => {
  write('announcements/land/2026/c.md', '1');
  expect(changes()).toEqual(['announcements/land/2026/c.md', true]);
  rmSync(join(root, TWO));
  expect(changes()).toEqual([TWO, true]);
  rmSync(join(root, 'announcements/land/2026/b'), { recursive: true });
  expect(changes()).toEqual(['announcements/land/2026/b', ATTACHED, true]);
  write('originals/b/b.html', '1');
  expect(changes()).toEqual(['originals/b', 'originals/b/b.html', false]);
  rmSync(join(root, 'disclosure'), { recursive: true });
  expect(changes()).toEqual(['disclosure/funds', 'disclosure/funds/c.md', false]);
});

test('what takes the place of a file is seen', () => {
  rmSync(join(root, ONE));
  symlinkSync('b', join(root, ONE));
  expect(changes()).toEqual([ONE, true]);
  rmSync(join(root, ONE));
  mkdirSync(join(root, ONE));
  expect(changes({ isParanoid: true })).toContain(ONE);
});

test('what systems leave behind is not seen', () => {
  write('announcements/land/2026/.DS_Store', '1');
  write('announcements/land/2026/Thumbs.db', '1');
  expect(changes()).toEqual([false]);
});

/** Takes what lies there for known without a look at the bytes, as if their times told nothing. */
function deceive(settled: number): void {
  const put = state.database.prepare('insert or replace into folders values (?, ?)');
  for (const [path, listing] of scanContent(root, settled)) put.run(path, listing);
}

test('a change that its times do not tell is found by reading everything', () => {
  changes({ isParanoid: true });
  write(ONE, '2');
  write(ATTACHED, '2');
  deceive(Infinity);
  expect(changes()).toEqual([false]);
  expect(changes({ isParanoid: true })).toEqual([ONE, ATTACHED, false]);
  expect(changes({ isParanoid: true })).toEqual([false]);
});

test('a file that was only just changed is read again, for the clock may not have moved since', () => {
  write(ONE, '2');
  deceive(0);
  expect(changes({ settled: 0 })).toContain(ONE);
  write(ONE, '3');
  expect(changes({ settled: 0 })).toContain(ONE);
  expect(changes({ settled: 0 })).not.toContain(ONE);
});

test('the bytes of attachments are not read where their times do', () => {
  const paths = state.database.prepare('select path from digests').all();
  expect(paths.map(({ path }) => path)).toEqual([ONE, TWO, 'disclosure/funds/c.md']);
});

test('the content folder is answered from a scan as from the disk', () => {
  for (const name of ['a\tb.md', 'a\nb.md', 'a\\9;b.md']) write(`announcements/land/2026/${name}`, '1');
  const listing = listingOf(root, scanContent(root, Infinity));
  const names = listing.names('announcements/land/2026');
  expect(names).toEqual(['a\tb.md', 'a\nb.md', 'a.md', 'a\\9;b.md', 'b']);
  expect(names.map((name) => listing.kind(`announcements/land/2026/${name}`))).toEqual([
    'file',
    'file',
    'file',
    'file',
    'folder',
  ]);
  expect(listing.kind('announcements/land/2026/d')).toBe('missing');
  expect(listing.kind('announcements')).toBe('folder');
  rmSync(join(root, 'announcements'), { recursive: true });
  expect(() => listingOf(root, scanContent(root, Infinity)).names('announcements')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});
