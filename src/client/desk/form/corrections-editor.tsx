import { useState } from 'preact/hooks';
import { echoOf } from '../../../core/desk/echo.ts';
import type { Answer, Answers, RecordAnswer } from '../../../core/drafting/draft.ts';
import { correctable, movedAlong } from './corrections.ts';
import { fieldId } from './field-id.ts';
import { TextArea } from './text-input.tsx';

interface CorrectionsProps {
  readonly label: string;
  readonly records: readonly RecordAnswer[];
  readonly onRecords: (records: Answer | undefined) => void;
  readonly inForce: Answers;
  readonly isReadOnly: boolean;
}

/** 更正: what is changed is chosen from what the announcement says now; dates that it moves along are offered. */
export function CorrectionsEditor(props: CorrectionsProps) {
  const { label, records, onRecords, inForce, isReadOnly } = props;
  const write = (index: number, part: RecordAnswer): void =>
    onRecords(records.map((record, place) => (place === index ? { ...record, ...part } : record)));
  return (
    <>
      <ol class="files">
        {records.map((record, index) => (
          <ChangeRow
            key={record['字段'] ?? `${index}`}
            id={(part) => fieldId(label, index, part)}
            record={record}
            inForce={inForce}
            isReadOnly={isReadOnly}
            onPart={(part) => write(index, part)}
            onRemove={() => onRecords(records.filter((_, place) => place !== index))}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <>
          {movedAlong(inForce, records).map(({ label: along, movedBy, from, to, isBroken }) => (
            <p key={along} class="offer">
              <span>
                {isBroken
                  ? `“${movedBy}”改了，“${along}”（${from}）不能不改。`
                  : `“${along}”原来和“${movedBy}”是同一时间。`}
                一起改成 <strong>{to}</strong>？
              </span>
              <button
                type="button"
                class="button-quiet"
                onClick={() => onRecords([...records, { 字段: along, 原: from, 新: to }])}
              >
                一起改
              </button>
            </p>
          ))}
          <AddChange {...props} />
        </>
      )}
    </>
  );
}

function ChangeRow(props: {
  id: (part: string) => string;
  record: RecordAnswer;
  inForce: Answers;
  isReadOnly: boolean;
  onPart: (part: RecordAnswer) => void;
  onRemove: () => void;
}) {
  const { id, record, inForce, isReadOnly, onPart, onRemove } = props;
  const field = correctable(inForce).find(({ field: { label } }) => label === record['字段'])?.field;
  const name = record['字段'] ?? record['事项'] ?? '';
  const echo = field && echoOf(field, record['新']);
  const part = (key: string, help: string) => (
    <>
      <label class="label" for={id(key)}>
        {help}
      </label>
      <TextArea
        id={id(key)}
        rows={1}
        value={record[key] ?? ''}
        onValue={(text) => onPart({ [key]: text })}
        isReadOnly={isReadOnly}
      />
    </>
  );
  return (
    <li class="file">
      {field ? (
        <>
          <p class="row-title">{name}</p>
          <p>原：{record['原']}</p>
          {part('新', `${name}改成`)}
          {echo && <p class="echo">{'words' in echo ? echo.words : echo.fault.message}</p>}
        </>
      ) : (
        <>
          {part('事项', '改的是文件的哪一处')}
          {part('原', '原来写的')}
          {part('新', '改成')}
        </>
      )}
      {!isReadOnly && (
        <p class="block-tools">
          <button type="button" class="button-text" onClick={onRemove}>
            不改了<span class="unseen">{name}</span>
          </button>
        </p>
      )}
    </li>
  );
}

/** Chooses a field to change, or something else in the documents. */
function AddChange({ label, records, onRecords, inForce }: CorrectionsProps) {
  const [chosen, setChosen] = useState('');
  const id = `${fieldId(label)}-add`;
  const left = correctable(inForce).filter(
    ({ field }) => !records.some((record) => record['字段'] === field.label),
  );
  const add = (): void => {
    const found = left.find(({ field }) => field.label === chosen);
    onRecords([...records, found ? { 字段: chosen, 原: found.now, 新: '' } : { 事项: '', 原: '', 新: '' }]);
    setChosen('');
  };
  return (
    <div class="buttons">
      <label class="label" for={id}>
        改哪一栏
      </label>
      <select
        id={id}
        class="input-short"
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        <option value="">文件里的其他内容</option>
        {left.map(({ field, now }) => (
          <option key={field.key} value={field.label}>
            {field.label}（现在是 {now.slice(0, 30)}）
          </option>
        ))}
      </select>
      <button type="button" class="button-quiet" onClick={add}>
        加上
      </button>
    </div>
  );
}
