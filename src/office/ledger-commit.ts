import { LEDGER } from '../core/corpus/ledger-folder.ts';
import { diagnostic } from '../core/corpus/front-matter.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { parseLeaf } from '../core/ledger/leaf.ts';
import { askGit } from './git.ts';
import type { StagedContent } from './staged-content.ts';

/** Files that only grow. */
const GROWING = new RegExp(`^${LEDGER}/(?:leaves/|checkpoints\\.txt$)`, 'u');

/** A new key stands before those of earlier times. */
const KEYS = `${LEDGER}/vkey`;

/**
 * What a commit must not do to the ledger: it may add lines at its end and records beside those that are there, and take
 * away the records of an announcement whose words the law has removed.
 */
export function checkLedgerCommit(index: StagedContent, staged: readonly string[]): readonly Diagnostic[] {
  const removed = removedByLaw(index);
  return staged
    .filter((file) => file.startsWith(`${LEDGER}/`))
    .flatMap((file) => {
      const before = textAt(index, 'HEAD', file);
      if (before === undefined) return [];
      const now = textAt(index, '', file);
      if (GROWING.test(file) ? now?.startsWith(before) : now === before) return [];
      if (file === KEYS && now?.endsWith(before)) return [];
      if (now === undefined && removed.has(idOf(file) ?? '')) return [];
      return [broken(file)];
    });
}

const idOf = (file: string): string | undefined =>
  new RegExp(`^${LEDGER}/records/([^/]+)/`, 'u').exec(file)?.[1];

/** Ids of announcements whose last leaf says that their words are removed. */
function removedByLaw(index: StagedContent): ReadonlySet<string> {
  const leaves = index.files
    .filter((file) => file.startsWith(`${LEDGER}/leaves/`))
    .flatMap((file) => (textAt(index, '', file) ?? '').split('\n'))
    .flatMap((line) => (line.includes('"redact"') ? (parseLeaf(line) ?? []) : []));
  return new Set(leaves.map(({ id }) => id));
}

/** A file as a commit has it, or the index where none is named; undefined where it has none. */
const textAt = ({ top, prefix, env }: StagedContent, commit: string, file: string): string | undefined =>
  askGit(top, ['cat-file', 'blob', `${commit}:${prefix}${file}`], { env });

const broken = (file: string): Diagnostic =>
  diagnostic(file, 'K104', {
    ...{ line: 1, column: 1, length: 1 },
    message: '公开记录只能在后面添，这一次改动了前面的',
    help: `请技术人员放回原来的。运行：git restore --staged --worktree -- ${file}`,
  });
