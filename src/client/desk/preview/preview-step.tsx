import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import { Views } from './views.tsx';

/** 看样: the real page, the screens of the lobby and the kiosk with this draft in them. */
export function PreviewStep({ store, server }: StepProps) {
  const { draft, saving } = useDraft(store);
  const key = `${draft.key} ${saving === 'saved' ? draft.rev : 'later'}`;
  const [loading, again] = useLoaded(key, async () => {
    await store.save();
    return server.preview(draft.key);
  });
  return (
    <Loaded loading={loading} again={again}>
      {(preview) => (
        <Views
          preview={preview}
          original={draft.hasOriginal ? () => server.original(draft.key) : undefined}
        />
      )}
    </Loaded>
  );
}
