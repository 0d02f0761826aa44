import { expect, test } from 'vitest';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { readingOf } from '../../../src/core/import/values.ts';

const price = formOf(types.find(({ term }) => term === '成交结果公告')!).find(
  ({ label }) => label === '中标金额',
)!;

test.each([
  ['大写：玖拾捌万元整 小写：980000.00元', 98_000_000],
  ['（大写）玖拾捌万元整（小写）¥980000.00', 98_000_000],
  ['人民币大写：玖拾捌万元整，小写：98万元', 98_000_000],
  ['大写：玖拾捌万元整 小写：890000.00元', undefined],
  ['大写：玖拾捌万元整 小写：980000.00', undefined],
])('an amount in words and in figures, “%s”, is one where both agree and have a unit', (text, fen) => {
  const reading = readingOf(price, text, false);
  expect('value' in reading ? reading.value : undefined).toBe(fen);
});

const body = (...lines: readonly string[]) =>
  parseHtml(`<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`).children;

test('the budget of a notice on one supplier, and consortia in brackets with blanks, are read', () => {
  const valuesOf = (title: string, ...lines: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      recognise({ title, body: body(...lines) }).values.map(({ field, answer }) => [field.label, answer]),
    );
  expect(valuesOf('示例馆数字化服务单一来源采购公示', '拟采购的货物或服务的预算金额：45万元')).toMatchObject({
    预算金额: '45万元',
  });
  expect(valuesOf('示例公路养护竞争性磋商公告', '本项目（ 不接受 ）联合体。')).toMatchObject({
    接受联合体: '否',
  });
});
