import { useState } from 'preact/hooks';
import type { Preview } from '../../../core/desk/api.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';

interface View {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Of the frame, in CSS pixels; undefined takes the place there is. */
  readonly width?: number;
  readonly height?: number;
}

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
      {(preview) => <Views preview={preview} />}
    </Loaded>
  );
}

function Views({ preview }: { preview: Preview }) {
  const views = viewsOf(preview);
  const [shown, setShown] = useState(views[0]!.id);
  const view = views.find(({ id }) => id === shown) ?? views[0]!;
  return (
    <section aria-label="看样">
      <fieldset class="categories">
        <legend class="label">看哪里</legend>
        {views.map(({ id, name }) => (
          <label key={id} class="choice">
            <input type="radio" name="view" checked={id === view.id} onChange={() => setShown(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <p class="quiet">
        <a href={view.address} target="_blank" rel="noreferrer">
          在新窗口里看{view.name}
        </a>
        ，打印也从那里。
      </p>
      <div class="scroll" role="region" aria-label={`${view.name}的样子`} tabIndex={0}>
        <iframe
          key={`${view.id} ${preview.rev}`}
          title={view.name}
          src={view.address}
          sandbox="allow-scripts allow-same-origin"
          width={view.width ?? '100%'}
          height={view.height ?? 900}
        />
      </div>
    </section>
  );
}

function viewsOf({ page, screens, kiosk }: Preview): readonly View[] {
  return [
    { id: 'desktop', name: '网页（电脑）', address: page },
    { id: 'phone', name: '网页（手机）', address: page, width: 390, height: 844 },
    ...screens.map(({ id, name, address }) => ({
      id: `screen-${id}`,
      name,
      address,
      width: 1280,
      height: 720,
    })),
    ...(kiosk === undefined
      ? []
      : [{ id: 'kiosk', name: '触摸屏', address: kiosk, width: 1080, height: 1200 }]),
  ];
}
