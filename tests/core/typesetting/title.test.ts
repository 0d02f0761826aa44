import { expect, test } from 'vitest';
import { setTitle } from '../../../src/core/typesetting/title.ts';
import { keepWhole } from '../../../src/core/typesetting/whole.ts';
import { newestRows } from '../../../src/site/newest.ts';
import { sampleEdition } from '../../site/edition.ts';

test.each([
  ['更合镇示例圩镇污水管网完善工程施工招标公告', '更合镇示例圩镇<wbr>污水管网<wbr>完善工程施工<wbr>招标公告'],
  [
    '2026年明城镇示例片区河涌水面保洁服务合同公告',
    '2026年<wbr>明城镇示例片区<wbr>河涌水面保洁<wbr>服务合同公告',
  ],
  ['关于公开征求《进场交易服务规程（征求意见稿）》意见的公告', undefined],
  ['荷城街道示例广场二层 B203 商铺公开招租公告（第二次）', undefined],
])('标题“%s”只在词和词之间换行', (title, expected) => {
  const html = setTitle(title);
  if (expected !== undefined) expect(html).toBe(expected);
  expect(html.replaceAll('<wbr>', '')).toBe(title);
  for (const word of ['公告', '招标', '街道', '征求意见', '（第二次）', 'B203']) {
    const broken = [...word].slice(1).map((_, at) => `${word.slice(0, at + 1)}<wbr>${word.slice(at + 1)}`);
    for (const one of broken) expect(html).not.toContain(one);
  }
});

test('全部示例公告的标题去掉换行处以后一字不差，没有一处在“公|告”“街|道”“镇”前断开', () => {
  for (const { title } of newestRows(sampleEdition(), Infinity)) {
    const html = setTitle(title);
    expect(html.replaceAll('<wbr>', '').replaceAll('&quot;', '"')).toBe(title);
    expect(html).not.toMatch(/公<wbr>告|招<wbr>标|采<wbr>购|街<wbr>道|<wbr>[镇区村路）》、]/u);
  }
});

test('标题里的尖括号不成为标签', () => {
  expect(setTitle('<img src=x>公告')).not.toContain('<img');
});

test('日期、时间、电话和金额不断开，标签里的不动', () => {
  expect(
    keepWhole('<a title="2026年1月2日">2026年12月8日（星期二）09:30</a>，0757-00000031，358.6万元'),
  ).toBe(
    '<a title="2026年1月2日"><span class="whole">2026年12月8日</span>（星期二）<span class="whole">09:30</span></a>，<span class="whole">0757-00000031</span>，<span class="whole">358.6万元</span>',
  );
});
