import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { area, date, line, money } from '../../../src/core/announcement/field.ts';
import { formOf, types, typeOf } from '../../../src/core/announcement/schema.ts';
import type { TypeSpec } from '../../../src/core/announcement/type.ts';
import type { Control } from '../../../src/core/desk/control.ts';
import { formFor, SECTIONS } from '../../../src/core/desk/form.ts';

const controlsOf = (spec: TypeSpec): readonly Control[] =>
  formFor(spec).flatMap(({ groups }) => groups.flatMap(({ controls }) => controls));

const placeOf = (spec: TypeSpec, label: string): string | undefined =>
  formFor(spec)
    .flatMap(({ name, groups }) =>
      groups.flatMap((group) =>
        group.controls.map(({ field, kind }) => [field.label, `${name} ${group.name} ${kind}`]),
      ),
    )
    .find(([own]) => own === label)?.[1];

const tender = typeOf('construction', 'tender-notice');

describe('the form of the desk', () => {
  test.each([
    ['标题', '项目 法律要求 line'],
    ['发布时间', '时间 法律要求 instant'],
    ['招标人', '项目 法律要求 long-text'],
    ['地区', '项目 法律要求 region'],
    ['预算金额', '金额 法律要求 money'],
    ['文件获取开始', '时间 法律要求 date'],
    ['投标截止', '时间 法律要求 instant'],
    ['关联公告', '项目 常用 announcement'],
    ['开标地点', '时间 常用 place'],
    ['资格要求', '资格 法律要求 long-text'],
    ['依法必须招标', '项目 法律要求 yes-no'],
    ['招标方式', '项目 常用 choice'],
    ['工期', '项目 法律要求 number'],
    ['标段', '清单 常用 records'],
    ['联系电话', '联系 法律要求 phone'],
    ['适用标段', '项目 其他 list'],
    ['原文网址', '项目 其他 address'],
  ])('has %s in its place', (label, place) => {
    expect(placeOf(tender, label)).toBe(place);
  });

  test('has every field of every type once, but for what other screens fill in', () => {
    for (const spec of types) {
      const labels = controlsOf(spec).map(({ field }) => field.label);
      const expected = [...new Set(formOf(spec).map(({ label }) => label))].filter(
        (label) => !/^(?:类别|类型|附件|勘误|撤下|旧网址|原文校验)$/u.test(label),
      );
      expect([spec.term, labels.toSorted()]).toEqual([spec.term, expected.toSorted()]);
    }
  });

  test('has its sections in the same order for every type, and none that is empty', () => {
    for (const spec of types) {
      const names = formFor(spec).map(({ name }) => name);
      expect(names).toEqual(SECTIONS.filter((name) => names.includes(name)));
      for (const { groups } of formFor(spec))
        expect(groups.every(({ controls }) => controls.length > 0)).toBe(true);
    }
  });

  test('shows a field that is added to a schema, by its kind and its place, without a word about it here', () => {
    const spec: TypeSpec = {
      ...tender,
      schema: tender.schema.extend({
        siteVisitOn: date({ label: '踏勘日期', help: '现场踏勘的日期。', example: '2026-03-10' }),
        guaranteeFen: money({ label: '履约担保', help: '担保金额。', example: '7万元' }).optional(),
        plotArea: area({
          label: '用地面积',
          help: '面积。',
          example: '120平方米',
          group: 'other',
        }).optional(),
        designer: line({ label: '设计单位', help: '单位全称。', example: '示例设计院' }).optional(),
        visits: z
          .array(z.strictObject({ on: date({ label: '日期', help: '日期。', example: '2026-03-10' }) }))
          .meta({ label: '踏勘安排', help: '逐次列出。' })
          .optional(),
      }) as unknown as z.ZodObject,
    };
    expect(placeOf(spec, '踏勘日期')).toBe('时间 法律要求 date');
    expect(placeOf(spec, '履约担保')).toBe('金额 常用 money');
    expect(placeOf(spec, '用地面积')).toBe('项目 其他 number');
    expect(placeOf(spec, '设计单位')).toBe('项目 常用 line');
    expect(placeOf(spec, '踏勘安排')).toBe('清单 常用 records');
    const visits = controlsOf(spec).find(({ field }) => field.label === '踏勘安排')!;
    expect(visits.columns!.map(({ field, kind }) => `${field.label} ${kind}`)).toEqual(['日期 date']);
  });

  test('tells of which fields just one is to be filled in, and takes two of one name for one', () => {
    const award = typeOf('construction', 'award-notice');
    const winner = controlsOf(award).find(({ field }) => field.label === '中标人')!;
    expect(winner.oneOf).toContain('标段结果');
    const related = controlsOf(award).find(({ field }) => field.label === '关联公告')!;
    expect([related.kind, related.twin?.kind]).toEqual(['announcement', 'records']);
    expect(related.twin!.columns!.map(({ field }) => field.label)).toEqual(['标题', '网址', '发布时间']);
  });
});
