import { differencesOf, type Version } from './differences.ts';

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
