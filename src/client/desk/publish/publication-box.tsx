import type { Publication } from '../../../core/desk/api.ts';
import { historyAt } from '../place.ts';

type StepState = Publication['steps'][number]['state'];

const SIGNS: Readonly<Record<StepState, string>> = { done: '✓', running: '…', waiting: '○', failed: '✗' };

const NAMES: Readonly<Record<StepState, string>> = {
  done: '已经做好',
  running: '正在做',
  waiting: '还没有到',
  failed: '没有做成',
};

/** How far a publication has come, step by step, and where it will be found. */
export const PublicationBox = ({ publication }: { publication: Publication }) => (
  <section class="box" aria-label="发布到哪一步">
    <h2>发布到哪一步</h2>
    <p class="unseen" role="status">
      {publication.steps.map(({ name, state }) => `${name}：${NAMES[state]}。`)}
    </p>
    <ol class="strip">
      {publication.steps.map(({ name, state, words, help }) => (
        <li key={name} class={`strip-${state}`}>
          <span class="strip-sign" aria-hidden="true">
            {SIGNS[state]}
          </span>
          <strong>{name}</strong>
          <span class="unseen">：{NAMES[state]}</span>
          {words !== undefined && <span class="strip-words">{words}</span>}
          {help !== undefined && <span class="strip-words">{help}</span>}
        </li>
      ))}
    </ol>
    <p>
      网址：
      {isPublic(publication) ? (
        <a href={publication.address} target="_blank" rel="noreferrer">
          {publication.address}
        </a>
      ) : (
        publication.address
      )}
    </p>
    <p>
      <a href={historyAt(publication.id)}>看这份公告的历史</a>
    </p>
  </section>
);

/** Whether every step is done, so that nothing more is to come. */
export const isDone = ({ steps }: Publication): boolean => steps.every(({ state }) => state === 'done');

/** Whether readers find it at its address. */
const isPublic = ({ steps }: Publication): boolean =>
  steps.some(({ name, state }) => name === '网站已更新' && state === 'done');
