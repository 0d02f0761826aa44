import { expect, test } from 'vitest';
import { countDocuments } from '../../../src/core/disclosure/documents.ts';

type Fields = Parameters<typeof countDocuments>[0][number]['fields'];

const document = (fields: Partial<Fields> = {}, folder = 'regulations') => ({
  folder,
  fields: {
    documentKind: 'normative',
    madeOn: '2024-03-01',
    endedOn: undefined,
    validity: 'valid',
    publisher: '示例中心',
    ...fields,
  } as Fields,
});
const countsOf = (...documents: ReturnType<typeof document>[]) =>
  countDocuments(documents, 2025, ['示例中心'])[1];

test('a document counts in the year of its date, in that of its repeal, and in force until then', () => {
  expect(
    countsOf(
      document({ madeOn: '2025-01-01' }),
      document({ madeOn: '2025-12-31' }),
      document({ madeOn: '2026-01-01' }),
      document({ validity: 'repealed', endedOn: '2025-06-30' }),
      document({ validity: 'repealed', endedOn: '2026-01-01' }),
      document({ validity: 'lapsed', endedOn: '2025-06-30' }),
    ),
  ).toEqual({ name: '行政规范性文件', issued: 2, repealed: 1, inForce: 3 });
});

test('those of others and other documents are not counted', () => {
  expect(
    countsOf(document(), document({ publisher: '示例部' }), document({ documentKind: 'other' })),
  ).toMatchObject({ issued: 0, inForce: 1 });
});

test.each([
  [[document({ documentKind: undefined }), document()], '法规公文里有 1 件没有写“文件种类”'],
  [[document({ validity: 'lapsed' })], '有 1 件已经废止、失效，没有写“失效日期”'],
  [[], '目录里没有本中心的行政规范性文件；确实没有的写 0'],
])('what is not stated is not counted', (documents, unknown) => {
  expect(countsOf(...documents)).toEqual({ name: '行政规范性文件', unknown });
});

test('an item of another class need not say its kind', () => {
  expect(countsOf(document(), document({ documentKind: undefined }, 'plans'))).toMatchObject({ inForce: 1 });
});
