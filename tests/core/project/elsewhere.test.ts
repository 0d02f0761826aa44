import { describe, expect, test } from 'vitest';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { timelineOf } from '../../../src/site/project.ts';
import { factLines } from '../../../src/site/facts.ts';
import { base, checkTree, type Tree } from '../fixtures.ts';
import { editionFrom } from '../../site/edition.ts';

const OUTSIDE = `关联公告:
  标题: 示例镇道路养护服务框架协议入围结果公告
  网址: https://ggzy.example.cn/notice/1
  发布时间: 2026-03-02`;

const deals = (related: string, publishedAt = '2026-04-02 09:00'): Tree => ({
  ...base,
  'announcements/procurement/2026/deals.md': `---
标题: 示例镇道路养护服务框架协议第二阶段成交公告
类别: 政府采购
类型: 框架协议成交公告
项目编号: GM-CG-2026-101
${related}
发布时间: ${publishedAt}
采购人: 高明区示例小学
成交明细:
  - 采购人: 高明区示例小学
    供应商: 广东示例科技有限公司
    金额: 3.6万元
---

现予公布。
`,
});

const codesOf = (tree: Tree): readonly string[] =>
  checkTree(tree).findings.map(({ code, line }) => `${code} ${line}`);

describe('接在别处发布的公告后面', () => {
  test.each([
    ['分栏写', OUTSIDE],
    ['写成一项的列表', OUTSIDE.replace('  标题', '  - 标题').replace(/\n {2}(?=网|发)/gu, '\n    ')],
    [
      '写在一行',
      '关联公告: {标题: 示例镇入围结果公告, 网址: "https://ggzy.example.cn/1", 发布时间: 2026-03-02 09:00}',
    ],
  ])('%s，可以发布', (_name, related) => {
    expect(codesOf(deals(related))).toEqual([]);
  });

  test('少写一栏，指出是哪一栏', () => {
    const { findings } = checkTree(deals(OUTSIDE.replace(/\n {2}网址.*/u, '')));
    expect(findings.map(({ code, field }) => [code, field])).toEqual([['F202', '网址']]);
  });

  test('网址不完整，指在那一行', () => {
    expect(codesOf(deals(OUTSIDE.replace('https://', '')))).toEqual(['F316 8']);
  });

  test('必须接在前一份后面的，两种都没有写就指出来', () => {
    expect(codesOf(deals('采购代理机构: 佛山市示例采购代理有限公司'))).toEqual(['F202 4']);
  });

  test('发布时间不能早于别处的那一份', () => {
    expect(codesOf(deals(OUTSIDE, '2026-03-01 09:00'))).toEqual(['L104 9']);
  });

  test('时间线上有别处的那一步，只知道日期的不写时刻；关键信息里有链接', () => {
    const edition = editionFrom(deals(OUTSIDE));
    const steps = timelineOf(edition, 'GM-CG-2026-101', 'deals');
    expect(steps.map(({ at, href, row }) => [at, href, row?.id])).toEqual([
      ['2026-03-02', 'https://ggzy.example.cn/notice/1', undefined],
      ['2026-04-02T09:00:00+08:00', '/announcements/deals/', 'deals'],
    ]);
    const { announcement, changes } = edition.effective('deals');
    expect(factLines(edition, announcement, changes)).toContainEqual({
      part: 'rest',
      label: '关联公告',
      text: '示例镇道路养护服务框架协议入围结果公告（2026年3月2日发布）',
      href: 'https://ggzy.example.cn/notice/1',
      isElsewhere: true,
    });
  });
});

const inquiry = (title: string, publishedAt: string): Tree => ({
  ...base,
  'announcements/procurement/2026/inquiry.md': `---
标题: 示例小学课桌椅采购询价公告
类别: 政府采购
类型: 询价公告
项目编号: GM-CG-2026-101
关联公告:
  标题: ${title}
  网址: https://ggzy.example.cn/notice/1
  发布时间: ${publishedAt}
发布时间: 2026-04-02 09:00
地区: 荷城街道
采购人: 高明区示例小学
预算金额: 60万元
采购需求: 课桌椅 600 套
公告期限: 3个工作日
文件获取开始: 2026-04-02
文件获取结束: 2026-04-14
响应截止: 2026-04-20 09:30
---

现予公布。
`,
});

describe('期限规则用得上别处的发布时间', () => {
  const found = (title: string, publishedAt: string) =>
    checkTree(inquiry(title, publishedAt)).findings.map(({ code }) => code);

  test('意向在别处公开，不足三十日照样指出', () => {
    expect(found('示例小学课桌椅采购意向', '2026-03-20')).toContain('D361');
    expect(found('示例小学课桌椅采购意向公开', '2026-02-20')).not.toContain('D361');
  });

  test('标题说不出是哪一种公告的，不判断', () => {
    expect(found('示例小学课桌椅', '2026-03-20')).not.toContain('D361');
  });
});

test('能接在前一份后面的每一种公告，都能接在别处的后面', () => {
  const without = types.filter(
    (spec) => (spec.link === 'never') === formOf(spec).some(({ key }) => key === 'relatedElsewhere'),
  );
  expect(without.map(({ term }) => term)).toEqual([]);
});
