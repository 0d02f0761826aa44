import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/announcement/category.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';

const KINDS = {
  招标: ['construction', '示例大道工程招标公告'],
  采购: ['procurement', '示例设备采购公开招标公告'],
  磋商: ['procurement', '示例服务竞争性磋商公告'],
} as const;

/** What a line of such a notice says of the fields, and what is doubtful in it. */
function said(kind: keyof typeof KINDS, line: string): unknown {
  const [category, title] = KINDS[kind];
  const found = recognise({
    title,
    category: category as Category,
    body: parseHtml(`<p>${line}</p>`).children,
  });
  const values = found.values.map(({ field, answer }) => [field.label, answer]);
  const doubts = found.doubtful.map(({ label }) => [label, '存疑']);
  return Object.fromEntries([...values, ...doubts]);
}

const AT = '2026年12月31日9时30分';
const BOTH = { 投标截止: AT, 开标时间: AT };

describe('一个名目写了两样，截止和开标就都是这个时间', () => {
  test.each([
    '投标截止时间（开标时间）：',
    '投标截止时间（即开标时间）：',
    '投标截止时间(开标时间)：',
    '投标截止（开标）时间：',
    '投标截止、开标时间：',
    '投标截止及开标时间：',
    '投标截止时间及开标时间：',
    '递交投标文件截止时间及开标时间：',
    '投标文件递交的截止时间（投标截止时间，下同）及开标时间：',
    '递交投标文件的截止时间（投标截止时间）及开标时间：',
    '开标时间（投标截止时间）：',
    '开标时间（同投标截止时间）：',
    '开标时间暨投标截止时间：',
    '投标截止时间即开标时间：',
    '投标截止时间/开标时间：',
    '投标截止时间／开标时间：',
    '电子投标文件递交截止时间（开标时间）：',
    '3.投标截止时间（开标时间）为',
    '投标截止时间和开标时间均为',
    '本项目投标截止时间及开标时间为',
    '递交投标文件的截止时间（投标截止时间）及开标时间为',
    '投标文件递交截止时间暨开标时间为',
  ])('%s', (label) => {
    expect(said('招标', `${label}${AT}`)).toEqual(BOTH);
  });

  test('采购的响应文件也一样', () => {
    const both = { 响应截止: AT, 开标时间: AT };
    for (const label of [
      '提交响应文件截止时间（开启时间）',
      '响应文件提交截止及开启时间',
      '首次响应文件提交截止时间及响应文件开启时间',
      '递交响应文件的截止时间（开启时间）',
    ])
      expect(said('磋商', `${label}：${AT}`)).toEqual(both);
    expect(said('采购', `提交投标文件截止时间及开标时间：${AT}`)).toEqual(BOTH);
  });

  test('后面写了地点的，地点也读', () => {
    const place = { 开标地点: '示例市公共资源交易中心三楼' };
    for (const label of ['投标截止时间、开标时间及地点', '投标截止时间及开标时间、开标地点'])
      expect(said('招标', `${label}：${AT}，示例市公共资源交易中心三楼`)).toEqual({ ...BOTH, ...place });
    expect(said('招标', `开标时间和地点：${AT}，示例市公共资源交易中心三楼`)).toEqual({
      开标时间: AT,
      ...place,
    });
  });

  test('开标写“同投标截止时间”的，是同一个时间', () => {
    expect(said('招标', `投标截止时间：${AT}&emsp;&emsp;开标时间：同投标截止时间`)).toEqual(BOTH);
    expect(said('招标', `投标截止时间：${AT}</p><p>开标时间：与投标截止时间相同`)).toEqual(BOTH);
  });
});

describe('没有写明是同一个时间的，不当成同一个时间', () => {
  test.each([
    [`投标截止时间（北京时间）：${AT}`, { 投标截止: AT }],
    [`投标截止时间后开标，时间：${AT}`, {}],
    [`投标截止时间（不是开标时间）：${AT}`, {}],
    [`开标时间（投标截止时间后30分钟）：${AT}`, {}],
    [`开标时间：投标截止时间后30分钟内`, { 开标时间: '存疑' }],
    [`投标截止时间（开标时间）：2026年12月31日9:00-9:30`, { 投标截止: '存疑', 开标时间: '存疑' }],
    [`投标截止时间和开标时间分别为${AT}和2026年12月31日10时`, {}],
    [`投标截止时间及开标时间为2026年12月31日9时至10时。`, {}],
  ])('%s', (line, fields) => {
    expect(said('招标', line)).toEqual(fields);
  });
});

test.each([
  '2027年元月4日下午三点半',
  '2026年12月31日下午3:30',
  '二〇二六年十二月三十一日上午九时三十分',
  '2026年12月31日24:00',
  '2026年12月31日24时',
  '２０２６年１２月３１日９：３０',
  '2026年12月31日上午9:30时整',
  '2026年12月31日上午九点一刻',
])('句子里和名目后面的“%s”都读得出来', (moment) => {
  expect(said('招标', `投标截止时间：${moment}`)).toEqual({ 投标截止: moment });
  expect(said('招标', `投标截止时间（开标时间）为${moment}，逾期送达的不予受理。`)).toEqual({
    投标截止: moment,
    开标时间: moment,
  });
});
