import { useState } from 'preact/hooks';
import type { Preview } from '../../../core/desk/api.ts';
import { Compare, type AskOriginal } from './compare.tsx';

interface View {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Of the frame, in CSS pixels; undefined takes the place there is. */
  readonly width?: number;
  readonly height?: number;
}

const COMPARE = 'compare';

/** The places where a draft will be seen, one of them at a time; beside it the document that it was made from. */
export function Views({ preview, original }: { preview: Preview; original?: AskOriginal | undefined }) {
  const views = viewsOf(preview, original !== undefined);
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
      {view.id === COMPARE && original ? (
        <Compare page={preview.page} rev={preview.rev} ask={original} />
      ) : (
        <Shown view={view} rev={preview.rev} />
      )}
    </section>
  );
}

const Shown = ({ view, rev }: { view: View; rev: number }) => (
  <>
    <p class="quiet">
      <a href={view.address} target="_blank" rel="noreferrer">
        在新窗口里看{view.name}
      </a>
      ，打印也从那里。
    </p>
    <div class="scroll" role="region" aria-label={`${view.name}的样子`} tabIndex={0}>
      <iframe
        key={`${view.id} ${rev}`}
        title={view.name}
        src={view.address}
        sandbox="allow-scripts allow-same-origin"
        width={view.width ?? '100%'}
        height={view.height ?? 900}
      />
    </div>
  </>
);

function viewsOf({ page, screens, kiosk }: Preview, hasOriginal: boolean): readonly View[] {
  return [
    { id: 'desktop', name: '网页（电脑）', address: page },
    { id: 'phone', name: '网页（手机）', address: page, width: 390, height: 844 },
    ...(hasOriginal ? [{ id: COMPARE, name: '对照原件', address: page }] : []),
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
