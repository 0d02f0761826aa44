import type { ComponentChildren } from 'preact';
import type { Review } from '../../../core/desk/api.ts';
import { TextInput } from '../form/text-input.tsx';
import type { Marks } from './marks.ts';

/** One of the things that are ticked: what belongs to it, and the tick. */
export function PointBox(props: {
  name: string;
  isTicked: boolean;
  isReadOnly: boolean;
  onTick: (isTicked: boolean) => void;
  children: ComponentChildren;
}) {
  const { name, isTicked, isReadOnly, onTick, children } = props;
  return (
    <section class="box point" aria-label={name}>
      <h2>{name}</h2>
      {children}
      {!isReadOnly && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isTicked}
            onChange={({ currentTarget }) => onTick(currentTarget.checked)}
          />
          {name}：看过，没有问题
        </label>
      )}
    </section>
  );
}

/** One field as it will be read; whether it changed, how far the law wants it, and what is to be altered. */
export function Line(props: {
  label: string;
  words: string;
  review: Review;
  marks: Marks;
  isReadOnly: boolean;
}) {
  const { label, words, review, marks, isReadOnly } = props;
  const hasChanged = review.changes.some((change) => change.label === label);
  const periods = review.checked.periods.filter((period) => period.label === label);
  return (
    <li class={hasChanged ? 'line line-changed' : 'line'}>
      <p class="line-words">
        <span class="line-label">{label}</span> {words}
        {hasChanged && <span class="tag">改过</span>}
      </p>
      {periods.map((period) => (
        <p key={period.words} class={period.isKept === false ? 'said said-error' : 'echo'}>
          {period.words}
        </p>
      ))}
      {!isReadOnly && <Mark label={label} marks={marks} />}
    </li>
  );
}

/** 要改: what is wrong with this field, for whoever wrote it. */
function Mark({ label, marks }: { label: string; marks: Marks }) {
  const reason = marks.of(label);
  if (reason === undefined)
    return (
      <button
        type="button"
        class="button-text"
        aria-label={`要改：${label}`}
        onClick={() => marks.set(label, '')}
      >
        要改
      </button>
    );
  return (
    <span class="line-mark">
      <TextInput
        id={`mark-${label}`}
        label={`${label}要怎么改`}
        value={reason}
        onValue={(words) => marks.set(label, words)}
        className="input-line"
      />
      <button
        type="button"
        class="button-text"
        aria-label={`不改了：${label}`}
        onClick={() => marks.set(label, undefined)}
      >
        不改了
      </button>
    </span>
  );
}
