import { useState } from 'preact/hooks';
import type { Phase } from '../../../core/desk/api.ts';
import { timeInWords } from '../moment.ts';
import { asText } from './as-text.ts';
import { isOpen, type DraftState, type DraftStore } from './draft-store.ts';

/** That all that stands here lies on the disk, and since when. */
export function SavedAt({ state: { saving, savedAt, draft } }: { state: DraftState }) {
  if (!isOpen(draft.phase)) return <p class="saving">{FIXED[draft.phase]}，只能看</p>;
  if (draft.isReadOnly || FAILED.has(saving)) return null;
  const words = savedAt === undefined ? '都已保存' : `已保存 ${timeInWords(savedAt)}`;
  return (
    <p class="saving" role="status">
      {saving === 'saved' ? words : '正在保存……'}
    </p>
  );
}

const FIXED: Readonly<Partial<Record<Phase, string>>> = {
  submitted: '已经送审',
  approved: '审核已通过',
  published: '已经发布',
};

const FAILED: ReadonlySet<string> = new Set(['offline', 'refused']);

/** That it does not lie there, so that it cannot be missed; it stays in sight wherever the page is. */
export function NotSaved({ state, store }: { state: DraftState; store: DraftStore }) {
  const { saving, refusal, draft, isKept } = state;
  if (!isOpen(draft.phase)) return null;
  if (draft.isReadOnly)
    return (
      <div class="not-saved" role="alert">
        <p>
          <strong>这里只能看。</strong>这份草稿在另一个窗口里开着，请到那里写。
        </p>
      </div>
    );
  if (!FAILED.has(saving)) return null;
  return (
    <div class="not-saved" role="alert">
      <p>
        <strong>没有保存！</strong>
        {saving === 'offline' ? OFFLINE : `${refusal?.message ?? ''}${refusal?.help ?? ''}`}
        {isKept ? KEPT : NOT_KEPT}
      </p>
      <button type="button" class="button-quiet" onClick={() => void store.save()}>
        现在再存一次
      </button>
      <CopyAll state={state} />
    </div>
  );
}

/** A desk that is started again mostly has the same address; then this window saves by itself. */
const OFFLINE = '办事台没有回应，正在再试。关了的，请再打开一次，这里会自己存上。';

const KEPT = '没有存的字留在这个浏览器里，下次打开这份草稿会问您。在别的窗口里没有问的，请复制过去。';

const NOT_KEPT = '没有存的字只在这个网页里，先别关，请把内容复制出去。';

function CopyAll({ state }: { state: DraftState }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(asText(state)).then(() => setIsCopied(true));
  return (
    <>
      <button type="button" class="button-quiet" onClick={copy}>
        复制全部内容
      </button>
      {isCopied && <span>已经复制，可以贴到文档里。</span>}
    </>
  );
}
