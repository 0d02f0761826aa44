import type { DeskFacts } from '../../../core/desk/api.ts';
import type { Control, ControlKind } from '../../../core/desk/control.ts';
import { recordsOf, type Answer, type Answers } from '../../../core/drafting/draft.ts';
import { CorrectionsEditor } from './corrections-editor.tsx';
import { fieldId } from './field-id.ts';
import { RecordsTable } from './records-table.tsx';
import { Terms } from './terms.tsx';
import { TextArea, TextInput } from './text-input.tsx';

interface ControlProps {
  readonly control: Control;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly facts: DeskFacts;
  /** What the announcement says now that this one corrects. */
  readonly inForce: Answers | undefined;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly onTyping: (isTyping: boolean) => void;
}

/** The native controls of a field, as `core/desk/form` asks for it. */
export function ControlInput(props: ControlProps) {
  const { control, answer, onAnswer, facts, isReadOnly } = props;
  const { field, kind } = control;
  if (field.key === 'corrections' && props.inForce)
    return (
      <CorrectionsEditor
        label={field.label}
        records={recordsOf(answer)}
        onRecords={onAnswer}
        inForce={props.inForce}
        isReadOnly={isReadOnly}
      />
    );
  if (kind === 'records')
    return (
      <RecordsTable
        control={control}
        records={recordsOf(answer)}
        onRecords={onAnswer}
        isReadOnly={isReadOnly}
      />
    );
  if (kind === 'choice' || kind === 'yes-no')
    return <Terms field={field} answer={answer} onAnswer={onAnswer} isReadOnly={isReadOnly} />;
  if (kind === 'long-text') return <TextArea {...textOf(props)} rows={1} />;
  const list = kind === 'region' ? 'regions' : undefined;
  return (
    <>
      <TextInput {...textOf(props)} list={list} className={SHORT.has(kind) ? 'input-short' : 'input-line'} />
      {list !== undefined && (
        <datalist id={list}>
          {facts.regions.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Kinds whose values are short. */
const SHORT: ReadonlySet<ControlKind> = new Set(['date', 'instant', 'month', 'money', 'number', 'phone']);

const textOf = ({
  control,
  answer,
  onAnswer,
  describedBy,
  isInvalid,
  isReadOnly,
  onTyping,
}: ControlProps) => ({
  id: fieldId(control.field.label),
  value: typeof answer === 'string' ? answer : [answer ?? []].flat().join('、'),
  onValue: (value: string): void => onAnswer(value),
  describedBy,
  isInvalid,
  isReadOnly,
  onFocus: (): void => onTyping(true),
  onBlur: (): void => onTyping(false),
});
