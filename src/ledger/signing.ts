import type { LedgerFiles } from '../core/corpus/ledger-folder.ts';
import { readBook, treeOf } from '../core/ledger/book.ts';
import { checkpointsIn, printCheckpoints } from '../core/ledger/signed.ts';
import { printCheckpoint } from '../core/transparency-log/checkpoint.ts';
import { parseNote, printVerifierKey, signNote } from '../core/transparency-log/note.ts';
import { write } from './folder.ts';
import { digestBytes } from '../core/corpus/digest.ts';
import type { Signer } from './key.ts';

/**
 * Signs what the ledger has come to, where it has grown since it was signed last.
 * @param files a ledger without faults: what was signed before is the beginning of what is signed now
 * @returns how many leaves are newly signed for
 */
export function signLedger(contentDir: string, files: LedgerFiles, { key, sign }: Signer): number {
  const tree = treeOf(readBook(files), digestBytes);
  const { signed } = checkpointsIn(files);
  const before = signed.at(-1)?.size ?? 0;
  if (tree.size === before) return 0;
  const text = printCheckpoint({ origin: key.name, size: tree.size, root: tree.root() });
  const notes = [...signed.map(({ note }) => note), signNote(text, key, sign)];
  if (files.vkey === undefined) write(contentDir, 'vkey', `${printVerifierKey(key)}\n`);
  write(contentDir, 'checkpoints.txt', printCheckpoints(notes));
  return tree.size - before;
}

/**
 * Adds the lines of witnesses behind the last signed checkpoint, as a note of its own, since what stands there stays.
 * @param cosigned that checkpoint with more lines; @returns why it is not that, undefined where it was added
 */
export function addWitnesses(contentDir: string, files: LedgerFiles, cosigned: string): string | undefined {
  const { signed } = checkpointsIn(files);
  const last = signed.at(-1);
  if (!last) return '这份记录还没有签过名';
  if (!cosigned.startsWith(last.note)) return '不是现在的总摘要，请见证的单位再看一次';
  if (cosigned === last.note || !parseNote(cosigned)) return '里面没有见证的签名';
  write(contentDir, 'checkpoints.txt', printCheckpoints([...signed.map(({ note }) => note), cosigned]));
  return undefined;
}
