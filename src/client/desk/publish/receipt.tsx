import type { Publication } from '../../../core/desk/api.ts';
import { momentOnPaper } from '../moment.ts';

/** 发布回执: of what was published, on one sheet of paper; the printer is given this part of the page alone. */
export function Receipt(props: { siteName: string; title: string; type: string; publication: Publication }) {
  const { siteName, title, type, publication } = props;
  return (
    <section class="box receipt" aria-labelledby="receipt">
      <h2 id="receipt">发布回执</h2>
      <p class="receipt-site">{siteName}</p>
      <dl class="receipt-facts">
        {factsOf(title, type, publication).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <button type="button" class="button-quiet" onClick={() => print()}>
          打印回执
        </button>
      </p>
    </section>
  );
}

type Fact = readonly [name: string, words: string];

function factsOf(title: string, type: string, publication: Publication): readonly Fact[] {
  const { id, address, at, digest, author, reviewers, steps } = publication;
  return [
    ['标题', title],
    ['类型', type],
    ['标识', id],
    ['网址', address],
    ...(at === undefined ? [] : [['发布时间', momentOnPaper(at)] as const]),
    ['经办', author.name],
    ...reviewers.map(({ name }, index): Fact => [reviewNameOf(index, reviewers.length), name]),
    ['做到', steps.filter(({ state }) => state === 'done').at(-1)?.name ?? '还没有开始'],
    ['校验码（SHA-256）', digest],
  ];
}

const reviewNameOf = (index: number, of: number): string => (of === 1 ? '审核' : `第 ${index + 1} 级审核`);
