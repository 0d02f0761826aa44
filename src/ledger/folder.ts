import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LEDGER, type LedgerFiles } from '../core/corpus/ledger-folder.ts';
import type { Addition } from '../core/ledger/append.ts';
import { printLeaf, type Leaf } from '../core/ledger/leaf.ts';
import { recordName } from '../core/ledger/version-record.ts';
import { realDisk, writeWhole } from '../mirror/disk.ts';
import { removed } from '../patience.ts';

/**
 * Writes additions into the ledger of a content folder: their records first, then all leaves at once, so that no leaf
 * ever stands there without its record. Broken off before, the next run finds nothing of it.
 * @param files as they were read; leaves go to the year of `now`, and never before one that has leaves
 */
export function writeAdditions(
  contentDir: string,
  files: Pick<LedgerFiles, 'leaves'>,
  additions: readonly Addition[],
  now: string,
): void {
  if (additions.length === 0) return;
  for (const { leaf, record } of additions) write(contentDir, join('records', recordName(leaf)), record);
  const last = files.leaves.at(-1);
  const path = [last?.path ?? '', `leaves/${now.slice(0, 4)}.ndjson`].toSorted().at(-1)!;
  const before = last?.path === path ? last.text : '';
  write(contentDir, path, before + additions.map(({ leaf }) => `${printLeaf(leaf)}\n`).join(''));
  for (const { leaf } of additions) if (leaf.event === 'redact') removeWords(contentDir, leaf);
}

/** What the law has removed from the page is in no record either; the leaves before it stay. */
function removeWords(contentDir: string, { id, rev }: Leaf): void {
  for (let earlier = 1; earlier < rev; earlier += 1)
    removed(join(contentDir, LEDGER, 'records', recordName({ id, rev: earlier })));
}

/** Writes a file of the ledger whole: at every moment the old one stands there, or the new one. */
export function write(contentDir: string, path: string, text: string): void {
  const file = join(contentDir, LEDGER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(realDisk, file, text);
}
