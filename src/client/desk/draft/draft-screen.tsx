import { useEffect } from 'preact/hooks';
import type { DeskFacts } from '../../../core/desk/api.ts';
import { answerOf } from '../../../core/drafting/draft.ts';
import { BodyStep } from '../body/body-step.tsx';
import { FilesStep } from '../files/files-step.tsx';
import { FormStep } from '../form/form-step.tsx';
import type { Step } from '../place.ts';
import { PreviewStep } from '../preview/preview-step.tsx';
import type { DeskServer } from '../server/desk-server.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import { PublishStep } from '../publish/publish-step.tsx';
import { ConflictScreen } from './conflict-screen.tsx';
import { DraftStore } from './draft-store.ts';
import { keeperOf } from './kept-edit.ts';
import { KeptScreen } from './kept-screen.tsx';
import { FindingsPane } from './findings-pane.tsx';
import { NotSaved, SavedAt } from './saving-state.tsx';
import type { StepProps } from './step-props.ts';
import { Steps } from './steps.tsx';
import { useDraft, useSafeguards } from './use-draft.ts';

/** One draft that is open, at one of its steps. */
export function DraftScreen(props: { server: DeskServer; facts: DeskFacts; draftKey: string; step: Step }) {
  const { server, facts, draftKey, step } = props;
  const [loading, again] = useLoaded(
    draftKey,
    async () => new DraftStore(server, await server.draft(draftKey), keeperOf(draftKey)),
  );
  return (
    <Loaded loading={loading} again={again} isScreen>
      {(store) => <OpenDraft server={server} facts={facts} store={store} step={step} />}
    </Loaded>
  );
}

function OpenDraft({ step, ...props }: StepProps & { step: Step }) {
  const { store } = props;
  const state = useDraft(store);
  useSafeguards(store);
  const isPublished = state.draft.phase === 'published';
  useEffect(() => {
    if (!isPublished) void store.check();
    return () => store.close();
  }, [store]);
  useEffect(() => {
    if (step === 'publish') store.tellAll();
  }, [store, step]);
  if (state.theirs) return <ConflictScreen store={store} state={state} theirs={state.theirs} />;
  if (state.kept) return <KeptScreen store={store} state={state} kept={state.kept} />;
  const title = answerOf(state.answers, '标题');
  return (
    <div class="draft">
      <div class="draft-head">
        <p class="draft-type">{state.draft.type}</p>
        <h1>{title ?? `还没有标题的${state.draft.type}`}</h1>
        <SavedAt state={state} />
      </div>
      <NotSaved state={state} store={store} />
      <Steps state={state} step={step} />
      <div class={isPublished ? undefined : 'draft-columns'}>
        <div class="draft-work">
          <StepOf step={step} {...props} />
        </div>
        {!isPublished && <FindingsPane state={state} store={store} />}
      </div>
    </div>
  );
}

function StepOf({ step, ...props }: StepProps & { step: Step }) {
  const One = SCREENS[step];
  return <One {...props} />;
}

const SCREENS = {
  form: FormStep,
  body: BodyStep,
  files: FilesStep,
  preview: PreviewStep,
  publish: PublishStep,
};
