import type { Edition } from '../../core/edition.ts';
import { ledgerPath } from '../address.ts';
import { filesOfLeaf, filesOfLedger } from '../ledger.ts';
import { page, type Kind } from '../unit.ts';

/** The log of what was published, where a site keeps one. */
const log: Kind = {
  name: 'ledger',
  keys: ({ ledger }) => (ledger ? [''] : []),
  pages: () => [page('ledger/[...home]', { home: undefined })],
  files: filesOfLedger,
};

/** Where a reader holds a receipt against what it is of. */
const verify: Kind = {
  name: 'verify',
  keys: ({ ledger }) => (ledger ? [''] : []),
  pages: () => [page('verify/[...home]', { home: undefined })],
};

/** A leaf: what it vouches for, and its receipt, which is issued once. */
const leaf: Kind = {
  name: 'leaf',
  keys: (edition) => Array.from({ length: sizeOf(edition) }, (_, index) => String(index)),
  pages: () => [],
  files: (edition, index) => filesOfLeaf(edition, Number(index)),
};

/** A piece of the tree, which never changes. */
const tile: Kind = {
  name: 'tile',
  keys: ({ ledger }) => ledger?.tiles() ?? [],
  pages: () => [],
  files: ({ ledger }, path) => [{ path: ledgerPath(path), bytes: ledger!.tile(path) }],
};

const sizeOf = ({ ledger }: Edition): number => ledger?.facts().size ?? 0;

export const ledger: readonly Kind[] = [log, verify, leaf, tile];
