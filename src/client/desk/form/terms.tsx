import type { Field } from '../../../core/announcement/field.ts';
import type { Answer } from '../../../core/drafting/draft.ts';
import { fieldId } from './field-id.ts';

/** A closed list of terms as radio buttons; what may be left out can be taken back. */
export function Terms(props: {
  field: Field;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  isReadOnly: boolean;
}) {
  const { field, answer, onAnswer, isReadOnly } = props;
  return (
    <div class="choices">
      {(field.terms ?? []).map((term) => (
        <label key={term} class="choice">
          <input
            type="radio"
            name={fieldId(field.label)}
            checked={answer === term}
            disabled={isReadOnly}
            onChange={() => onAnswer(term)}
          />
          {term}
        </label>
      ))}
      {answer !== undefined && !field.required && !isReadOnly && (
        <button type="button" class="button-text" onClick={() => onAnswer(undefined)}>
          不填<span class="unseen">{field.label}</span>
        </button>
      )}
    </div>
  );
}
