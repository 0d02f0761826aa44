import { useEffect, useState } from 'preact/hooks';
import type { ProjectHit } from '../../../core/desk/api.ts';
import type { Control } from '../../../core/desk/control.ts';
import { recordsOf, type Answer } from '../../../core/drafting/draft.ts';
import { momentInWords } from '../moment.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { fieldId } from './field-id.ts';
import { RecordsTable } from './records-table.tsx';
import { TextInput } from './text-input.tsx';

/** How long a clerk must have paused before it is looked for, in milliseconds. */
const PAUSE = 250;

interface RelatedProps {
  readonly control: Control;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly server: DeskServer;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
}

/** 关联公告: looked for by title, code or initials and chosen; one that was published elsewhere is written down. */
export function RelatedInput(props: RelatedProps) {
  const { control, answer, onAnswer, isReadOnly, describedBy, isInvalid } = props;
  const { label } = control.field;
  const records = recordsOf(answer);
  const [isElsewhere, setIsElsewhere] = useState(records.length > 0);
  return (
    <>
      {control.twin && isElsewhere ? (
        <RecordsTable control={control.twin} records={records} onRecords={onAnswer} isReadOnly={isReadOnly} />
      ) : (
        <>
          <TextInput
            id={fieldId(label)}
            className="input-line"
            value={typeof answer === 'string' ? answer : ''}
            onValue={onAnswer}
            {...{ describedBy, isInvalid, isReadOnly }}
          />
          {!isReadOnly && <Search {...props} />}
        </>
      )}
      {control.twin && !isReadOnly && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isElsewhere}
            onChange={({ currentTarget }) => {
              setIsElsewhere(currentTarget.checked);
              onAnswer(undefined);
            }}
          />
          前一份公告不在本站
        </label>
      )}
    </>
  );
}

/** Finds the announcements of a project; a click takes the one. */
function Search({ control, server, onAnswer }: RelatedProps) {
  const [words, setWords] = useState('');
  const [hits, setHits] = useState<readonly ProjectHit[]>();
  const id = `${fieldId(control.field.label)}-search`;
  useEffect(() => {
    setHits(undefined);
    if (words.trim() === '') return undefined;
    let isAsked = true;
    const look = (): void =>
      void server.projects(words).then(
        (found) => isAsked && setHits(found),
        () => isAsked && setHits([]),
      );
    const timer = setTimeout(look, PAUSE);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [words]);
  return (
    <div class="related">
      <label for={id}>按项目名称、编号找</label>
      <TextInput id={id} type="search" className="input-line" value={words} onValue={setWords} />
      {hits?.length === 0 && (
        <p class="quiet" role="status">
          没有找到。少写几个字试试。
        </p>
      )}
      <ul>
        {hits?.map(({ code, title, announcements }) => (
          <li key={code}>
            <p class="quiet">{title}</p>
            {announcements.map((one) => (
              <button
                key={one.id}
                type="button"
                class="button-text"
                onClick={() => {
                  onAnswer(one.id);
                  setWords('');
                }}
              >
                {one.type} {momentInWords(one.publishedAt)}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
