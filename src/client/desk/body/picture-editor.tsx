import { pictureOf } from '../../../core/body/blocks/read.ts';
import { writtenPicture } from '../../../core/body/blocks/write.ts';
import type { DraftFile } from '../../../core/desk/api.ts';
import { TextInput } from '../form/text-input.tsx';

interface PictureProps {
  readonly id: number;
  readonly name: string;
  readonly source: string;
  readonly files: readonly DraftFile[];
  readonly isReadOnly: boolean;
  readonly onSource: (source: string) => void;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp)$/iu;

/** A picture among the attachments, with what it shows in words for whom cannot see it. */
export function PictureEditor({ id, name, source, files, isReadOnly, onSource }: PictureProps) {
  const { file, words } = pictureOf({ kind: 'image', source }) ?? { file: '', words: '' };
  const pictures = files.filter((one) => PICTURE.test(one.name));
  const known = pictures.some((one) => one.name === file);
  return (
    <div class="picture">
      <label for={`block-${id}`}>图片</label>
      <select
        id={`block-${id}`}
        data-block={id}
        aria-label={`${name}，选附件里的图片`}
        value={file}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => onSource(writtenPicture(currentTarget.value, words))}
      >
        {file === '' && <option value="">{pictures.length > 0 ? '选一张图片' : '附件里还没有图片'}</option>}
        {file !== '' && !known && <option value={file}>{file}（附件里没有）</option>}
        {pictures.map((one) => (
          <option key={one.name} value={one.name}>
            {one.label || one.name}
          </option>
        ))}
      </select>
      {pictures.length === 0 && <p class="quiet">先在“附件”里放进图片，再到这里选。</p>}
      {file !== '' && (
        <>
          <label for={`block-${id}-words`}>图上是什么</label>
          <TextInput
            id={`block-${id}-words`}
            value={words}
            onValue={(shown) => onSource(writtenPicture(file, shown))}
            isReadOnly={isReadOnly}
          />
        </>
      )}
    </div>
  );
}
