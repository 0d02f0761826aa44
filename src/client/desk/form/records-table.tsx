import { useState } from 'preact/hooks';
import type { Field } from '../../../core/announcement/field.ts';
import { isRange } from '../../../core/desk/cells.ts';
import type { Control } from '../../../core/desk/control.ts';
import { recordsFrom, type PastedRecords } from '../../../core/desk/pasted-records.ts';
import type { Answer, RecordAnswer } from '../../../core/drafting/draft.ts';
import { fieldId } from './field-id.ts';
import { TextInput } from './text-input.tsx';

interface RecordsProps {
  readonly control: Control;
  readonly records: readonly RecordAnswer[];
  readonly onRecords: (records: Answer | undefined) => void;
  readonly isReadOnly: boolean;
}

/** A list of records as a table of native inputs; a range copied from a spreadsheet becomes records, and can be undone. */
export function RecordsTable({ control: { field }, records, onRecords, isReadOnly }: RecordsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const [pasted, setPasted] = useState<Pasted>();
  const all = field.fields ?? [];
  const used = all.filter(({ label, required }) => required || records.some((record) => record[label]));
  const columns = isWhole || used.length === 0 || all.length <= 5 ? all : used;
  const rows = records.length === 0 ? [{}] : records;
  const edit = (index: number, label: string, text: string): void =>
    onRecords(rows.map((record, place) => (place === index ? { ...record, [label]: text } : record)));
  const paste = (event: ClipboardEvent, index: number, column: number): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isRange(text) && !/[\r\n]./u.test(text)) return;
    event.preventDefault();
    const range = recordsFrom(all.slice(all.indexOf(columns[column]!)), text);
    setPasted({ ...range, before: records });
    onRecords(withRecords(rows, range.records, index));
  };
  return (
    <>
      <div class="scroll" role="region" aria-label={`${field.label}的表`} tabIndex={0}>
        <table class="records">
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">第几项</span>
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                  {column.required && <span class="must">要填</span>}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((record, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {columns.map((column, place) => (
                  <td key={column.key}>
                    <Cell
                      id={fieldId(field.label, index, column.label)}
                      column={column}
                      name={`${column.label}，第 ${index + 1} 项`}
                      text={record[column.label] ?? ''}
                      onText={(text) => edit(index, column.label, text)}
                      onPaste={(event) => paste(event, index, place)}
                      isReadOnly={isReadOnly}
                    />
                  </td>
                ))}
                <td>
                  {records.length > 0 && !isReadOnly && (
                    <button
                      type="button"
                      class="button-text"
                      aria-label={`删去第 ${index + 1} 项`}
                      onClick={() => onRecords(records.filter((_, place) => place !== index))}
                    >
                      删去
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pasted && (
        <PastedNote
          pasted={pasted}
          undo={() => {
            onRecords(pasted.before);
            setPasted(undefined);
          }}
        />
      )}
      {!isReadOnly && (
        <p class="buttons">
          <button type="button" class="button-quiet" onClick={() => onRecords([...rows, {}])}>
            加一项
          </button>
          {columns.length < all.length && (
            <button type="button" class="button-text" onClick={() => setIsWhole(true)}>
              还有 {all.length - columns.length} 栏
            </button>
          )}
          <span class="quiet">从表格软件复制一块，贴到格子里就行。</span>
        </p>
      )}
    </>
  );
}

type Pasted = PastedRecords & { readonly before: readonly RecordAnswer[] };

/** What was pasted goes over the rows from this one on. */
const withRecords = (
  rows: readonly RecordAnswer[],
  range: readonly RecordAnswer[],
  index: number,
): readonly RecordAnswer[] =>
  Array.from({ length: Math.max(rows.length, index + range.length) }, (_, place) => ({
    ...rows[place],
    ...range[place - index],
  }));

/** What was made of a range, and what of it found no place. */
const PastedNote = ({ pasted: { records, messages }, undo }: { pasted: Pasted; undo: () => void }) => (
  <div role="status" class="offer">
    <span>
      贴了 {records.length} 项。{messages.join('。')}
    </span>
    <button type="button" class="button-text" onClick={undo}>
      撤销粘贴
    </button>
  </div>
);

function Cell(props: {
  id: string;
  column: Field;
  name: string;
  text: string;
  onText: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  isReadOnly: boolean;
}) {
  const { id, column, name, text, onText, onPaste, isReadOnly } = props;
  if (column.terms)
    return (
      <select
        id={id}
        aria-label={name}
        disabled={isReadOnly}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        <option value="">（不填）</option>
        {column.terms.map((term) => (
          <option key={term} value={term}>
            {term}
          </option>
        ))}
      </select>
    );
  return (
    <TextInput id={id} label={name} value={text} onValue={onText} onPaste={onPaste} isReadOnly={isReadOnly} />
  );
}
