import { specOf } from '../../../core/drafting/draft.ts';
import { factLines } from '../../../core/drafting/summary.ts';
import type { Draft } from '../../../core/desk/api.ts';
import { isOpen, type DraftState } from '../draft/draft-store.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { momentInWords } from '../moment.ts';
import { Trouble } from '../server/loaded.tsx';
import { Past } from './past.tsx';
import { PublicationBox } from './publication-box.tsx';
import { Receipt } from './receipt.tsx';
import { Returned } from './returned.tsx';
import { SendBox } from './send-box.tsx';
import { TakeBack } from './take-back.tsx';
import { usePublication } from './use-publication.ts';

/** 发布: all that will be published, once more; then to those who review it, or to the public. */
export function PublishStep({ store, server, facts }: StepProps) {
  const state = useDraft(store);
  const { draft } = state;
  const { key, phase, rev } = draft;
  const [publication, setPublication] = usePublication(server, key, phase);
  const send = async (): Promise<void> => {
    if (facts.levels > 0) return store.take(await server.submit(key, { rev }));
    setPublication(await server.publish(key, { rev }));
    store.take(await server.draft(key));
  };
  const takeBack = async (reason: string): Promise<void> => {
    store.take(await server.takeBack(key, { reason }));
    await store.check();
  };
  return (
    <section aria-label="发布">
      <p class="phase" role="status">
        <strong>{phaseInWords(draft, facts.levels)}</strong>
      </p>
      {draft.unsent && <Trouble refusal={draft.unsent} />}
      <Returned draft={draft} />
      {publication && <PublicationBox publication={publication} />}
      {phase === 'published' && publication && (
        <Receipt {...{ publication, type: draft.type }} siteName={facts.siteName} title={draft.title} />
      )}
      {isOpen(phase) && <SendBox state={state} levels={facts.levels} send={send} />}
      {canBeTakenBack(draft) && <TakeBack takeBack={takeBack} />}
      <Past server={server} draft={draft} />
      <Contents state={state} />
    </section>
  );
}

const Contents = ({ state }: { state: DraftState }) => {
  const spec = specOf(state.answers);
  return (
    <>
      <h2>{state.draft.phase === 'published' ? '发布的内容' : '将要发布的内容'}</h2>
      <ul class="facts">
        {spec && factLines(state.answers, spec).map((line, index) => <li key={index}>{line}</li>)}
        {state.files.map(({ name, label }) => (
          <li key={name}>附件 {label}</li>
        ))}
      </ul>
    </>
  );
};

/** Until it is public: what was only approved waits for its time. */
const canBeTakenBack = ({ phase, at }: Draft): boolean =>
  phase === 'submitted' || (phase === 'approved' && at !== undefined);

function phaseInWords({ phase, approvals, at }: Draft, levels: number): string {
  if (phase === 'draft') return '还没有发布。';
  if (phase === 'returned') return '已退回。改好以后再送。';
  if (phase === 'submitted') return `已经送审，正在等同事审核：要 ${levels} 位，已通过 ${approvals} 位。`;
  if (phase === 'published') return '已经发布。要改，请写更正。';
  return at === undefined ? '审核已经通过，正在发布。' : `等到 ${momentInWords(at)} 自动发布。`;
}
