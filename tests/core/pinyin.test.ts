import { expect, test } from 'vitest';
import { readerOf, textOf } from '../../src/core/kiosk/spelling.ts';
import { readingsOf, toSpelling } from '../../src/core/pinyin.ts';
import { announced, yearOf } from './kiosk/announced.ts';

/** How each character is read where it stands. */
const said = (text: string): string =>
  readingsOf(text)
    .map(([first]) => first)
    .join(' ');

test.each([
  ['重新招标', 'chong xin zhao biao'],
  ['重点工程', 'zhong dian gong cheng'],
  ['长江路', 'chang jiang lu'],
  ['重庆路', 'chong qing lu'],
  ['银行', 'yin hang'],
  ['行政', 'xing zheng'],
  ['会计', 'kuai ji'],
  ['厦门', 'xia men'],
  ['六安', 'lu an'],
  ['更正公告', 'geng zheng gong gao'],
  ['更合镇', 'geng he zhen'],
  ['参与', 'can yu'],
  ['供应商', 'gong ying shang'],
  ['绿化', 'lv hua'],
  ['侵略', 'qin lve'],
  ['单一来源', 'dan yi lai yuan'],
  ['曾厝垵', 'ceng cuo an'],
])('%s is read %s', (text, readings) => {
  expect(said(text)).toBe(readings);
});

test.each([
  ['河涌', 'he chong'],
  ['大圩镇', 'da xu zhen'],
  ['自助借还', 'zi zhu jie huan'],
])('%s is read %s, as it is here', (text, readings) => {
  expect(said(text)).toBe(readings);
});

test('every other way to read a character follows in the order of the alphabet', () => {
  expect(readingsOf('重新乐村').toSpliced(1, 1)).toEqual([
    ['chong', 'zhong'],
    ['le', 'lao', 'yao', 'yue'],
    ['cun'],
  ]);
});

test('each character has its place, rare ones and signs too', () => {
  const text = '𬭎㛃（GM-02）涌';
  expect(readingsOf(text)).toHaveLength([...text].length);
  expect(readingsOf(text)).toEqual([['hong'], ['jie'], [], [], [], [], [], [], [], ['chong', 'yong']]);
});

test('figures and letters around a word do not change how it is read', () => {
  const tail = '公告\nGM-JS-2026-012';
  expect(said(`重新沿江沿江沿江\n${tail}`)).toMatch(/^chong xin /u);
});

test('a spelling says of every character of a year how it is read there', () => {
  const year = yearOf([
    announced({ title: '重点绿化工程' }),
    announced({ title: '重点项目重新招标公告', projectCode: 'GM-JS-1' }),
    announced({ title: '重点河涌整治', typeTerm: '重新招标公告' }),
  ]);
  const spelling = toSpelling(year);
  const read = readerOf(spelling);
  for (const row of year.title.keys()) {
    const text = textOf(year, row);
    const readings = [...text].map((char, place) => read(row, char, place) ?? []);
    expect(readings).toEqual(readingsOf(text));
  }
  expect(spelling.syllables['zhong']).toBe('重');
  expect(spelling.others['chong']).toBe('重');
  expect(spelling.unusual).toEqual([
    [1, 4, 'chong'],
    [2, 7, 'chong'],
  ]);
});

test('a spelling is the same for the same year, whatever stands in others', () => {
  const year = yearOf([announced({ title: '沿江路改造' }), announced({ title: '长江路改造' })]);
  expect(JSON.stringify(toSpelling(year))).toBe(JSON.stringify(toSpelling(structuredClone(year))));
});
