import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MapNode } from '../../../src/core/corpus/tree.ts';
import { parseTree } from '../../../src/core/corpus/tree.ts';

const valueOf = (yaml: string): unknown => {
  const { tree, faults } = parseTree(yaml, 1);
  expect(faults).toEqual([]);
  return ((tree as MapNode).entries[0]!.value as { text: string }).text.trim();
};

test.each([
  ['招标人: 示例市公共\n  资源交易中心', '示例市公共资源交易中心'],
  ['招标人: "示例市公共\n  资源交易中心"', '示例市公共资源交易中心'],
  ["招标人: '示例市公共\n  资源''交易中心'", "示例市公共资源'交易中心"],
  ['招标人: >-\n  示例市公共\n  资源交易中心', '示例市公共资源交易中心'],
  ['招标人: >\n  示例市（集团）\n  有限公司\n', '示例市（集团）有限公司'],
  ['说明: 投资\n  358.6万元', '投资358.6万元'],
  ['说明: 高明3D\n  打印公司', '高明3D打印公司'],
  ['说明: “甲”\n  “乙”的\n  丙', '“甲” “乙”的丙'],
  ['说明: hello\n  world', 'hello world'],
  ['说明: "甲\\\n  乙"', '甲乙'],
  ['说明: |\n  甲\n  乙\n', '甲\n乙'],
  ['说明: 甲\n\n  乙', '甲\n乙'],
  ['说明: 甲 乙\n  丙', '甲 乙丙'],
])('%j 读成 %j', (yaml, value) => expect(valueOf(yaml)).toBe(value));

test('名称在哪里换行都还是同一个名称', () => {
  const name = fc.array(fc.constantFrom(...'示例市公共资源交易中心（）3D、'), {
    minLength: 1,
    maxLength: 20,
  });
  const quotes = fc.constantFrom('"', "'");
  fc.assert(
    fc.property(name, fc.array(fc.nat(20)), quotes, (chars, breaks, quote) => {
      const written = chars.flatMap((char, at) =>
        at > 0 && breaks.includes(at) && /[^3D]/u.test(chars[at - 1]! + char) ? ['\n  ', char] : [char],
      );
      expect(valueOf(`招标人: ${quote}${written.join('')}${quote}`)).toBe(chars.join(''));
    }),
  );
});
