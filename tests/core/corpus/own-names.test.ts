import { describe, expect, test } from 'vitest';
import { categories } from '../../../src/core/announcement/category.ts';
import { namedOtherwise, otherNamesOf } from '../../../src/core/announcement/also-called.ts';
import { fieldNamed } from '../../../src/core/announcement/field.ts';
import { formOf, typeNamed, types } from '../../../src/core/announcement/schema.ts';
import { readAnnouncement } from '../../../src/core/corpus/meaning.ts';
import { namedIn } from '../../../src/core/corpus/connected.ts';
import { parseTree } from '../../../src/core/corpus/tree.ts';

/** Every form, and every list within one. */
const forms = types.flatMap((spec) => {
  const form = formOf(spec);
  return [form, ...form.flatMap(({ fields }) => (fields ? [fields] : []))];
});

const read = (yaml: string) => readAnnouncement('a.md', parseTree(yaml, 2).tree!);

const tender = (lines: string): string => `标题: 校服采购公开招标公告
类别: 政府采购
类型: 公开招标公告
发布时间: 2026-03-02 09:00
地区: 高明区
${lines}
采购需求: 校服两千套
文件获取开始: 2026-03-03
文件获取结束: 2026-03-10
投标截止: 2026-03-25 09:30
`;

const sound = '项目编号: GM-1\n采购人: 示例学校\n预算金额: 358.6万元';

describe('栏目用正式格式里的别的名称来写', () => {
  test('每个别名都属于一个有的栏目，没有哪个别名写了两次', () => {
    const labels = new Set(forms.flat().map(({ label }) => label));
    expect(namedOtherwise.filter((label) => !labels.has(label))).toEqual([]);
    for (const label of namedOtherwise)
      expect(otherNamesOf(label), label).toHaveLength(new Set(otherNamesOf(label)).size);
  });

  test('在任何一种公告里，一个别名只会是一栏；存量公告各栏都有，说不清的不猜', () => {
    const ofOne = forms.filter((form) => form.every(({ key }) => key !== 'formerType'));
    expect(ofOne.length).toBe(forms.length - categories.length);
    const unclear = ofOne.flatMap((form) =>
      form.flatMap((field) =>
        field.alsoCalled.filter(
          (name) => form.every(({ label }) => label !== name) && fieldNamed(form, name) !== field,
        ),
      ),
    );
    expect(unclear).toEqual([]);
  });

  test.each([
    ['项目编号: GM-1', '采购项目编号: GM-1'],
    ['采购人: 示例学校', '采购单位: 示例学校'],
    ['预算金额: 358.6万元', '采购预算: 358.6万元'],
    ['预算金额: 358.6万元', '预算金额（万元）: 358.6'],
    ['预算金额: 358.6万元', '预算金额(万元): 358.6'],
    ['预算金额: 358.6万元', '预算金额（万元）: 358.6万元'],
    ['预算金额: 358.6万元', '项目预算（元）: 3,586,000.00'],
  ])('“%s”写成“%s”，意思一样', (own, other) => {
    const written = read(tender(sound.replace(own, other)));
    expect(written.findings).toEqual([]);
    expect(written.announcement).toEqual(read(tender(sound)).announcement);
  });

  test('什么时候开始、截止、结束，名称后面写不写“时间”是同一栏', () => {
    const other = (name: string): string => (name.endsWith('时间') ? name.slice(0, -2) : `${name}时间`);
    const unlike = forms
      .filter((form) => form.every(({ key }) => key !== 'formerType'))
      .flatMap((form) =>
        form.flatMap(({ label, alsoCalled }) =>
          [label, ...alsoCalled].filter(
            (name) =>
              /(?:开始|起始|截止|结束)(?:时间)?$/u.test(name) &&
              fieldNamed(form, name) !== fieldNamed(form, other(name)),
          ),
        ),
      );
    expect(unlike).toEqual([]);
    const award = formOf(typeNamed('construction', '中标候选人公示')!);
    expect(fieldNamed(award, '公示起始时间')?.label).toBe('公示开始');
    expect(fieldNamed(award, '公示起始')?.label).toBe('公示开始');
  });

  test('“开标”后面是日期，就是开标时间；不是日期的照原样留着', () => {
    const opened = read(tender(`${sound}\n开标: 2026-03-25 09:30`));
    expect(opened.findings).toEqual([]);
    expect(opened.announcement).toMatchObject({ openingAt: '2026-03-25T09:30:00+08:00' });
    const words = read(tender(`${sound}\n开标: 网上不见面开标`));
    expect(words.findings.map(({ code, field }) => [code, field])).toEqual([['F334', '开标']]);
    const both = read(tender(`${sound}\n开标: 2026-03-25 09:30\n开标时间: 2026-03-25 10:00`));
    expect(both.findings.map(({ field }) => field)).toEqual(['开标']);
  });

  test('单位写了两样的不替人选一个', () => {
    const { announcement, findings } = read(tender(sound.replace('预算金额: 3', '预算金额（元）: 3')));
    expect(announcement).toBeUndefined();
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['F201', '“预算金额（元）”的单位是元，内容却写了“358.6万元”'],
    ]);
  });

  test('一栏的两个名称都写了，不替人选一个', () => {
    const { announcement, findings } = read(
      tender(sound.replace('采购人: 示例学校', '采购单位: 示例学校\n采购人名称: 另一所学校')),
    );
    expect(announcement).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('F202');
  });

  test('自己的名称写了，别名就不是这一栏', () => {
    const { findings } = read(tender(`${sound}\n采购单位: 另一所学校`));
    expect(findings.map(({ code, field }) => [code, field])).toEqual([['F201', '采购单位']]);
  });

  test('列表里面的栏目也认得别名', () => {
    const form = formOf(typeNamed('land', '国有建设用地使用权出让公告')!);
    const lots = form.find(({ label }) => label === '地块')!.fields!;
    expect(fieldNamed(lots, '土地用途')?.label).toBe('用途');
    expect(fieldNamed(lots, '宗地编号')?.label).toBe('编号');
  });

  test('只检查一份公告时，用别名写了项目编号的同一个项目的公告也在内', () => {
    expect(namedIn('采购编号: GM-1\n').codes).toEqual(['GM-1']);
  });
});

test('几个联系人都写了的，项目联系人是联系人，别的照原样留着', () => {
  const { announcement, findings } = readAnnouncement(
    'a.md',
    parseTree(
      `标题: 校服采购公开招标公告
类别: 政府采购
类型: 公开招标公告
发布时间: 2026-03-02 09:00
地区: 高明区
项目编号: GM-1
采购人: 示例学校
预算金额: 358.6万元
采购需求: 校服两千套
文件获取开始: 2026-03-03
文件获取结束: 2026-03-10
投标截止: 2026-03-25 09:30
采购人联系人: 何老师
项目联系人: 黄小姐
代理机构联系人: 李工
`,
      2,
    ).tree!,
  );
  expect(findings.map(({ code }) => code)).toEqual(['F334']);
  expect(announcement).toMatchObject({
    contactName: '黄小姐',
    otherFacts: [
      { name: '采购人联系人', content: '何老师' },
      { name: '代理机构联系人', content: '李工' },
    ],
  });
});
