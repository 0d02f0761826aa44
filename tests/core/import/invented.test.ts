import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { understand } from '../../../src/core/drafting/draft.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml, textOf } from '../../../src/core/import/tree.ts';

const LABELS = [
  ...new Set(types.flatMap((spec) => formOf(spec).flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]))),
  '名称', '地址', '联系方式', '电话', '时间', '地点', '方式', '备注', '序号', '第一中标候选人', '采购包1', '标段二', '更正前',
]; // prettier-ignore
const HEADINGS = [
  '一、项目基本情况', '三、获取招标文件', '四、提交投标文件截止时间、开标时间和地点', '五、公告期限', '1.采购人信息', '2.采购代理机构信息',
  '3.项目联系方式', '包1', '第二标段', '监督部门', '二、项目终止的原因',
]; // prettier-ignore
const VALUES = [
  '甲示例局', '广东示例建筑工程有限公司', '（主）甲示例公司；（成）乙示例公司', 'GM-JS-2026-012', '358.6万元', '358.6', '3,586,000.00元', '/',
  '无', '详见附件', '2026年3月25日9时30分', '2026年3月25日', '3月25日', '2026-03-02至2026-03-09', '2026年3月2日9:00至3月9日00:00，每天9:00至12:00',
  '陈工', '陈工 0757-00000012', '13800000000', '0757-00000012', '是', '不接受', '180日历天', '5个工作日', '35%', '12.5亩', '公开招标', '网络竞价',
  '道路、排水、照明工程施工。', '1.甲；2.乙', '本工程包括：', '50年', '≤2.5',
]; // prettier-ignore
const SEPARATORS = ['：', ':', '： ', '为', '（如有）：', '（万元）：'];

const one = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const pair = fc.tuple(one(LABELS), one(SEPARATORS), one(VALUES));
const lineOf = fc
  .array(pair, { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map((parts) => parts.join('')));
const piece = fc.oneof(
  lineOf.map((pairs) => `<p>${pairs.join('\u3000\u3000')}</p>`),
  lineOf.map((pairs) => `<div>${pairs.join('；')}</div>`),
  pair.map(([label, , value]) => `<p><b>${label}：</b></p><p>${value}</p>`),
  one(HEADINGS).map((heading) => `<p>${heading}</p>`),
  one(VALUES).map((value) => `${value}<br>`),
  fc
    .array(fc.array(fc.oneof(one(LABELS), one(VALUES)), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((rows) =>
      rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join(''),
    )
    .map((rows) => `<table>${rows}</table>`),
  fc.constantFrom(
    '<table><tr><td rowspan=3>',
    '</td></tr></table>',
    '<dl><dt>联系人<dd>陈工',
    '</p>',
    '<td>',
    '&nbsp;',
  ),
);
const page = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('\n'));
const kind = one(
  types.filter(({ id }) => id !== 'legacy').map(({ category, id, term }) => ({ category, id, term })),
);

/** Kinds whose values are words of the page; of the rest a unit may stand in the label, a day be that of a moment. */
const WORDS: ReadonlySet<string> = new Set(['text', 'code', 'phone', 'url', 'choice', 'uscc']);
const bare = (text: string): string => text.replace(/[\s\p{Zs}]/gu, '');

test('whatever a page says, no word of a value is made up, and each can be read by its field', () => {
  fc.assert(
    fc.property(page, kind, (html, { category, id, term }) => {
      const root = parseHtml(html);
      const source = { title: `示例${term}`, body: root.children, category, type: id };
      const words = bare(textOf(root));
      for (const { field, answer } of recognise(source).values) {
        expect(understand(field, answer)).not.toHaveProperty('fault');
        const items =
          typeof answer === 'string' ? [answer] : answer.filter((item) => typeof item === 'string');
        if (WORDS.has((field.kind ?? field.item)?.name ?? ''))
          for (const item of items) expect(words).toContain(bare(item));
      }
    }),
    { numRuns: 1500, seed: 15 },
  );
});
