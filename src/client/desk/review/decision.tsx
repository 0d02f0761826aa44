import { useState } from 'preact/hooks';
import type { Refusal, Review, Reviewed } from '../../../core/desk/api.ts';
import { TextArea } from '../form/text-input.tsx';
import { refusalIn, Trouble } from '../server/loaded.tsx';
import type { Marks } from './marks.ts';
import { POINTS, type Tick } from './points.ts';

interface DecisionProps {
  readonly review: Review;
  readonly ticks: readonly Tick[];
  readonly marks: Marks;
  readonly approve: () => Promise<Reviewed | undefined>;
  readonly giveBack: (reason: string) => Promise<Reviewed>;
  readonly onDone: (reviewed: Reviewed) => void;
}

/** 通过 or 退回, and what comes of it, which is told before. */
export function Decision(props: DecisionProps) {
  const { review, onDone } = props;
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const act = (decide: () => Promise<Reviewed | undefined>): void => {
    setRefusal(undefined);
    setIsBusy(true);
    decide()
      .then((reviewed) => reviewed && onDone(reviewed))
      .catch((error: unknown) => setRefusal(refusalIn(error)))
      .finally(() => setIsBusy(false));
  };
  if (review.whyNot !== undefined)
    return (
      <p class="note" role="status">
        {review.whyNot}
      </p>
    );
  return (
    <>
      {refusal && <Trouble refusal={refusal} />}
      <div class="decision">
        <Approve {...props} isBusy={isBusy} act={act} />
        <GiveBack {...props} isBusy={isBusy} act={act} />
      </div>
    </>
  );
}

type ActProps = DecisionProps & {
  readonly isBusy: boolean;
  readonly act: (decide: () => Promise<Reviewed | undefined>) => void;
};

function Approve({ review, ticks, marks, approve, isBusy, act }: ActProps) {
  const { publishes, level, levels } = review;
  const why = whyNotYet(review, ticks, marks);
  return (
    <section class={publishes.kind === 'late' ? 'box box-urgent' : 'box'} aria-labelledby="approve">
      <h2 id="approve">通过</h2>
      <p>
        {level < levels ? `这是第 ${level} 级审核，共 ${levels} 级；还要下一级通过。` : '通过以后就发布。'}
      </p>
      <p>{publishes.words}</p>
      <p class="quiet" role="status">
        {isBusy ? '正在办……' : why}
      </p>
      <p class="buttons">
        <button
          type="button"
          class="button-large"
          disabled={why !== undefined || isBusy}
          onClick={() => act(approve)}
        >
          通过
        </button>
      </p>
    </section>
  );
}

function whyNotYet(review: Review, ticks: readonly Tick[], marks: Marks): string | undefined {
  if (!review.checked.canBeSubmitted) return '检查还有要改的，不能通过。';
  if (marks.fields.length > 0) return '有标了“要改”的栏，请退回；不用改的把它去掉。';
  const left = POINTS.filter(({ tick }) => !ticks.includes(tick)).map(({ name }) => name);
  return left.length === 0 ? undefined : `还没有勾：${left.join('、')}。`;
}

function GiveBack({ marks, giveBack, isBusy, act }: ActProps) {
  const [reason, setReason] = useState('');
  const count = marks.fields.length;
  const isReady = reason.trim() !== '' && !isBusy;
  return (
    <section class="box" aria-labelledby="give-back">
      <h2 id="give-back">退回</h2>
      <label class="label" for="give-back-reason">
        退回的理由<span class="must">要填</span>
      </label>
      <TextArea id="give-back-reason" value={reason} onValue={setReason} />
      <p class="quiet">
        {count === 0 ? '哪一栏要改，可以在上面那一栏点“要改”。' : `一起送回标了“要改”的 ${count} 栏。`}
      </p>
      <p class="buttons">
        <button
          type="button"
          class="button-quiet button-stop"
          disabled={!isReady}
          onClick={() => act(() => giveBack(reason.trim()))}
        >
          退回
        </button>
      </p>
    </section>
  );
}
