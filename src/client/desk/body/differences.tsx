import type { DraftState, DraftStore } from '../draft/draft-store.ts';

/** What the text says otherwise than the fields, with a way to take either. */
export function Differences({ state, store }: { state: DraftState; store: DraftStore }) {
  const differences = state.checked?.differences ?? [];
  if (differences.length === 0) return null;
  return (
    <section class="box box-urgent" aria-labelledby="differences">
      <h2 id="differences">正文和栏目不一样</h2>
      <ul class="rows">
        {differences.map(({ label, field, body, bodyLine }) => (
          <li key={`${label} ${body}`}>
            <p>
              <strong>{label}</strong>：栏目是“{field}”，正文是“{body}”。
            </p>
            <p class="buttons">
              <button
                type="button"
                class="button-quiet"
                aria-label={`${label}用栏目的`}
                onClick={() => store.write(inLine(state.body, bodyLine, body, field))}
              >
                用栏目的
              </button>
              <button
                type="button"
                class="button-quiet"
                aria-label={`${label}用正文的`}
                onClick={() => store.answer(label, body)}
              >
                用正文的
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text with other words in one line of it, counted from 0. */
const inLine = (text: string, line: number, from: string, to: string): string =>
  text
    .split('\n')
    .map((words, at) => (at === line ? words.replaceAll(from, to) : words))
    .join('\n');
