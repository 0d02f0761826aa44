import { useState } from 'preact/hooks';
import { CATEGORIES, categories, type Category } from '../../../core/announcement/category.ts';
import { writtenTypesIn } from '../../../core/announcement/schema.ts';
import type { TypeSpec } from '../../../core/announcement/type.ts';
import type { NewDraft } from '../../../core/desk/api.ts';

/** The types of a category in the order of a project's life. What must follow another is begun from its project. */
export function TypeCards({ begin }: { begin: (wanted: NewDraft) => void }) {
  const [category, setCategory] = useState<Category>('construction');
  const types = writtenTypesIn(category);
  const first = types.filter(({ link }) => link !== 'must');
  const later = types.filter(({ link }) => link === 'must');
  return (
    <>
      <fieldset class="categories">
        <legend class="label">类别</legend>
        {categories.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="category"
              checked={one === category}
              onChange={() => setCategory(one)}
            />
            {CATEGORIES[one]}
          </label>
        ))}
      </fieldset>
      <ul class="cards">
        {first.map((spec) => (
          <Card key={spec.id} spec={spec} begin={begin} />
        ))}
      </ul>
      {later.length > 0 && (
        <details class="more">
          <summary>还有 {later.length} 种要接着前一份公告写</summary>
          <p class="quiet">前一份在本站的，从上面“接着一个项目写”；不在本站的，从这里写。</p>
          <ul class="cards">
            {later.map((spec) => (
              <Card key={spec.id} spec={spec} begin={begin} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const Card = ({ spec, begin }: { spec: TypeSpec; begin: (wanted: NewDraft) => void }) => (
  <li>
    <button type="button" class="card" onClick={() => begin({ category: spec.category, type: spec.term })}>
      <strong>{spec.term}</strong>
      {spec.also.length > 0 && <span class="quiet">也叫{spec.also.join('、')}</span>}
    </button>
  </li>
);
