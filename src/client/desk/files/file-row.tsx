import type { DraftFile } from '../../../core/desk/api.ts';
import { TextInput } from '../form/text-input.tsx';
import { sizeInWords } from './size.ts';

/** How much of a digest is shown: enough to compare two by eye. */
const SHOWN_DIGEST = 12;

/** One attachment: its name for readers, what it is, and what was found in it. */
export function FileRow(props: {
  file: DraftFile;
  index: number;
  isLast: boolean;
  isReadOnly: boolean;
  onLabel: (label: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { file, index, isLast, isReadOnly, onLabel, onMove, onRemove } = props;
  const { name, label, bytes, sha256, findings } = file;
  const id = `file-label-${index}`;
  return (
    <li class="file" data-file={name} tabIndex={-1}>
      <label class="label" for={id}>
        名称
      </label>
      <TextInput id={id} value={label} onValue={onLabel} isReadOnly={isReadOnly} className="input-line" />
      <p class="row-facts">
        <span>{name}</span>
        <span>{sizeInWords(bytes)}</span>
        <span>校验 {sha256.slice(0, SHOWN_DIGEST)}</span>
      </p>
      {findings.map(({ code, severity, message, help }) => (
        <p key={`${code} ${message}`} class={`said said-${severity}`}>
          {message} {help}
        </p>
      ))}
      {!isReadOnly && (
        <p class="block-tools">
          <button type="button" class="button-text" disabled={index === 0} onClick={() => onMove(-1)}>
            上移<span class="unseen">{label}</span>
          </button>
          <button type="button" class="button-text" disabled={isLast} onClick={() => onMove(1)}>
            下移<span class="unseen">{label}</span>
          </button>
          <button type="button" class="button-text" onClick={onRemove}>
            拿掉<span class="unseen">{label}</span>
          </button>
        </p>
      )}
    </li>
  );
}
