import { useState } from 'preact/hooks';
import type { Phase, Publication, Refusal } from '../../../core/desk/api.ts';
import { specOf } from '../../../core/drafting/draft.ts';
import { factLines } from '../../../core/drafting/summary.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';
import { PublicationBox } from './publication-box.tsx';

const STATES: Readonly<Record<Phase, string>> = {
  draft: '还没有发布。',
  returned: '已退回，改好以后再发布。',
  submitted: '正在等同事审核。',
  approved: '审核已经通过，等待发布。',
  published: '已经写入网站的内容。要改，请写更正。',
};

/** 发布: all that will be published, once more, and then into the content of the site. */
export function PublishStep({ store, server }: StepProps) {
  const state = useDraft(store);
  const [refusal, setRefusal] = useState<Refusal>();
  const [publication, setPublication] = useState<Publication>();
  const [isBusy, setIsBusy] = useState(false);
  const { draft, checked, saving, isChecking } = state;
  const spec = specOf(state.answers);
  const isOpen = draft.phase === 'draft' || draft.phase === 'returned';
  const canPublish = saving === 'saved' && !isChecking && checked?.canBeSubmitted === true && !isBusy;
  const publish = async (): Promise<void> => {
    setRefusal(undefined);
    setIsBusy(true);
    try {
      setPublication(await server.publish(draft.key, { rev: draft.rev }));
      store.take(await server.draft(draft.key));
    } catch (error) {
      setRefusal(refusalIn(error));
    }
    setIsBusy(false);
  };
  return (
    <section aria-label="发布">
      <p role="status">
        <strong>{STATES[draft.phase]}</strong>
      </p>
      {draft.reason !== undefined && <p class="row-reason">退回的理由：{draft.reason}</p>}
      {draft.returnedFields.map(({ label, reason }) => (
        <p key={label} class="row-reason">
          {label}：{reason}
        </p>
      ))}
      {publication && <PublicationBox publication={publication} />}
      <h2>{isOpen ? '将要发布的内容' : '发布的内容'}</h2>
      <ul class="facts">
        {spec && factLines(state.answers, spec).map((line, index) => <li key={index}>{line}</li>)}
        {state.files.map(({ name, label }) => (
          <li key={name}>附件 {label}</li>
        ))}
      </ul>
      {refusal && <Trouble refusal={refusal} />}
      {isOpen && (
        <>
          {!canPublish && <p class="quiet">{whyNot(state)}</p>}
          <p class="buttons">
            <button type="button" class="button-large" disabled={!canPublish} onClick={() => void publish()}>
              写入网站
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function whyNot({ saving, isChecking, checked }: ReturnType<typeof useDraft>): string {
  if (saving !== 'saved') return '还没有保存好，存好以后才能写入。';
  if (isChecking || !checked) return '正在检查，检查完才能写入。';
  return checked.canBeSubmitted ? '' : '还有要改的地方，改好以后才能写入。右边的“检查”里点一下就到。';
}
