import { useState } from 'preact/hooks';
import type { Existing, Refusal } from '../../../core/desk/api.ts';
import { momentInWords } from '../moment.ts';
import { draftAt, go } from '../place.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { refusalIn, Trouble, useLoaded } from '../server/loaded.tsx';

type File = Existing['files'][number];

/** What lies in the folder and is not published: written by hand, or into it yesterday. */
export function ExistingList({ server }: { server: DeskServer }) {
  const [loading] = useLoaded('existing', () => server.existing());
  const [refusal, setRefusal] = useState<Refusal>();
  if (loading.is !== 'here' || loading.value.files.length === 0) return null;
  const { files, more } = loading.value;
  const open = ({ id, category, type }: File): void => {
    setRefusal(undefined);
    server.newDraft({ category, type, existing: id }).then(
      ({ key }) => go(draftAt(key)),
      (error: unknown) => setRefusal(refusalIn(error)),
    );
  };
  return (
    <section class="box" aria-labelledby="existing">
      <h2 id="existing">
        文件夹里还没有发布的 <span class="count">{files.length + more}</span>
      </h2>
      {refusal && <Trouble refusal={refusal} />}
      <ul class="rows">
        {files.map((file) => (
          <li key={file.id}>
            <span class="row-title">{file.title}</span>
            <p class="row-facts">
              {file.type !== '' && <span>{file.type}</span>}
              <span>{momentInWords(file.changedAt)} 改过</span>
              {file.why === undefined && (
                <button
                  type="button"
                  class="button-text"
                  aria-label={`接着写：${file.title}`}
                  onClick={() => open(file)}
                >
                  接着写
                </button>
              )}
            </p>
            {file.why !== undefined && <p class="row-reason">在这里打不开：{file.why}。</p>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">还有 {more} 份更早的。</p>}
    </section>
  );
}
