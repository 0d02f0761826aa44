import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { namedIn } from '../core/corpus/connected.ts';
import { idOf } from '../core/report.ts';
import { git } from './git.ts';
import type { Repository } from './pushed.ts';

/**
 * What is staged in git's index, by paths from the content folder on; in another index where its file is named.
 * Everything is asked of git when it is called.
 */
export class StagedContent implements Repository {
  readonly top: string;
  readonly prefix: string;
  /** Names the index to git. */
  readonly env: Readonly<Record<string, string>>;
  #files: readonly string[] | undefined;

  constructor(contentDir: string, indexFile?: string) {
    this.top = topOf(contentDir);
    this.env = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
    const path = relative(this.top, realpathSync(contentDir)).split(sep).join('/');
    this.prefix = path === '' ? '' : `${path}/`;
  }

  /** Files that the commit adds, changes or deletes. */
  staged(): readonly string[] {
    return this.#paths(['diff', '--cached', '--name-only', '-z', '--no-renames']);
  }

  get files(): readonly string[] {
    this.#files ??= this.#paths(['ls-files', '--cached', '-z']);
    return this.#files;
  }

  /** Writes the settings and the whole matters of the staged announcements below a folder; returns the content folder. */
  checkOutMatters(staged: readonly string[], temporary: string): string {
    const ids = new Set(staged.flatMap((file) => idOf(file) ?? []));
    const own = this.files.filter((file) => {
      const id = idOf(file);
      // What is registered is held against what was committed; see `checkLedgerCommit`.
      return id === undefined ? !/^(?:announcements|ledger)\//u.test(file) : ids.has(id);
    });
    const present = new Set(this.files);
    this.#checkOut([...own, ...staged.filter((file) => present.has(file))], temporary);
    const names = this.#checkOutLineage(ids, temporary);
    this.#checkOut(this.#naming(names), temporary);
    return join(temporary, this.prefix);
  }

  /** Writes the announcements that others rest on; returns every id and project code on the way. */
  #checkOutLineage(ids: ReadonlySet<string>, temporary: string): ReadonlySet<string> {
    const texts = Map.groupBy(
      this.files.filter((file) => file.endsWith('.md')),
      (file) => idOf(file) ?? '',
    );
    const names = new Set(ids);
    for (let chain = [...ids]; chain.length > 0;) {
      const files = chain.flatMap((id) => texts.get(id) ?? []);
      this.#checkOut(files, temporary);
      const named = files.map((file) => namedIn(readFileSync(join(temporary, this.prefix, file), 'utf8')));
      chain = named.flatMap(({ related }) => related).filter((id) => !names.has(id));
      for (const name of named.flatMap(({ codes, related }) => [...codes, ...related])) names.add(name);
    }
    return names;
  }

  /** The announcements in which one of the names occurs. */
  #naming(names: ReadonlySet<string>): readonly string[] {
    if (names.size === 0) return [];
    const patterns = [...names].flatMap((name) => ['-e', name]);
    return this.#paths(['grep', '--cached', '-l', '-z', '-I', '-F', ...patterns], 'announcements/');
  }

  /** Paths that a command of git lists; of one that finds nothing, none. */
  #paths(args: readonly string[], below = ''): readonly string[] {
    return git(this.top, [...args, '--', `./${this.prefix}${below}`], { env: this.env })
      .split('\0')
      .filter((path) => path.startsWith(this.prefix))
      .map((path) => path.slice(this.prefix.length))
      .filter(Boolean);
  }

  #checkOut(files: readonly string[], temporary: string): void {
    if (files.length === 0) return;
    const paths = [...new Set(files)].map((file) => `${this.prefix}${file}\0`).join('');
    git(this.top, ['checkout-index', '-f', '-z', '--stdin', `--prefix=${temporary}/`], {
      input: paths,
      env: this.env,
    });
  }
}

/** Of a hook's own git, which takes the working folder for the top, nothing is taken over. */
const topOf = (folder: string): string =>
  git(folder, ['rev-parse', '--show-toplevel'], { env: { GIT_DIR: undefined } }).trim();
