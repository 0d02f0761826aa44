import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { check, isPublishable } from '../core/check.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import { namedIn } from '../core/corpus/connected.ts';
import { codeOf, type Diagnostic } from '../core/diagnostic.ts';
import { idOf, nameOf, summary, toText } from '../core/report.ts';
import { git } from './git.ts';
import { lineReader } from './lines.ts';
import { recallPushed, type Repository } from './pushed.ts';
import { removed } from '../patience.ts';

/**
 * Checks what is about to be committed: the files as they stand in git's index, not in the folder where somebody may
 * have gone on writing. Of the announcements only staged ones are reported; the others of their matters are read, since
 * links need them. The rest of the archive is not. What the branch's remote has is published, and is not changed or
 * deleted without a word. Returns 0 when the commit may go on, 1 when not.
 */
export function checkStaged(contentDir: string): number {
  const index = new Index(contentDir);
  const staged = index.staged();
  if (staged.length === 0) return say('没有新增或者改动的内容要提交，什么也没有检查。');
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-staged-'));
  try {
    const ids = new Set(staged.flatMap((file) => idOf(file) ?? []));
    const folder = index.checkOutMatters(staged, temporary);
    const recall = recallPushed(index, ids, temporary);
    const own = new Set(staged.flatMap((file) => [file, file.replace(BESIDE_ITEM, '$1/index.md')]));
    const reported = check(folder, undefined, inspectAttachments, recall).findings.filter(({ file }) => {
      const id = idOf(file);
      return own.has(file) || (id !== undefined && ids.has(id));
    });
    const others = staged.filter((file) => idOf(file) === undefined).length;
    const closing = summary(reported, ids.size, others);
    if (reported.length === 0) return say(closing);
    process.stderr.write(verdict(reported, closing, folder));
    return isPublishable(reported) ? 0 : 1;
  } finally {
    removed(temporary);
  }
}

/** What lies beside an item of the disclosure catalogue is judged with it. */
const BESIDE_ITEM = /^(disclosure\/[^/]+\/[^/]+)\/[^/]+$/u;

/** What is said when nothing stands in the way goes to standard output, which the hook leaves out. */
function say(words: string): number {
  process.stdout.write(`${words}\n`);
  return 0;
}

function verdict(findings: readonly Diagnostic[], closing: string, folder: string): string {
  const parts = [toText(findings, lineReader(folder)), `${closing}\n`];
  if (!isPublishable(findings)) parts.push(`没有提交。${remedy(findings)}\n`);
  return parts.join('\n');
}

/** The one command that mends it; where nobody but the clerk can, the one that tells whether it is mended. */
function remedy(findings: readonly Diagnostic[]): string {
  // A file that is gone can be neither checked nor added.
  const errors = findings.filter(({ code, severity }) => severity === 'error' && code !== 'K102');
  if (errors.length === 0) return '按上面“改成”里写的做，再提交一次。';
  const names = [...new Set(errors.map(({ file }) => nameOf(file)))];
  const files = [...new Set(errors.map(({ file }) => `content/${file}`))];
  const allFixable = errors.every(({ code }) => codeOf(code).fixable);
  const command = allFixable ? `npm run fix -- ${names.join(' ')}` : `npm run check -- ${names.join(' ')}`;
  const words = allFixable ? '这些可以代劳' : '改好以后再检查';
  return `${words}：${command} && git add ${files.map(quoted).join(' ')}`;
}

const quoted = (path: string): string => (/^[\w./-]+$/u.test(path) ? path : `"${path}"`);

/** Git's index, its paths taken from the content folder on. */
class Index implements Repository {
  readonly top: string;
  readonly prefix: string;
  #files: readonly string[] | undefined;

  constructor(contentDir: string) {
    this.top = git(process.cwd(), ['rev-parse', '--show-toplevel']).trim();
    const path = relative(this.top, contentDir).split(sep).join('/');
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
      return id === undefined ? !file.startsWith('announcements/') : ids.has(id);
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
    return git(this.top, [...args, '--', `./${this.prefix}${below}`])
      .split('\0')
      .filter((path) => path.startsWith(this.prefix))
      .map((path) => path.slice(this.prefix.length))
      .filter(Boolean);
  }

  #checkOut(files: readonly string[], temporary: string): void {
    if (files.length === 0) return;
    const paths = [...new Set(files)].map((file) => `${this.prefix}${file}\0`).join('');
    git(this.top, ['checkout-index', '-f', '-z', '--stdin', `--prefix=${temporary}/`], { input: paths });
  }
}
