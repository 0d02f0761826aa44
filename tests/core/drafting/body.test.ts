import { expect, test } from 'vitest';
import { contentsOf } from '../../../src/core/announcement/contents.ts';
import { formOf, typeOf, types } from '../../../src/core/announcement/schema.ts';
import { plainText } from '../../../src/core/body/render.ts';
import { bodyOf, gapsOf } from '../../../src/core/drafting/body.ts';
import type { Answers } from '../../../src/core/drafting/draft.ts';
import { groupsOf } from '../../../src/core/drafting/groups.ts';

const tender = typeOf('construction', 'tender-notice');
const answers: Answers = {
  标题: '沿江路市政道路改造工程施工招标公告',
  项目名称: '沿江路市政道路改造工程',
  地区: '荷城街道',
  招标人: '示例街道建设办公室',
  招标范围: '管道 200*300*15，**甲供**[材料](见附件)_一_`二`',
  预算金额: '3586000元',
  标段: [
    { 编号: '01', 名称: '道路|排水' },
    { 编号: '02', 名称: '照明', 预算金额: '120万元' },
  ],
  投标截止: '2026年3月25日9时30分',
};

test('a body is made from the fields under the headings of the form; what the order asks for and nobody said is 〔待填〕', () => {
  const body = bodyOf(answers, tender);
  expect(body.match(/^## .+$/gmu)).toEqual([
    '## 一、项目概况',
    '## 二、投标人资格要求',
    '## 三、文件的获取',
    '## 四、文件的递交',
    '## 五、联系方式',
  ]);
  expect(body).toContain('- 投标截止：2026年3月25日（星期三）09:30\n');
  expect(body).toContain('| 01 | 道路\\|排水 |  |\n| 02 | 照明 | 120万元 |');
  expect(body.match(/^- .+(?=：〔待填〕)/gmu)).toEqual([
    '- 资金来源',
    '- 工期',
    '- 资格能力要求',
    '- 是否接受联合体',
    '- 获取文件的时间',
    '- 获取文件的方式',
    '- 文件收取的费用',
    '- 递交方式',
    '- 招标人地址',
    '- 联系人',
    '- 联系电话',
  ]);
});

test('what is said of a content, in its field or beside it, closes the gap', () => {
  const gaps = (more: Answers) => gapsOf({ ...answers, ...more }, tender).map(({ name }) => name);
  expect(gaps({})).toContain('资金来源');
  expect(gaps({ 资金来源: '区财政资金 100%' })).not.toContain('资金来源');
  expect(gaps({ 正文补充: [{ 名称: '递交方式', 内容: '网上' }] })).not.toContain('递交方式');
  expect(gaps({ 正文: '全文。' })).toEqual([]);
});

test('no character of a value is a mark of Markdown', () => {
  expect(plainText(bodyOf(answers, tender))).toContain(
    '招标范围：管道 200*300*15，**甲供**[材料](见附件)_一_`二`',
  );
});

test('a body that was written stays as it is', () => {
  expect(bodyOf({ ...answers, 正文: '\n全文。\n' }, tender)).toBe('全文。');
});

test('a notice has no field for what it says', () => {
  const notice = typeOf('general', 'notice');
  expect(bodyOf({ 标题: '通知' }, notice)).toBe('〔待填：写明要告诉读者的内容〕');
  expect(gapsOf({ 标题: '通知' }, notice)).toHaveLength(1);
});

test('every field that a list of contents names is one of some form', () => {
  const known = new Set(types.flatMap((spec) => formOf(spec).map(({ key }) => key)));
  const named = types.flatMap((spec) =>
    (contentsOf(spec) ?? []).flatMap(({ contents }) => contents.flatMap(({ keys }) => keys)),
  );
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test.each(types.map((spec) => [spec.category, spec.term, spec] as const))(
  '%s %s: every question is in one group, and what the form demands in the first',
  (_, __, spec) => {
    const { byLaw, usual, other } = groupsOf(spec);
    const all = [...byLaw, ...usual, ...other].map(({ key }) => key);
    expect(new Set(all).size).toBe(all.length);
    const demanded = formOf(spec).filter(
      ({ required, key }) => required && !['category', 'type', 'related'].includes(key),
    );
    expect(demanded.filter((field) => !byLaw.includes(field))).toEqual([]);
  },
);

test('a construction tender is asked whether it must be tendered by law', () => {
  for (const id of ['tender-notice', 'prequalification-notice', 'tender-invitation'])
    expect(groupsOf(typeOf('construction', id)).byLaw.map(({ label }) => label)).toContain('依法必须招标');
});
