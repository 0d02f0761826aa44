import type { DeskFacts } from '../../../core/desk/api.ts';
import type { Control, ControlKind } from '../../../core/desk/control.ts';
import { recordsOf, type Answer, type Answers } from '../../../core/drafting/draft.ts';
import { CorrectionsEditor } from './corrections-editor.tsx';
import { fieldId } from './field-id.ts';
import { RegionChoice } from './region-choice.tsx';
import { RelatedInput } from './related-input.tsx';
import type { DeskServer } from '../server/desk-server.ts';
import { RecordsTable } from './records-table.tsx';
import { Terms } from './terms.tsx';
import { TextArea, TextInput } from './text-input.tsx';

interface ControlProps {
  readonly control: Control;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly facts: DeskFacts;
  readonly server: DeskServer;
  /** What the announcement says now that this one corrects. */
  readonly inForce: Answers | undefined;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly onTyping: (isTyping: boolean) => void;
}

/** The native controls of a field, as `core/desk/form` asks for it. */
export function ControlInput(props: ControlProps) {
  const { control, answer, onAnswer, facts, isInvalid, isReadOnly } = props;
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
  if (kind === 'region' && facts.regions.length > 0)
    return <RegionChoice {...textOf(props)} {...{ isInvalid, isReadOnly }} regions={facts.regions} />;
  if (kind === 'announcement') return <RelatedInput {...props} />;
  return <TextInput {...textOf(props)} className={SHORT.has(kind) ? 'input-short' : 'input-line'} />;
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
