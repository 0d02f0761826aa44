import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, type CheckedContent } from '../core/check.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { idOf } from '../core/report.ts';
import { removed } from '../patience.ts';
import { checkLedgerCommit } from './ledger-commit.ts';
import { recallPushed } from './pushed.ts';
import type { StagedContent } from './staged-content.ts';

/** What was found of files as they stand in an index. */
export interface CheckedFiles {
  /** Of these files and of the announcements that they belong to alone. */
  readonly findings: readonly Diagnostic[];
  /** Of the announcements that the files belong to. */
  readonly ids: ReadonlySet<string>;
  /** How many files belong to no announcement. */
  readonly others: number;
  readonly content: CheckedContent;
  /** What was looked at, as a content folder. */
  readonly folder: string;
}

/**
 * Checks files as they stand in an index, with the matters that they belong to. The rest of the archive is not read.
 * @param files by their paths from the content folder; those that are gone too
 * @param told gets what was found while the folder that was looked at is still there
 * @param published a commit that is published; without it the one that is known of the branch's remote
 */
export function checkIndex<T>(
  index: StagedContent,
  files: readonly string[],
  told: (checked: CheckedFiles) => T,
  published?: string,
): T {
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-staged-'));
  try {
    const ids = new Set(files.flatMap((file) => idOf(file) ?? []));
    const folder = index.checkOutMatters(files, temporary);
    const recall = recallPushed(index, ids, temporary, published);
    const own = new Set(files.flatMap((file) => [file, file.replace(BESIDE_ITEM, '$1/index.md')]));
    const content = check(folder, undefined, inspectAttachments, recall);
    const findings = content.findings.filter(({ file }) => {
      const id = idOf(file);
      return own.has(file) || (id !== undefined && ids.has(id));
    });
    const others = files.filter((file) => idOf(file) === undefined).length;
    const broken = checkLedgerCommit(index, files);
    return told({ findings: [...findings, ...broken], ids, others, content, folder });
  } finally {
    removed(temporary);
  }
}

/** What lies beside an item of the disclosure catalogue is judged with it. */
const BESIDE_ITEM = /^(disclosure\/[^/]+\/[^/]+)\/[^/]+$/u;
