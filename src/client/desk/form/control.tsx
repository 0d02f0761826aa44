import type { Field } from '../../../core/announcement/field.ts';
import { textKind } from '../../../core/announcement/text.ts';
import { recordsOf, type Answer } from '../../../core/drafting/draft.ts';
import { fieldId } from './field-id.ts';
import { RecordsTable } from './records-table.tsx';
import { TextArea, TextInput } from './text-input.tsx';

interface ControlProps {
  readonly field: Field;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly regions: readonly string[];
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly onTyping: (isTyping: boolean) => void;
}

/** The native control of a field, by its shape, its kind and its terms alone: a new field needs none of its own. */
export function Control(props: ControlProps) {
  const { field, answer, onAnswer } = props;
  if (field.shape === 'records')
    return (
      <RecordsTable
        field={field}
        records={recordsOf(answer)}
        onRecords={onAnswer}
        isReadOnly={props.isReadOnly}
      />
    );
  if (field.terms && field.shape === 'scalar') return <Terms {...props} terms={field.terms} />;
  if (field.shape === 'values') return <ValuesInput {...props} />;
  if (field.kind === textKind) return <TextArea {...textOf(props)} />;
  const list = field.key === 'region' ? 'regions' : undefined;
  return (
    <>
      <TextInput {...textOf(props)} list={list} className={WIDTHS[field.kind?.name ?? ''] ?? 'input-line'} />
      {list !== undefined && (
        <datalist id={list}>
          {props.regions.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
      )}
    </>
  );
}

const WIDTHS: Readonly<Record<string, string>> = {
  instant: 'input-short',
  date: 'input-short',
  month: 'input-short',
  price: 'input-short',
  money: 'input-short',
  days: 'input-short',
  percent: 'input-short',
  phone: 'input-short',
};

const textOf = ({ field, answer, onAnswer, describedBy, isInvalid, isReadOnly, onTyping }: ControlProps) => ({
  id: fieldId(field.label),
  value: typeof answer === 'string' ? answer : [answer ?? []].flat().join('、'),
  onValue: (value: string): void => onAnswer(value),
  describedBy,
  isInvalid,
  isReadOnly,
  onFocus: (): void => onTyping(true),
  onBlur: (): void => onTyping(false),
});

/** Values one behind the other, as a clerk writes a list. */
const ValuesInput = (props: ControlProps) => {
  const text = textOf(props);
  return <TextInput {...text} className="input-line" />;
};

function Terms({ field, answer, onAnswer, isReadOnly, terms }: ControlProps & { terms: readonly string[] }) {
  return (
    <div class="choices">
      {terms.map((term, index) => (
        <label key={term} class="choice">
          <input
            type="radio"
            id={index === 0 ? `${fieldId(field.label)}-first` : undefined}
            name={fieldId(field.label)}
            checked={answer === term}
            disabled={isReadOnly}
            onChange={() => onAnswer(term)}
          />
          {term}
        </label>
      ))}
      {answer !== undefined && !field.required && (
        <button type="button" class="button-text" onClick={() => onAnswer(undefined)}>
          不填
        </button>
      )}
    </div>
  );
}
