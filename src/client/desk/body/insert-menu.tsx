import { useState } from 'preact/hooks';
import type { BlockKind } from '../../../core/body/blocks.ts';
import { emptyTable } from '../../../core/body/table/make.ts';
import { writtenTable } from '../../../core/body/table/grid.ts';
import { BLOCK_NAMES } from './block-box.tsx';

/** What a new block begins with. */
const BEGINNINGS: readonly (readonly [kind: BlockKind, source: string])[] = [
  ['heading', ''],
  ['paragraph', ''],
  ['list', ''],
  ['table', writtenTable(emptyTable(3, 3))],
  ['image', ''],
  ['source', ''],
];

/** The + between two blocks. */
export function InsertMenu(props: {
  place: number;
  insert: (place: number, kind: BlockKind, source: string) => void;
  isOpen?: boolean;
}) {
  const { place, insert } = props;
  const [isOpen, setIsOpen] = useState(props.isOpen ?? false);
  if (!isOpen)
    return (
      <button type="button" class="insert" onClick={() => setIsOpen(true)}>
        <span aria-hidden="true">+</span>
        <span class="unseen">在第 {place + 1} 块前加一块</span>
      </button>
    );
  return (
    <div class="insert-menu" role="group" aria-label="加一块">
      {BEGINNINGS.map(([kind, source]) => (
        <button
          key={kind}
          type="button"
          class="button-quiet"
          onClick={() => {
            setIsOpen(props.isOpen ?? false);
            insert(place, kind, source);
          }}
        >
          + {BLOCK_NAMES[kind]}
        </button>
      ))}
    </div>
  );
}
