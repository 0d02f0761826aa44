import type { DueItem } from '../../../core/desk/api.ts';
import { chooseFor } from '../place.ts';

/** What falls due on announcements that are published, and what would be written next. */
export function DueList({ due }: { due: readonly DueItem[] }) {
  return (
    <section class="box" aria-label="到期的事">
      <h2>到期的事</h2>
      {due.length === 0 && <p class="quiet">这几天没有到期的事。</p>}
      <ul class="rows">
        {due.map(({ id, title, words, isLate, next }) => (
          <li key={`${id} ${words}`}>
            <p class={isLate ? 'due due-late' : 'due'}>{words}</p>
            <span class="row-title">{title}</span>
            {next && (
              <p class="row-facts">
                <a href={chooseFor(id)}>写{next.type}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
