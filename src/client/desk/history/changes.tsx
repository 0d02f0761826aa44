import type { Review } from '../../../core/desk/api.ts';

/** What changed, field by field: a table of before and after. */
export const Changes = ({ changes, caption }: Pick<Review, 'changes'> & { caption: string }) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table class="changes">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">栏目</th>
          <th scope="col">原来</th>
          <th scope="col">现在</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }, index) => (
          <tr key={`${label} ${index}`}>
            <th scope="row">{label}</th>
            <td>{before === undefined ? <span class="quiet">（没有）</span> : <del>{before}</del>}</td>
            <td>{after === undefined ? <span class="quiet">（去掉了）</span> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
