import { useState } from 'preact/hooks';
import type { Field } from '../../../core/announcement/field.ts';
import type { DeskFinding, Proposal } from '../../../core/desk/api.ts';
import type { Answer } from '../../../core/drafting/draft.ts';
import type { DraftState } from '../draft/draft-store.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { Control } from './control.tsx';
import { echoOf, faultOf } from './echo.ts';
import { fieldId } from './field-id.ts';

/** One field: its label and help, its control, what was understood of it, and what is wrong with it. */
export function FieldRow(props: Pick<StepProps, 'store' | 'facts'> & { field: Field; isByLaw: boolean }) {
  const { field, isByLaw, store, facts } = props;
  const state = useDraft(store);
  const [isTyping, setIsTyping] = useState(false);
  const { label } = field;
  const answer = state.answers[label];
  const findings = findingsOf(state, label);
  const fault = isTyping || findings.length > 0 ? undefined : faultOf(field, answer);
  const isGroup = field.shape === 'records' || field.terms !== undefined;
  const id = fieldId(label);
  const describedBy = `${id}-help ${id}-said`;
  const content = (
    <>
      <p id={`${id}-help`} class="help">
        {field.help}
        {field.shape !== 'records' && exampleOf(field)}
      </p>
      <Control
        field={field}
        answer={answer}
        onAnswer={(given) => store.answer(label, given)}
        regions={facts.regions}
        describedBy={describedBy}
        isInvalid={fault !== undefined || findings.some(({ severity }) => severity === 'error')}
        isReadOnly={state.draft.isReadOnly}
        onTyping={setIsTyping}
      />
      <div id={`${id}-said`}>
        <Echo field={field} state={state} />
        {fault && <Said severity="error" message={fault.message} help={fault.help ?? fault.fix} />}
        {findings.map(({ code, severity, message, help }) => (
          <Said key={`${code} ${message}`} severity={severity} message={message} help={help} />
        ))}
        {state.draft.sources[label] !== undefined && (
          <p class="quiet">原件写的是：{state.draft.sources[label]}</p>
        )}
      </div>
      <Offer
        proposal={state.draft.proposals[label]}
        answer={answer}
        take={(given) => store.answer(label, given)}
        label={label}
      />
    </>
  );
  return isGroup ? (
    <fieldset class="field" id={id} tabIndex={-1}>
      <legend class="label">{nameOf(label, isByLaw)}</legend>
      {content}
    </fieldset>
  ) : (
    <div class="field">
      <label class="label" for={id}>
        {nameOf(label, isByLaw)}
      </label>
      {content}
    </div>
  );
}

const nameOf = (label: string, isByLaw: boolean) => (
  <>
    {label}
    {isByLaw && <span class="must">要填</span>}
  </>
);

const exampleOf = ({ example, itemExample, terms }: Field): string => {
  const shown = example ?? itemExample;
  return shown === undefined || terms !== undefined ? '' : `例如：${shown}`;
};

const findingsOf = (state: DraftState, label: string): readonly DeskFinding[] =>
  (state.checked?.findings ?? []).filter(
    ({ field, bodyLine, file }) => field === label && bodyLine === undefined && file === undefined,
  );

function Echo({ field, state }: { field: Field; state: DraftState }) {
  const answer = state.answers[field.label];
  const periods = (state.checked?.periods ?? []).filter(({ label }) => label === field.label);
  const difference = state.checked?.differences.find(({ label }) => label === field.label);
  const echo = periods.length > 0 ? undefined : echoOf(field, answer);
  return (
    <>
      {echo !== undefined && <p class="echo">= {echo}</p>}
      {periods.map(({ words, isKept, citation }) => (
        <p key={words} class={isKept === false ? 'echo echo-not' : 'echo'}>
          {words}
          {isKept === true && <span> ✓</span>}
          {citation !== undefined && <span class="quiet"> {citation}</span>}
        </p>
      ))}
      {difference && <p class="echo echo-not">正文写的是：{difference.body}</p>}
    </>
  );
}

const Said = (props: { severity: DeskFinding['severity']; message: string; help?: string | undefined }) => (
  <p class={`said said-${props.severity}`}>
    {props.message}
    {props.help !== undefined && <span class="said-help">改成：{props.help}</span>}
  </p>
);

/** A value that is proposed and why; it is put in by the clerk alone. */
function Offer(props: {
  proposal: Proposal | undefined;
  answer: Answer | undefined;
  take: (answer: Answer) => void;
  label: string;
}) {
  const { proposal, answer, take, label } = props;
  if (!proposal || answer !== undefined) return null;
  return (
    <p class="offer">
      <span>
        可以填：<strong>{inWords(proposal.answer)}</strong>（{proposal.reason}）
      </span>
      <button
        type="button"
        class="button-quiet"
        aria-label={`采用：${label}`}
        onClick={() => take(proposal.answer)}
      >
        采用
      </button>
    </p>
  );
}

const inWords = (answer: Answer): string => {
  if (typeof answer === 'string') return answer;
  return answer.every((one) => typeof one === 'string') ? answer.join('、') : `${answer.length} 项`;
};
