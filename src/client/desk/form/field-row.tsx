import { useState } from 'preact/hooks';
import type { Field } from '../../../core/announcement/field.ts';
import type { DeskFinding, Proposal } from '../../../core/desk/api.ts';
import type { Control } from '../../../core/desk/control.ts';
import { echoOf } from '../../../core/desk/echo.ts';
import { recordsOf, type Answer, type Answers } from '../../../core/drafting/draft.ts';
import type { DraftState } from '../draft/draft-store.ts';
import { toldOf } from '../draft/told.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { ControlInput } from './control-input.tsx';
import { fieldId } from './field-id.ts';

/** One field: its label and help, its control, what was understood of it, and what is wrong with it. */
export function FieldRow(
  props: StepProps & {
    control: Control;
    isByLaw: boolean;
    inForce: Answers | undefined;
  },
) {
  const { control, isByLaw, store, server, facts, inForce } = props;
  const { field, kind } = control;
  const state = useDraft(store);
  const [isTyping, setIsTyping] = useState(false);
  const { label } = field;
  const answer = state.answers[label];
  const findings = findingsOf(state, label);
  const echo = kind === 'records' || recordsOf(answer).length > 0 ? undefined : echoOf(field, answer);
  const isJudged = state.checkedOf?.answers[label] === answer && state.checked !== undefined;
  const fault =
    isTyping || isJudged || findings.length > 0 || !echo || 'words' in echo ? undefined : echo.fault;
  const isGroup = GROUPS.has(kind);
  const id = fieldId(label);
  const describedBy = `${id}-help ${id}-said`;
  const content = (
    <>
      <p id={`${id}-help`} class="help">
        {field.help}
        {kind !== 'records' && exampleOf(field)}
        {control.oneOf && `“${control.oneOf.join('”“')}”只填一栏。`}
      </p>
      <ControlInput
        control={control}
        answer={answer}
        onAnswer={(given) => store.answer(label, given)}
        facts={facts}
        server={server}
        inForce={inForce}
        describedBy={describedBy}
        isInvalid={fault !== undefined || findings.some(({ severity }) => severity === 'error')}
        isReadOnly={state.draft.isReadOnly}
        onTyping={setIsTyping}
      />
      <div id={`${id}-said`}>
        <Echo label={label} words={echo && 'words' in echo ? echo.words : undefined} state={state} />
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
      <legend class="label">
        {nameOf(label, control.isRequired ? '要填' : isByLaw ? '法律要求' : undefined)}
      </legend>
      {content}
    </fieldset>
  ) : (
    <div class="field">
      <label class="label" for={id}>
        {nameOf(label, control.isRequired ? '要填' : isByLaw ? '法律要求' : undefined)}
      </label>
      {content}
    </div>
  );
}

/** Controls of several parts, which a legend names. */
const GROUPS: ReadonlySet<Control['kind']> = new Set(['records', 'choice', 'yes-no']);

const nameOf = (label: string, need: string | undefined) => (
  <>
    {label}
    {need !== undefined && <span class="must">{need}</span>}
  </>
);

const exampleOf = ({ example, itemExample, terms }: Field): string => {
  const shown = example ?? itemExample;
  return shown === undefined || terms !== undefined ? '' : `例如：${shown}`;
};

/** A field that nobody has come to yet is not wrong, until all is asked for. */
const findingsOf = (state: DraftState, label: string): readonly DeskFinding[] =>
  toldOf(state).found.filter(
    ({ field, bodyLine, file }) => field === label && bodyLine === undefined && file === undefined,
  );

/** How the answer was understood; of a date that the server has judged, with its periods. */
function Echo(props: { label: string; words: string | undefined; state: DraftState }) {
  const { label: own, words: echo, state } = props;
  const periods = (state.checked?.periods ?? []).filter(({ label }) => label === own);
  const difference = state.checked?.differences.find(({ label }) => label === own);
  return (
    <>
      {echo !== undefined && periods.length === 0 && <p class="echo">{echo}</p>}
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
