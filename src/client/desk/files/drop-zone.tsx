import { useState } from 'preact/hooks';

/** A place for files: a native control for the keyboard, which takes what is dragged onto it too. */
export function DropZone(props: {
  id: string;
  label: string;
  words: string;
  accept: string;
  isMultiple: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const { id, label, words, accept, isMultiple, onFiles } = props;
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null | undefined): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(isMultiple ? files : files.slice(0, 1));
  };
  return (
    <div
      class={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        id={id}
        class="unseen"
        type="file"
        accept={accept}
        multiple={isMultiple}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file can be chosen again after it was put right.
          currentTarget.value = '';
        }}
      />
      <label for={id}>{label}</label>
      <span class="quiet">{words}</span>
    </div>
  );
}
