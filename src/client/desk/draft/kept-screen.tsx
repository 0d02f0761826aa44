import type { DraftEdit } from '../../../core/desk/api.ts';
import { DifferencesTable } from './differences-table.tsx';
import type { DraftState, DraftStore } from './draft-store.ts';

/** What an earlier window could not save: it is put back or given up before anything else is written. */
export const KeptScreen = ({
  store,
  state,
  kept,
}: {
  store: DraftStore;
  state: DraftState;
  kept: DraftEdit;
}) => (
  <div class="conflict">
    <h1>上次有字没有存上</h1>
    <p role="status">办事台那时没有回应，您写的留在这个浏览器里。要不要接着用？</p>
    <DifferencesTable mine={kept} other={state} names={{ mine: '没有存上的', other: '存好的' }} />
    <p class="buttons">
      <button type="button" onClick={() => store.takeKept()}>
        用没有存上的
      </button>
      <button type="button" class="button-quiet" onClick={() => store.dropKept()}>
        用存好的
      </button>
    </p>
  </div>
);
