import { describe, expect, test } from 'vitest';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { base, checkTree } from '../fixtures.ts';

const FILE = 'announcements/general/2026/notice.md';

/** A notice with these lines among its fields, line 7 being the first of them. */
const checked = (...lines: readonly string[]) =>
  checkTree({
    ...base,
    [FILE]: [
      '---',
      '标题: 关于清明节放假安排的通知',
      '类别: 通知公告',
      '类型: 通知',
      '发布时间: 2026-03-30 10:00',
      '发布单位: 示例市公共资源交易中心高明分中心',
      ...lines,
      '---',
      '',
      '各有关单位：现将有关事项通知如下。',
    ].join('\n'),
  });

const factsOf = ({ corpus }: ReturnType<typeof checked>) =>
  corpus.entries.find(({ id }) => id === 'notice')?.announcement.otherFacts;

test('每一种公告都有其他事项，而且不是必填的', () => {
  const without = types.filter(
    (spec) => !formOf(spec).some(({ label, required }) => label === '其他事项' && !required),
  );
  expect(without.map(({ term }) => term)).toEqual([]);
});

test('没有专门栏目的内容写在其他事项里，照原话留着', () => {
  const content = checked('其他事项:', '  - 名称: 投标保函', '    内容: 接受银行保函、电子保函');
  expect(content.findings).toEqual([]);
  expect(factsOf(content)).toEqual([{ name: '投标保函', content: '接受银行保函、电子保函' }]);
});

describe('没有专门栏目的内容，直接写一行也照原样放进其他事项，只说明一次', () => {
  test.each([
    ['一句话', ['踏勘安排: 自行踏勘'], '踏勘安排', '自行踏勘'],
    ['带逗号、括号和冒号', ['踏勘安排: "自行, 9:30 {前} [到]"'], '踏勘安排', '自行, 9:30 {前} [到]'],
    ['一串内容', ['特色要求:', '  - 甲', '  - 乙'], '特色要求', '甲；乙'],
    ['带引号和反斜线', [String.raw`踏勘安排: '说"好"\n'`], '踏勘安排', String.raw`说"好"\n`],
    ['几行', ['踏勘安排: |-', '  自行', '  踏勘'], '踏勘安排', '自行\n踏勘'],
    ['像数字的内容', ['押金号: 0123'], '押金号', '0123'],
  ])('%s', (_name, lines, name, content) => {
    const read = checked(...lines);
    expect(read.findings).toMatchObject([{ code: 'F334', severity: 'info', line: 7, field: name }]);
    expect(factsOf(read)).toEqual([{ name, content }]);
  });

  test('几项一起说，接在已经写了的其他事项后面', () => {
    const own = ['其他事项:', '  - 名称: 甲', '    内容: 乙'];
    const read = checked(...own, '踏勘安排: 自行踏勘', '备注: 无');
    expect(read.findings.map(({ code }) => code)).toEqual(['F334']);
    expect(read.findings[0]!.message).toContain('“踏勘安排”“备注”');
    expect(factsOf(read)).toEqual([
      { name: '甲', content: '乙' },
      { name: '踏勘安排', content: '自行踏勘' },
      { name: '备注', content: '无' },
    ]);
  });
});

describe('没有这一栏，又不能照原样放的：说出内容该放在哪里，粘贴上去就对了', () => {
  test.each([
    ['分栏的内容', ['特色要求:', '  - 甲: 一', '    乙: 二'], '特色要求', '甲：一，乙：二'],
    ['别的类型才有的栏', ['投标截止: 2026-04-01 09:30'], '投标截止', '2026-04-01 09:30'],
  ])('%s', (_name, lines, name, content) => {
    const [finding, ...more] = checked(...lines).findings;
    expect(more).toEqual([]);
    expect(finding!.help).not.toContain('删');
    const paste = /其他事项: \[\{.*\}\]/u.exec(finding!.help!)![0];
    const repaired = checked(paste);
    expect(repaired.findings).toEqual([]);
    expect(factsOf(repaired)).toEqual([{ name, content }]);
  });

  test('已经写了其他事项的，说在它下面加一项', () => {
    const own = ['其他事项:', '  - 名称: 甲', '    内容: 乙'];
    const [finding] = checked(...own, '投标截止: 另行通知').findings;
    const item = /- \{.*\}/u.exec(finding!.help!)![0];
    expect(factsOf(checked(...own, `  ${item}`))).toEqual([
      { name: '甲', content: '乙' },
      { name: '投标截止', content: '另行通知' },
    ]);
  });

  test('列表里的一项没有这一栏，名称说明是哪一项的', () => {
    const [finding] = checked(
      '大屏提示:',
      '  - 文字: 甲',
      '    级别: 告知',
      '    结束: 2026-04-12 12:00',
      '    颜色: 红',
    ).findings;
    expect(finding!.help).toContain('其他事项: [{名称: 大屏提示第 1 项的颜色, 内容: 红}]');
  });

  test('勘误里没有的一栏不是公告的事项：说出勘误写哪几栏', () => {
    const erratum = ['时间: 2026-04-03 10:00', '原: 甲', '新: 乙', '原因: 笔误', '说明: 打错了'];
    const lines = erratum.map((line, at) => `  ${at === 0 ? '-' : ' '} ${line}`);
    const unknown = checked('勘误:', ...lines).findings.find(({ code }) => code === 'F201');
    expect(unknown).toMatchObject({
      message: '没有“说明”这一栏',
      help: '“勘误”的每一项只写“时间”“原”“新”“原因”“字段”；别的话并到“原因”里',
    });
  });

  test('名称差一个字的栏，先问是不是那一栏', () => {
    const [finding] = checked('联系电号: 0757-00000012').findings;
    expect(finding!.help).toBe(
      '联系电话: …；说的不是这一栏，改成 其他事项: [{名称: 联系电号, 内容: 0757-00000012}]',
    );
  });
});
