import type { Publication } from '../../../core/desk/api.ts';

const SIGNS = { done: '✓', running: '…', waiting: '…', failed: '✗' } as const;

/** How far a publication has come, step by step, and where it will be found. */
export const PublicationBox = ({ publication }: { publication: Publication }) => (
  <section class="box" aria-label="发布到哪一步">
    <ol class="facts">
      {publication.steps.map(({ name, state, words, help }) => (
        <li key={name}>
          <span aria-hidden="true">{SIGNS[state]} </span>
          {name}
          {words !== undefined && `：${words}`}
          {help !== undefined && <p class="row-reason">{help}</p>}
        </li>
      ))}
    </ol>
    <p>网址：{publication.address}</p>
  </section>
);
