import { useState } from 'preact/hooks';
import type { Phase, Refusal } from '../../../core/desk/api.ts';
import { specOf } from '../../../core/drafting/draft.ts';
import { factLines } from '../../../core/drafting/summary.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';

const STATES: Readonly<Record<Phase, string>> = {
  draft: '还没有送审。',
  returned: '已退回，改好以后再送审。',
  submitted: '已经送审，等同事审核。要改的话，先撤回来。',
  approved: '审核已经通过，等待发布。',
  published: '已经发布。要改，请写更正。',
};

/** 送审: all that will be published, once more, and then to the colleague who reviews. */
export function SubmitStep({ store, server, facts }: StepProps) {
  const state = useDraft(store);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const { draft, checked, saving, isChecking } = state;
  const spec = specOf(state.answers);
  const mayEdit = draft.phase === 'draft' || draft.phase === 'returned';
  const canSubmit = saving === 'saved' && !isChecking && checked?.canBeSubmitted === true && !isBusy;
  const ask = async (call: 'submit' | 'takeBack'): Promise<void> => {
    setRefusal(undefined);
    setIsBusy(true);
    try {
      store.take(await server[call](draft.key, store.state.draft.rev));
    } catch (error) {
      setRefusal(refusalIn(error));
    }
    setIsBusy(false);
  };
  return (
    <section aria-label="送审">
      <p role="status">
        <strong>{STATES[draft.phase]}</strong>
      </p>
      {draft.reason !== undefined && <p class="row-reason">退回的理由：{draft.reason}</p>}
      {draft.returnedFields.map(({ label, reason }) => (
        <p key={label} class="row-reason">
          {label}：{reason}
        </p>
      ))}
      <h2>将要发布的内容</h2>
      <ul class="facts">
        {spec && factLines(state.answers, spec).map((line, index) => <li key={index}>{line}</li>)}
        {state.files.map(({ name, label }) => (
          <li key={name}>附件 {label}</li>
        ))}
      </ul>
      {refusal && <Trouble refusal={refusal} />}
      {mayEdit && (
        <>
          {!canSubmit && <p class="quiet">{whyNot(state)}</p>}
          <p class="buttons">
            <button
              type="button"
              class="button-large"
              disabled={!canSubmit}
              onClick={() => void ask('submit')}
            >
              {facts.levels === 0 ? '写好了' : '送审'}
            </button>
          </p>
        </>
      )}
      {draft.phase === 'submitted' && (
        <p class="buttons">
          <button type="button" class="button-quiet" disabled={isBusy} onClick={() => void ask('takeBack')}>
            撤回来改
          </button>
        </p>
      )}
    </section>
  );
}

function whyNot({ saving, isChecking, checked }: ReturnType<typeof useDraft>): string {
  if (saving !== 'saved') return '还没有保存好，存好以后才能送审。';
  if (isChecking || !checked) return '正在检查，检查完才能送审。';
  return checked.canBeSubmitted ? '' : '还有要改的地方，改好以后才能送审。右边的“检查”里点一下就到。';
}
