import { parseCheckpoint, type Checkpoint } from '../transparency-log/checkpoint.ts';
import { parseNote } from '../transparency-log/note.ts';
import type { MerkleTree } from '../transparency-log/tree.ts';
import type { LedgerFiles } from '../corpus/ledger-folder.ts';
import type { LedgerFault } from './book.ts';

/** A checkpoint that was signed. */
export interface SignedCheckpoint extends Checkpoint {
  /** The note word for word. */
  readonly note: string;
}

const PATH = 'checkpoints.txt';

/** The notes of the file, the oldest first; those that are none are told. */
export function checkpointsIn({ checkpoints = '' }: Pick<LedgerFiles, 'checkpoints'>): {
  readonly signed: readonly SignedCheckpoint[];
  readonly faults: readonly LedgerFault[];
} {
  const [signed, faults]: [SignedCheckpoint[], LedgerFault[]] = [[], []];
  for (const { note, line } of notesIn(checkpoints)) {
    const parsed = parseNote(note);
    const checkpoint = parsed && parseCheckpoint(parsed.text);
    if (checkpoint) signed.push({ ...checkpoint, note });
    else faults.push({ path: PATH, line, message: '这一段不是签过名的登记总数' });
  }
  return { signed, faults };
}

/** A note is three lines, an empty one and its signatures; an empty line follows it. */
function notesIn(text: string): readonly { readonly note: string; readonly line: number }[] {
  const blocks = text.split('\n\n').filter((block) => block.trim() !== '');
  const pairs = Array.from({ length: Math.ceil(blocks.length / 2) }, (_, at) =>
    blocks.slice(at * 2, at * 2 + 2),
  );
  let line = 1;
  return pairs.map((pair) => {
    const note = `${pair.join('\n\n').trimEnd()}\n`;
    const at = line;
    line += note.split('\n').length;
    return { note, line: at };
  });
}

export const printCheckpoints = (notes: readonly string[]): string =>
  notes.map((note) => `${note}\n`).join('');

/** What does not come out: a signed size that the ledger does not reach, or a root that is another. */
export const faultsOfCheckpoints = (
  signed: readonly SignedCheckpoint[],
  tree: MerkleTree,
): readonly LedgerFault[] =>
  signed.flatMap(({ size, root }, at) => {
    const line = 1 + at;
    if (size > tree.size)
      return [{ path: PATH, line, message: `签过名的有 ${size} 条登记，现在只剩 ${tree.size} 条` }];
    const isSame = tree.root(size).every((byte, index) => byte === root[index]);
    return isSame ? [] : [{ path: PATH, line, message: `前 ${size} 条登记和签名时不一样` }];
  });
