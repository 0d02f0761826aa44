import type { History } from '../../../core/desk/api.ts';
import { momentInWords } from '../moment.ts';
import { Changes } from './changes.tsx';

/** Who did what when, the newest first. */
export const Entries = ({ entries }: Pick<History, 'entries'>) => (
  <ol class="rows">
    {entries.map(({ at, actor, words, fields }, index) => (
      <li key={`${at} ${index}`}>
        <p class="row-title">{words}</p>
        <p class="row-facts">
          <span>{momentInWords(at)}</span>
          {actor && <span>{actor.name}</span>}
        </p>
        {fields.length > 0 && <Changes changes={fields} caption="改了什么" />}
      </li>
    ))}
  </ol>
);
