import { useState } from 'preact/hooks';
import { boldToggled, linked, type Text } from '../../../core/body/blocks/text.ts';
import type { DraftFile } from '../../../core/desk/api.ts';

interface LookProps {
  /** Of the control that the words are chosen in. */
  readonly controlId: string;
  readonly name: string;
  readonly text: Text;
  readonly files: readonly DraftFile[];
  readonly onText: (text: Text) => void;
}

/** Makes chosen words bold, or lead to an attachment. A text field shows neither: `Looks` says which words have it. */
export function LookTools({ controlId, name, text, files, onText }: LookProps) {
  const [isLacking, setIsLacking] = useState(false);
  const act = (change: (from: number, to: number) => Text): void => {
    const control = document.getElementById(controlId) as HTMLTextAreaElement | null;
    const [from, to] = [control?.selectionStart ?? 0, control?.selectionEnd ?? 0];
    setIsLacking(from === to);
    if (from < to) onText(change(from, to));
  };
  return (
    <>
      <button
        type="button"
        class="button-text"
        onClick={() => act((from, to) => boldToggled(text, from, to))}
      >
        加粗<span class="unseen">{name}选中的字</span>
      </button>
      {files.length > 0 && (
        <select
          class="link-to"
          aria-label={`${name}选中的字链接到附件`}
          value=""
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            currentTarget.value = '';
            act((from, to) => linked(text, from, to, value));
          }}
        >
          <option value="">链接到附件</option>
          {files.map((file) => (
            <option key={file.name} value={file.name}>
              {file.label || file.name}
            </option>
          ))}
        </select>
      )}
      <span role="status">{isLacking && '先选中要改的字。'}</span>
    </>
  );
}

/** Which words of a block are bold or lead somewhere. */
export function Looks({
  text,
  name,
  onText,
}: Pick<LookProps, 'text' | 'name'> & { onText?: (text: Text) => void }) {
  if (text.looks.length === 0) return null;
  return (
    <ul class="looks" aria-label={`${name}里加粗和链接的字`}>
      {text.looks.map(({ from, to, target }) => {
        const words = text.words.slice(from, to);
        return (
          <li key={`${from} ${to} ${target ?? ''}`}>
            {target === undefined ? '加粗：' : '链接：'}
            {target === undefined ? <strong>{words}</strong> : `${words} → ${target}`}
            {onText && target !== undefined && (
              <button
                type="button"
                class="button-text"
                onClick={() => onText(linked(text, from, to, undefined))}
              >
                去掉链接<span class="unseen">{words}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
