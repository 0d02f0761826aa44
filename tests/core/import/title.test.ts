import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/announcement/category.ts';
import { recognise } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { TITLES } from './titles.ts';

/** What a title is taken for, with labels that stand in the page. */
function taken(title: string, category?: string, body = ''): string {
  const source = { title, body: parseHtml(body).children };
  const found = recognise(category === undefined ? source : { ...source, category: category as Category });
  return `${found.category ?? '—'} ${found.type?.id ?? '?'}`;
}

describe('the type of a title', () => {
  test('has a table of more than 120 titles', () => {
    expect(TITLES.length).toBeGreaterThan(120);
  });

  test.each(TITLES)('$category $title: $type', ({ category, title, type, found }) => {
    expect(taken(title, category === '—' ? undefined : category)).toBe(`${found ?? '—'} ${type}`);
  });
});

describe('what a page glued to a title', () => {
  test.each([
    [
      '示例水厂招标资格预审公告(代招标公告)[文件获取中]',
      '示例水厂招标资格预审公告(代招标公告)',
      ['[文件获取中]'],
    ],
    ['【示例省中心】示例水厂招标公告', '示例水厂招标公告', ['【示例省中心】']],
    ['[示例市]示例水厂招标公告', '示例水厂招标公告', ['[示例市]']],
    ['【置顶】【示例市】示例水厂招标公告', '示例水厂招标公告', ['【置顶】', '【示例市】']],
    ['示例水厂招标公告（浏览次数：1024）', '示例水厂招标公告', ['（浏览次数：1024）']],
    ['示例水厂招标公告【已截止】', '示例水厂招标公告', ['【已截止】']],
    ['示例水厂招标公告 2020-07-16', '示例水厂招标公告', ['2020-07-16']],
    ['示例水厂招标公告new', '示例水厂招标公告', ['new']],
    ['示例水厂招标公告_示例市公共资源交易中心', '示例水厂招标公告', ['_示例市公共资源交易中心']],
    ['示例水厂招标公告 - 示例市政府网', '示例水厂招标公告', ['- 示例市政府网']],
    ['示例水厂招标公告 | 招标公告 | 示例交易平台', '示例水厂招标公告 | 招标公告', ['| 示例交易平台']],
  ])('%s goes', (written, title, removed) => {
    const found = recognise({ title: written, body: [] });
    expect([found.title, found.removed]).toEqual([title, removed]);
  });

  test.each([
    '示例水厂资格预审公告（代招标公告）',
    '【示例】水厂招标公告',
    '【紧急】示例水厂招标公告',
    '示例水厂招标公告（第二次）',
    '示例水厂招标公告[2026]12号',
    '示例镇[一期]水厂招标公告',
    '示例大道（一环-二环）工程招标公告',
    '示例小学-示例中学教学设备招标公告',
    '示例项目-示例服务中心',
    '示例市公共资源交易中心',
    '[示例市]',
  ])('nothing of %s goes', (title) => {
    expect(recognise({ title, body: [] })).toMatchObject({ title, removed: [] });
  });
});

describe('the category of a page that no column gives one', () => {
  const label = (name: string): string => `<p>${name}：示例单位</p>`;
  test.each([
    ['示例小学设备采购招标公告', label('采购人'), 'procurement tender-notice'],
    ['示例大道工程招标公告', label('招标人'), 'construction tender-notice'],
    ['示例项目更正公告', label('采购人'), 'procurement correction-notice'],
    ['示例项目更正公告', label('出让人'), 'land correction-notice'],
    ['示例项目更正公告', label('出租方'), 'property correction-notice'],
    ['示例项目招标公告', label('采购人') + label('招标人'), '— ?'],
    ['示例地块国有建设用地使用权挂牌出让公告', label('采购人'), '— ?'],
    [
      '示例小学设备采购公告',
      '<p>采购人：示例小学</p><p>采购方式：竞争性谈判</p>',
      'procurement competitive-negotiation',
    ],
    ['示例小学设备采购公告', '<p>采购人：示例小学</p>', 'procurement ?'],
  ])('%s with %s is %s', (title, body, meant) => {
    expect(taken(title, undefined, body)).toBe(meant);
  });
});

describe('the column', () => {
  const typed = (title: string, type: string): string =>
    recognise({ title, body: [], category: 'construction', type }).type?.id ?? '?';

  test('says the type where the title does not', () => {
    expect(typed('示例大道工程', '招标公告')).toBe('tender-notice');
    expect(typed('示例大道工程中标公示', 'award-notice')).toBe('award-notice');
  });

  test('does not turn a correction that stands in it into a call', () => {
    expect(typed('示例大道工程更正公告', '招标公告')).toBe('correction-notice');
  });

  test('is not believed against a title that can mean other types only', () => {
    expect(typed('示例大道工程异常公告', '招标公告')).toBe('?');
  });
});

describe('a title that names a way to trade is no general notice', () => {
  test.each([
    '示例村鱼塘承包公告',
    '示例山林经营权流转公告',
    '示例设计单位比选公告',
    '示例审计机构遴选公告',
    '示例商铺招商公告',
    '示例机构抽签公告',
    '示例林木处置公告',
    '示例废旧物资变卖公告',
    '示例保险服务竞谈公告',
    '示例水库竞投公告',
    '示例广告位使用权公告',
    '示例楼盘摇号结果公示',
  ])('%s', (title) => {
    const body = parseHtml('<p>联系人：张工</p>').children;
    expect(recognise({ title, body }).category).toBeUndefined();
  });

  test('nor is one below which a price or a deposit is stated', () => {
    const body = parseHtml('<p>底价：300元</p><p>保证金：100元</p>').children;
    expect(recognise({ title: '示例村鱼塘公告', body }).category).toBeUndefined();
  });

  test('but one about anything else is', () => {
    const body = parseHtml('<p>联系人：张工</p>').children;
    expect(recognise({ title: '示例路停电公告', body }).category).toBe('general');
  });
});
