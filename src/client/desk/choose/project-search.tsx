import { useEffect, useState } from 'preact/hooks';
import type { NewDraft, ProjectHit } from '../../../core/desk/api.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { refusalIn } from '../server/loaded.tsx';
import { momentInWords } from '../moment.ts';
import { historyAt } from '../place.ts';
import { TextInput } from '../form/text-input.tsx';

/** How long a clerk must have paused before it is looked for, in milliseconds. */
const PAUSE = 250;

interface Found {
  readonly words: string;
  readonly hits: readonly ProjectHit[];
  readonly trouble?: string;
}

/** Finds a project by title, code or the initials of its pinyin, and offers what may be written next on it. */
export function ProjectSearch(props: {
  server: DeskServer;
  words: string;
  begin: (wanted: NewDraft) => void;
}) {
  const { server, begin } = props;
  const [words, setWords] = useState(props.words);
  const [found, setFound] = useState<Found>({ words: '', hits: [] });
  useEffect(() => {
    if (words.trim() === '') return setFound({ words: '', hits: [] });
    let isAsked = true;
    const look = (): void =>
      void server.projects(words).then(
        (hits) => isAsked && setFound({ words, hits }),
        (error: unknown) => isAsked && setFound({ words, hits: [], trouble: refusalIn(error).message }),
      );
    const timer = setTimeout(look, PAUSE);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [words]);
  return (
    <>
      <label class="label" for="project">
        项目名称、编号，或者拼音首字母
      </label>
      <TextInput id="project" type="search" value={words} onValue={setWords} describedBy="project-found" />
      <p id="project-found" class="quiet" role="status">
        {found.trouble ?? sayFound(found)}
      </p>
      <ul class="hits">
        {found.hits.map((hit) => (
          <Hit key={`${hit.code} ${hit.title}`} hit={hit} begin={begin} />
        ))}
      </ul>
    </>
  );
}

const sayFound = ({ words, hits }: Found): string => {
  if (words === '') return '例如：沿江路、GM-JS-2026-012、yjl';
  return hits.length === 0 ? '没有找到。少写几个字，或者换一个词试试。' : `找到 ${hits.length} 个项目`;
};

function Hit({ hit, begin }: { hit: ProjectHit; begin: (wanted: NewDraft) => void }) {
  return (
    <li class="hit">
      <p class="row-title">{hit.title}</p>
      <p class="row-facts">
        <span>{hit.code}</span>
        {hit.announcements.map(({ id, type, publishedAt }) => (
          <a key={id} href={historyAt(id)}>
            {type} {momentInWords(publishedAt)}
          </a>
        ))}
      </p>
      <ul class="nexts" aria-label={`${hit.title}：可以接着写`}>
        {hit.next.map(({ type, related, earliest }) => (
          <li key={`${type} ${related}`}>
            <button
              type="button"
              class="button-quiet"
              onClick={() => begin({ category: hit.category, type, related })}
            >
              {type}
            </button>
            {earliest !== undefined && <span class="quiet"> {earliest}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
