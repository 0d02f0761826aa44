import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/announcement/category.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';

const said = (body: string, category: Category = 'construction'): unknown => {
  const title = category === 'construction' ? '示例大道工程招标公告' : '示例设备采购公开招标公告';
  const { values } = recognise({ title, category, body: parseHtml(body).children });
  return Object.fromEntries(values.map(({ field, answer }) => [field.label, answer]));
};

describe('招标公告里向谁提出异议、向谁投诉', () => {
  test.each([
    '监督部门：示例区住房建设局，电话：0757-00000300',
    '监督部门及电话：示例区住房建设局 0757-00000300',
    '行政监督部门及联系方式：示例区住房建设局（0757-00000300）',
    '监督部门：示例区住房建设局</p><p>监督部门电话：0757-00000300',
    '监督部门：示例区住房建设局</p><p>监督电话：0757-00000300',
  ])('%s', (line) => {
    expect(said(`<p>${line}</p>`)).toEqual({ 监督部门: '示例区住房建设局', 监督电话: '0757-00000300' });
  });

  test('政府采购的也一样', () => {
    expect(said('<p>监督部门及电话：示例区财政局 0757-00000300</p>', 'procurement')).toEqual({
      监督部门: '示例区财政局',
      监督电话: '0757-00000300',
    });
  });

  test.each(['异议渠道', '异议受理', '异议受理方式', '提出异议的渠道和方式', '异议受理渠道', '异议提出渠道'])(
    '%s',
    (label) => {
      const where = '在示例交易平台向招标人提出，十日内有效';
      expect(said(`<p>${label}：${where}</p>`)).toEqual({ 异议渠道: where });
    },
  );
});
