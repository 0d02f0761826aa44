import type { Review } from '../../../core/desk/api.ts';
import { momentInWords } from '../moment.ts';

/** Of what announcement, by whom, and which approval is asked for. */
export function ReviewHead({ review: { draft, level, levels, rounds } }: { review: Review }) {
  const submitted = rounds.filter(({ event }) => event === 'submitted').length;
  return (
    <>
      <div class="draft-head">
        <p class="draft-type">{draft.type}</p>
        <h1>{draft.title}</h1>
      </div>
      <p class="row-facts">
        <span>经办：{draft.author.name}</span>
        <span>
          第 {level} 级审核，共 {levels} 级
        </span>
        {submitted > 1 && <span>第 {submitted} 次送审</span>}
      </p>
      {rounds.length > 0 && <Rounds rounds={rounds} />}
    </>
  );
}

const EVENTS: Readonly<Record<Review['rounds'][number]['event'], string>> = {
  submitted: '送审',
  'taken-back': '撤回',
  approved: '通过',
  returned: '退回',
  published: '发布',
};

const Rounds = ({ rounds }: Pick<Review, 'rounds'>) => (
  <details class="more">
    <summary>前面的经过（{rounds.length}）</summary>
    <ol class="rows">
      {rounds.map(({ event, actor, at, level, reason }) => (
        <li key={`${event} ${at}`}>
          {momentInWords(at)} {actor.name} {level !== undefined && `第 ${level} 级`}
          {EVENTS[event]}
          {reason !== undefined && `：${reason}`}
        </li>
      ))}
    </ol>
  </details>
);
