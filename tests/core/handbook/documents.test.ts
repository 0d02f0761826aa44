import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { categories } from '../../../src/core/announcement/category.ts';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { fieldDocuments } from '../../../src/core/handbook/documents.ts';

describe.each(fieldDocuments())('$path', ({ path, text }) => {
  test('says what the fields say; otherwise run npm run docs:fields', () => {
    expect(readFileSync(path, 'utf8') === text).toBe(true);
  });
});

const handbook = fieldDocuments().find(({ path }) => path === 'docs/fields.md')!.text;

describe('the handbook', () => {
  test('has a section for every type, and every link of its contents leads to one', () => {
    const targets = [...handbook.matchAll(/^#{2,3} (.+)$/gmu)].map(([, text]) =>
      text!.replace(/[（）]/gu, '').replaceAll(' ', '-'),
    );
    const links = [...handbook.matchAll(/\]\(#([^)]+)\)/gu)].map(([, id]) => id);
    expect(links.length).toBe(types.length + categories.length);
    expect(links.filter((link) => !targets.includes(link!))).toEqual([]);
  });

  test('explains every field of a form, and says which must be filled', () => {
    const section = handbook.split('### 建设工程 招标公告\n')[1]!.split('\n### ')[0]!;
    const form = formOf(
      types.find(({ category, id }) => category === 'construction' && id === 'tender-notice')!,
    );
    for (const { label, required } of form.filter((field) => field.required)) {
      expect(section).toContain(`| ${label} | ${required ? '必填' : '可填'} |`);
    }
    expect(section).toContain('| 招标方式 | 可填 | 公开招标、邀请招标 |');
    expect(section).toContain(
      '| 投标保证金 | 可填 | 7万元、人民币300万元或等值美元、不收取 | 保证金金额，必须带单位。 | 7万元 |',
    );
  });

  test('says of which fields only one is written', () => {
    expect(handbook).toContain('| 中标人 | 二选一，与“标段结果” |');
  });
});

test('no form has two fields of one name that take the same shape', () => {
  const doubles = types.flatMap((spec) => {
    const labels = formOf(spec).map(({ label, shape }) => `${label} ${shape}`);
    return labels
      .filter((label, index) => labels.indexOf(label) !== index)
      .map((label) => `${spec.category}/${spec.id}: ${label}`);
  });
  expect(doubles).toEqual([]);
});
