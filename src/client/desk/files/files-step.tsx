import { useState } from 'preact/hooks';
import type { DraftFile, Refusal } from '../../../core/desk/api.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileRow } from './file-row.tsx';
import { sizeInWords } from './size.ts';

/** 附件: files are brought in, named for readers and put in order; those that are refused say why. */
export function FilesStep({ store, facts }: StepProps) {
  const state = useDraft(store);
  const [refused, setRefused] = useState<readonly (Refusal & { readonly name: string })[]>([]);
  const [busy, setBusy] = useState('');
  const { files } = state;
  const { isReadOnly } = state.draft;
  const add = async (chosen: readonly File[]): Promise<void> => {
    setRefused([]);
    for (const file of chosen) {
      setBusy(`正在放入 ${file.name}……`);
      try {
        await store.addFile(file);
      } catch (error) {
        setRefused((others) => [...others, { ...refusalIn(error), name: file.name }]);
      }
    }
    setBusy('');
  };
  const move = (index: number, by: -1 | 1): void => {
    store.arrange(files.toSpliced(index, 1).toSpliced(index + by, 0, files[index]!));
  };
  const rename = (index: number, label: string): void =>
    store.arrange(files.map((file, place): DraftFile => (place === index ? { ...file, label } : file)));
  return (
    <section aria-label="附件">
      {!isReadOnly && (
        <DropZone
          id="add-files"
          label="放入附件"
          words={`也可以把文件拖到这里。可以放 ${facts.fileEndings.join('、')}，每个不超过 ${sizeInWords(facts.mostFileBytes)}。`}
          accept={facts.fileEndings
            .map((ending) => (ending.startsWith('.') ? ending : `.${ending}`))
            .join(',')}
          isMultiple
          onFiles={(chosen) => void add(chosen)}
        />
      )}
      <p role="status">{busy}</p>
      {refused.map(({ name, message, help }) => (
        <Trouble key={name} refusal={{ message: `${name} 没有放进来：${message}`, help }} />
      ))}
      {files.length === 0 && <p class="quiet">还没有附件。</p>}
      <ol class="files">
        {files.map((file, index) => (
          <FileRow
            key={file.name}
            file={file}
            index={index}
            isLast={index === files.length - 1}
            isReadOnly={isReadOnly}
            onLabel={(label) => rename(index, label)}
            onMove={(by) => move(index, by)}
            onRemove={() => void store.removeFile(file.name)}
          />
        ))}
      </ol>
    </section>
  );
}
