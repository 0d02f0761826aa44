import { describe, expect, test } from 'vitest';
import { typeOf } from '../../../src/core/announcement/schema.ts';
import { loadCorpus } from '../../../src/core/corpus/load.ts';
import { understand } from '../../../src/core/drafting/draft.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { LAYOUTS, pageOf, saidBy } from './rendered.ts';

/** But those that are kept as an old site had them: their own title says another type. */
const entries = loadCorpus('content').entries.filter(({ announcement: { type } }) => type !== 'legacy');

/** Least share of the values that comes back, in per cent: flat lists do not always say whose a contact is. */
const LEAST: Readonly<Record<string, number>> = { 四列表: 97, 并排: 97, 下一行: 99 };

describe.each(Object.keys(LAYOUTS))(
  'the announcements of the sample as pages of an old site: %s',
  (layout) => {
    test('have the type of their title and the values that went in, and no other', () => {
      const wrong: string[] = [];
      const untyped: string[] = [];
      let [said, found] = [0, 0];
      for (const { id, announcement } of entries) {
        const { category, title } = announcement;
        const spec = typeOf(category, announcement.type);
        const facts = saidBy(announcement, ({ label }) => label);
        const body = parseHtml(pageOf(layout, facts)).children;
        const { type, values } = recognise({ title, body, category });
        if (type && type !== spec) wrong.push(`${id} 类型 ${type.term}`);
        if (!type) untyped.push(title);
        for (const { field, answer } of values) {
          const read = understand(field, answer);
          const put = (announcement as unknown as Readonly<Record<string, unknown>>)[field.key];
          const isSame = 'value' in read && JSON.stringify(read.value) === JSON.stringify(put);
          if (isSame) found += 1;
          else wrong.push(`${id} ${field.label}: ${JSON.stringify(answer)}, not ${JSON.stringify(put)}`);
        }
        said += facts.length;
      }
      expect(wrong).toEqual([]);
      // 转让 alone may be of shares or of things.
      expect(untyped.filter((title) => !/土地使用权转让(?:结果公示|公告)$/u.test(title))).toEqual([]);
      expect((found / said) * 100).toBeGreaterThan(LEAST[layout] ?? 99.5);
    });
  },
);
