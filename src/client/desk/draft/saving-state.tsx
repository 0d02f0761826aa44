import { timeInWords } from '../moment.ts';
import type { DraftState, DraftStore } from './draft-store.ts';

/** Says whether what stands here lies on the disk; that it does not is said so that it cannot be missed. */
export function SavingState({ state, store }: { state: DraftState; store: DraftStore }) {
  const { saving, savedAt, refusal, draft } = state;
  if (draft.isReadOnly)
    return (
      <p class="saving saving-not" role="alert">
        <strong>这里只能看。</strong>这份草稿在另一个窗口里开着，请到那里写。
      </p>
    );
  if (saving === 'offline' || saving === 'refused')
    return (
      <div class="saving saving-not" role="alert">
        <p>
          <strong>没有保存！</strong>
          {saving === 'offline' ? OFFLINE : `${refusal?.message ?? ''}${refusal?.help ?? ''}`}
        </p>
        <button type="button" class="button-quiet" onClick={() => void store.save()}>
          现在再存一次
        </button>
      </div>
    );
  return (
    <p class="saving" role="status">
      {saving !== 'saved'
        ? '正在保存……'
        : savedAt === undefined
          ? '都已保存'
          : `已保存 ${timeInWords(savedAt)}`}
    </p>
  );
}

const OFFLINE = '办事台没有回应。不要关这个网页，写的还在这里；办事台一回来就会自己保存。';
