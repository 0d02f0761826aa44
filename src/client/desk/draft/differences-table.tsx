import type { Answer, Answers } from '../../../core/drafting/draft.ts';
import { inWords } from './as-text.ts';

/** What a draft says, of which there are two. */
interface Version {
  readonly answers: Answers;
  readonly body: string;
}

/** Where two versions of a draft differ, side by side. */
export function DifferencesTable(props: {
  mine: Version;
  other: Version;
  names: { readonly mine: string; readonly other: string };
}) {
  const { mine, other, names } = props;
  return (
    <table>
      <caption>两份不同的地方</caption>
      <thead>
        <tr>
          <th scope="col">栏目</th>
          <th scope="col">{names.mine}</th>
          <th scope="col">{names.other}</th>
        </tr>
      </thead>
      <tbody>
        {differencesOf(mine, other).map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{row.mine}</td>
            <td>{row.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly other: string;
}

function differencesOf(mine: Version, other: Version): readonly Difference[] {
  const labels = [...new Set([...Object.keys(mine.answers), ...Object.keys(other.answers)])];
  const fields = labels.map((label) => ({
    label,
    mine: wordsOf(mine.answers[label]),
    other: wordsOf(other.answers[label]),
  }));
  return [...fields, { label: '正文', mine: mine.body, other: other.body }].filter(
    (row) => row.mine !== row.other,
  );
}

const wordsOf = (answer: Answer | undefined): string =>
  answer === undefined ? '（没有填）' : inWords(answer);
