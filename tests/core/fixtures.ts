import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { check, type CheckedContent } from '../../src/core/check.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Table } from '../../src/core/table.ts';

/** Files of a content folder by their path, as text or bytes. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** A content tree with the findings that are marked in it, as `code file:line`. */
export interface Fixture {
  tree: Tree;
  expected: readonly string[];
}

const folder = fileURLToPath(new URL('../fixtures', import.meta.url));

/** What a clerk's line ends with when the check must find a fault in it: ` {F104}`. */
const MARK = / \{([A-Z]\d{3})\}$/u;

/** The small sound content tree that every fixture is laid over: a site, a year, a screen, a page, one tender. */
export const base: Tree = treeOf('base');

/** The names of the fixtures of one kind; each begins with its code. */
export const fixturesOf = (kind: 'valid' | 'invalid'): readonly string[] =>
  readdirSync(join(folder, kind)).sort();

/** Reads `valid/F104-…` or `invalid/F104-…`: its files laid over the base, without their marks. */
export function readFixture(name: string): Fixture {
  const expected: string[] = [];
  const own = Object.entries(treeOf(name)).map(([file, text]) => {
    const lines = String(text).split('\n');
    for (const [index, line] of lines.entries()) {
      const code = MARK.exec(line)?.[1];
      if (code === undefined) continue;
      expected.push(`${code} ${file}:${index + 1}`);
      lines[index] = line.replace(MARK, '');
    }
    return [file, lines.join('\n')] as const;
  });
  return { tree: { ...base, ...Object.fromEntries(own) }, expected: expected.sort() };
}

/** Findings in the form in which fixtures expect them. */
export const placesOf = (findings: readonly Diagnostic[]): readonly string[] =>
  findings.map(({ code, file, line }) => `${code} ${file}:${line}`).sort();

/** Writes a content tree into a folder that lasts as long as the test. */
export function onDisk(tree: Tree): string {
  const root = treeOnDisk(tree);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** Checks a content tree. Its folder is that of the tree before: it lasts as long as the check. */
export const checkTree = (tree: Tree): CheckedContent => check(changing.become(tree));

/**
 * A folder that is one content tree after another. Only what differs is written: to make and to remove a whole tree
 * takes as long as to check it.
 */
class ChangingFolder {
  readonly #root = mkdtempSync(join(tmpdir(), 'zhangbang-'));
  readonly #files = new Map<string, string | Uint8Array>();

  constructor() {
    process.once('exit', () => rmSync(this.#root, { recursive: true, force: true }));
  }

  /** Returns the path of the folder. */
  become(tree: Tree): string {
    for (const file of this.#files.keys()) if (!Object.hasOwn(tree, file)) this.#remove(file);
    for (const [file, content] of Object.entries(tree)) {
      if (this.#files.get(file) === content) continue;
      mkdirSync(dirname(join(this.#root, file)), { recursive: true });
      writeFileSync(join(this.#root, file), content);
      this.#files.set(file, content);
    }
    return this.#root;
  }

  /** Removes a file, and the folders that held nothing else. */
  #remove(file: string): void {
    rmSync(join(this.#root, file));
    this.#files.delete(file);
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      if (readdirSync(join(this.#root, folder)).length > 0) return;
      rmdirSync(join(this.#root, folder));
    }
  }
}

const changing = new ChangingFolder();

/** Writes a content tree into a folder that the caller removes. */
export function treeOnDisk(tree: Tree): string {
  const root = mkdtempSync(join(tmpdir(), 'zhangbang-'));
  for (const [file, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

function treeOf(name: string): Tree {
  const root = join(folder, name);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

/** A table of texts alone. */
export const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  columns: headings.map((heading) => ({ heading })),
  rows,
});
