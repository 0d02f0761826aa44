import { expect, test } from 'vitest';
import { answersToPaste } from '../../src/importer/report-answers.ts';
import type { PageRecord, Told } from '../../src/importer/page-record.ts';

const record = { page: 'jyxx/1.html', category: 'property', type: 'asset-lease' } as PageRecord;
const doubt = (label: string, ...texts: readonly string[]): Told => ({
  code: 'G121',
  message: '有几处写到，不一致',
  label,
  candidates: texts.map((text) => ({ text, rule: '段落', words: text })),
});

test('可以照抄的回答，栏目都能用；不能用的值不给，留给人写', () => {
  const long = `示例路8号商铺，${'含杂物间，'.repeat(20)}共两层`;
  const told = [
    doubt('联系电话', '138****0000'),
    doubt('底价', '三千多', '3500元/月', '3600元/月'),
    doubt('标的', long),
  ];
  expect(answersToPaste(record, told).split('\n')).toEqual([
    'jyxx/1.html:',
    '  # 联系电话: …   不写就不填这一栏',
    '  底价: 3500元/月   # 或者 3600元/月',
    `  标的: ${JSON.stringify(long)}`,
  ]);
  expect(answersToPaste(record, told.slice(0, 1)).split('\n')[1]).toBe('  采用: 是');
});
