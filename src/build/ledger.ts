import { ledgerTag, readLedger } from '../core/corpus/ledger-folder.ts';
import { readOf, type Read } from '../core/edition/recording.ts';
import { readBook } from '../core/ledger/book.ts';
import { checkpointsIn } from '../core/ledger/signed.ts';
import type { State } from './state.ts';

/** How many leaves there were in the run before, and how many of them were signed for. */
interface Known {
  readonly size: number;
  readonly signed: number;
}

const NONE: Known = { size: 0, signed: 0 };

/** The questions about the ledger that have another answer than in the run before; the state remembers this one. */
export function ledgerQuestions(state: State, contentDir: string): readonly Read[] {
  const tag = ledgerTag(contentDir) ?? '';
  if ((state.get('ledger') ?? '') === tag) return [];
  const kept = state.get('ledger known');
  const before = kept === undefined ? NONE : (JSON.parse(kept) as Known);
  const files = readLedger(contentDir);
  const book = readBook(files ?? { leaves: [] });
  const signed = (files && checkpointsIn(files).signed.at(-1)?.size) ?? 0;
  state.set('ledger', tag);
  state.set('ledger known', JSON.stringify({ size: book.leaves.length, signed } satisfies Known));
  // A receipt is another when its leaf is signed for; a record may go when the law has removed the words.
  const fresh = book.leaves.slice(Math.min(before.size, before.signed));
  const ids = new Set(fresh.map(({ id }) => id));
  return [
    readOf.ledger,
    ...[...ids].flatMap((id) => [readOf.registered(id), ...book.of(id).map(readOf.leaf)]),
  ];
}
