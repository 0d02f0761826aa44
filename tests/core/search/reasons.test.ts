import { expect, test } from 'vitest';
import { noQuestion, type Question } from '../../../src/core/search/question.ts';
import { reasonsFor } from '../../../src/core/search/reasons.ts';
import { partsOf } from '../../../src/core/search/text.ts';

const listed = {
  projectCode: 'GM-JS-2026-031',
  principal: { label: '招标人', text: '更合镇示例城乡建设办公室' },
  agency: { label: '招标代理机构', text: '佛山示例招标代理有限公司' },
};

test.each([
  ['nothing is asked', {}, []],
  ['the words stand in the title alone', { words: '道路' }, []],
  ['a part of the code is among the words', { words: 'js-2026-031' }, ['GM-JS-2026-031']],
  ['full-width letters of the code are', { words: 'ＧＭ－ＪＳ' }, ['GM-JS-2026-031']],
  ['a part of the code is a condition', { code: '031' }, ['GM-JS-2026-031']],
  ['the buyer is among the words', { words: '更合镇' }, ['更合镇示例城乡建设办公室']],
  ['the buyer is a condition', { buyer: '城乡 建设' }, ['更合镇示例城乡建设办公室']],
  ['the agency is among the words', { words: '招标代理' }, ['佛山示例招标代理有限公司']],
  ['the agency has the name that is asked of the buyer', { buyer: '招标代理' }, []],
  ['the code has what is asked of the buyer', { buyer: 'GM-JS' }, []],
  [
    'several are why',
    { words: '示例 gm-js' },
    ['GM-JS-2026-031', '更合镇示例城乡建设办公室', '佛山示例招标代理有限公司'],
  ],
] as const)('a row names code and parties where %s', (_, asked: Partial<Question>, expected) => {
  const reasons = reasonsFor(listed, { ...noQuestion, ...asked }, partsOf(asked.words ?? ''));
  expect(reasons.map(({ fact }) => fact.text)).toEqual(expected);
});

test('a row names nothing that its announcement does not', () => {
  expect(reasonsFor({}, { ...noQuestion, code: '031', buyer: '更合' }, ['示例'])).toEqual([]);
});
