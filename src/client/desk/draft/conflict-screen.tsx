import type { Draft } from '../../../core/desk/api.ts';
import type { Answer } from '../../../core/drafting/draft.ts';
import { momentInWords } from '../moment.ts';
import { inWords } from './as-text.ts';
import type { DraftState, DraftStore } from './draft-store.ts';

/** Two versions of one draft: both are shown where they differ, and one is chosen. Nothing is lost before. */
export function ConflictScreen({
  store,
  state,
  theirs,
}: {
  store: DraftStore;
  state: DraftState;
  theirs: Draft;
}) {
  const rows = differencesOf(state, theirs);
  return (
    <div class="conflict">
      <h1>有人同时改了这份草稿</h1>
      <p role="alert">
        {theirs.author.name}在 {momentInWords(theirs.changedAt)}{' '}
        保存了另一份。您写的还在这里，没有丢，也没有盖掉对方的。请选一份。
      </p>
      <table>
        <caption>两份不同的地方</caption>
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">我这一份</th>
            <th scope="col">对方那一份</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, mine, other }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="buttons">
        <button type="button" onClick={() => void store.settle('mine')}>
          用我这一份
        </button>
        <button type="button" class="button-quiet" onClick={() => void store.settle('theirs')}>
          用对方那一份
        </button>
      </p>
    </div>
  );
}

interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly other: string;
}

function differencesOf({ answers, body }: DraftState, theirs: Draft): readonly Difference[] {
  const labels = [...new Set([...Object.keys(answers), ...Object.keys(theirs.answers)])];
  const fields = labels.map((label) => ({
    label,
    mine: wordsOf(answers[label]),
    other: wordsOf(theirs.answers[label]),
  }));
  return [...fields, { label: '正文', mine: body, other: theirs.body }].filter(
    ({ mine, other }) => mine !== other,
  );
}

const wordsOf = (answer: Answer | undefined): string =>
  answer === undefined ? '（没有填）' : inWords(answer);
