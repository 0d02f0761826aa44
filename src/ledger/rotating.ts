import type { LedgerFiles } from '../core/corpus/ledger-folder.ts';
import { checkpointsIn, printCheckpoints } from '../core/ledger/signed.ts';
import { printVerifierKey, signNote, withSignatureOf } from '../core/transparency-log/note.ts';
import { write } from './folder.ts';
import type { Signer } from './key.ts';

/**
 * Hands a ledger over to another key: the last checkpoint is signed by both, the old key stays among those that are
 * served, and from then on the new one signs.
 * @param files of a ledger whose last leaf is signed for
 */
export function rotateKey(
  contentDir: string,
  files: LedgerFiles,
  { old, fresh }: { readonly old: Signer; readonly fresh: Signer },
): void {
  const { signed } = checkpointsIn(files);
  const last = signed.at(-1)!;
  const text = last.note.slice(0, last.note.lastIndexOf('\n\n') + 1);
  const both = withSignatureOf(signNote(text, old.key, old.sign), signNote(text, fresh.key, fresh.sign));
  write(contentDir, 'checkpoints.txt', printCheckpoints([...signed.map(({ note }) => note), both]));
  write(contentDir, 'vkey', `${printVerifierKey(fresh.key)}\n${files.vkey!}\n`);
}
