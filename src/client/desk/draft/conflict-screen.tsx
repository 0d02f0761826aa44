import type { Draft } from '../../../core/desk/api.ts';
import { momentInWords } from '../moment.ts';
import { DifferencesTable } from './differences-table.tsx';
import type { DraftState, DraftStore } from './draft-store.ts';

/** Two versions of one draft: both are shown where they differ, and one is chosen. Nothing is lost before. */
export function ConflictScreen({
  store,
  state,
  theirs,
}: {
  store: DraftStore;
  state: DraftState;
  theirs: Draft;
}) {
  return (
    <div class="conflict">
      <h1>有人同时改了这份草稿</h1>
      <p role="alert">
        {theirs.author.name}在 {momentInWords(theirs.changedAt)}{' '}
        保存了另一份。您写的还在这里，没有丢，也没有盖掉对方的。请选一份。
      </p>
      <DifferencesTable mine={state} other={theirs} names={{ mine: '我这一份', other: '对方那一份' }} />
      <p class="buttons">
        <button type="button" onClick={() => void store.settle('mine')}>
          用我这一份
        </button>
        <button type="button" class="button-quiet" onClick={() => void store.settle('theirs')}>
          用对方那一份
        </button>
      </p>
    </div>
  );
}
