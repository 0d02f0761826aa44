import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/announcement/category.ts';
import type { Field } from '../../../src/core/announcement/field.ts';
import type { Answer } from '../../../src/core/drafting/draft.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { constructionForms } from './forms/construction.ts';
import { otherForms } from './forms/others.ts';
import { procurementForms } from './forms/procurement.ts';

/** Of records their number, which other tests look into. */
const shortOf = ({ shape }: Field, answer: Answer): Answer =>
  shape === 'records' ? String(answer.length) : answer;

describe('a notice in the words of its official form says just this', () => {
  test.each([...procurementForms, ...constructionForms, ...otherForms])(
    '$title',
    ({ title, category, body, type, values, doubtful = [] }) => {
      const source = { title, body: parseHtml(body).children };
      const found = recognise(
        category === undefined ? source : { ...source, category: category as Category },
      );
      expect(`${found.category ?? '—'} ${found.type?.id ?? '?'}`).toBe(type);
      const read = Object.fromEntries(
        found.values.map(({ field, answer }) => [field.label, shortOf(field, answer)]),
      );
      expect(read).toEqual(values);
      expect(found.doubtful.map(({ label }) => label)).toEqual(doubtful);
    },
  );
});
