import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsOf } from '../../../src/core/announcement/field.ts';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { calendarSchema } from '../../../src/core/corpus/settings/calendar.ts';
import { screenSchema } from '../../../src/core/corpus/settings/screen.ts';
import { kioskSchema } from '../../../src/core/corpus/settings/kiosk.ts';
import { siteSchema } from '../../../src/core/corpus/settings/site.ts';
import { announcementJsonSchema, recordJsonSchema } from '../../../src/core/handbook/json-schema.ts';
import { announcementSnippets } from '../../../src/core/handbook/snippets.ts';

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
const isAnnouncement = ajv.compile(announcementJsonSchema());

/** Faults as an editor would underline them; the text is read as an editor reads YAML, with numbers as numbers. */
function faults(frontMatter: string, validate = isAnnouncement): readonly string[] {
  validate(parse(frontMatter));
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(
      ({ instancePath, message, params }) =>
        `${decodeURI(instancePath)} ${message ?? ''} ${Object.values(params).join(' ')}`,
    );
}

const frontMatterOf = (file: string): string => readFileSync(file, 'utf8').split(/^---$/mu)[1]!;

describe('an editor finds nothing wrong', () => {
  const samples = globSync('content/announcements/**/*.md');

  test('with the sample announcements', () => {
    expect(samples.length).toBeGreaterThan(20);
    expect(
      samples.map((file) => [file, faults(frontMatterOf(file))]).filter(([, found]) => found!.length > 0),
    ).toEqual([]);
  });

  test('with the settings', () => {
    const settings = [
      { files: ['content/site.yaml'], schema: siteSchema },
      { files: globSync('content/displays/*.yaml'), schema: screenSchema },
      { files: globSync('content/kiosks/*.yaml'), schema: kioskSchema },
      { files: globSync('content/calendar/*.yaml'), schema: calendarSchema },
    ];
    for (const { files, schema } of settings) {
      const validate = ajv.compile(recordJsonSchema('x', fieldsOf(schema)));
      for (const file of files)
        expect([file, faults(readFileSync(file, 'utf8'), validate)]).toEqual([file, []]);
    }
  });

  test('with the template of any type, as it is offered', () => {
    for (const [name, { body }] of Object.entries(announcementSnippets())) {
      const filled = body
        .join('\n')
        .replace(/\$\{\d+\|([^,|]+)[^}]*\|\}/gu, '$1')
        .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/gu, (_, text: string) => text.replace(/\\(.)/gu, '$1'));
      expect([name, faults(filled.split(/^---$/mu)[1]!)]).toEqual([name, []]);
    }
  });

  test('with the example of any field', () => {
    const unlike = types
      .flatMap(formOf)
      .filter(({ kind, example }) => kind?.pattern && example && !kind.pattern.test(example));
    expect(unlike.map(({ label, example }) => `${label}: ${example!}`)).toEqual([]);
  });
});

const sound = `标题: 示例路改造工程招标公告
类别: 建设工程
类型: 招标公告
发布时间: 2026-03-02 09:00
地区: 荷城街道
项目编号: GM-JS-2026-012
招标人: 高明区示例街道建设办公室
预算金额: 358.6万元
文件获取开始: 2026-03-02
文件获取结束: 2026-03-09
投标截止: 2026-03-25 09:30
`;

const award = `标题: 示例路改造工程中标结果公告
类别: 建设工程
类型: 中标结果公告
关联公告: gm-js-2026-012-candidates
发布时间: 2026-04-08 09:00
项目编号: GM-JS-2026-012
招标人: 高明区示例街道建设办公室
`;

test('the announcement that is broken below is sound', () => {
  expect(faults(sound)).toEqual([]);
});

const broken: readonly [why: string, text: string, fault: string][] = [
  ['an unknown category', sound.replace('建设工程', '建筑工程'), '/类别'],
  ['a type of another category', sound.replace('类型: 招标公告', '类型: 询价公告'), '/类型'],
  ['no type at all', sound.replace('类型: 招标公告\n', ''), '类型'],
  ['a field that does not exist', `${sound}投标截至: 2026-03-25 09:30\n`, '投标截至'],
  ['a field of another type', `${sound}中标人: 广东示例建筑工程有限公司\n`, '中标人'],
  ['a missing deadline', sound.replace(/投标截止.*\n/u, ''), '投标截止'],
  ['money without a unit', sound.replace('358.6万元', '358.6'), '/预算金额'],
  ['a date where a moment is asked for', sound.replace('2026-03-25 09:30', '2026-03-25'), '/投标截止'],
  ['a choice that is none', `${sound}招标方式: 公开\n`, '/招标方式'],
  ['a list written as one value', `${sound}标段: 一标段\n`, '/标段'],
  ['a record without its name', `${sound}标段:\n  - 编号: '01'\n`, '名称'],
  ['neither of two fields of which one is asked for', award, '中标人'],
];

describe('an editor takes the names of official forms', () => {
  test.each([
    ['of a field that must be written', sound.replace('招标人:', '招标单位:')],
    ['of a deadline', sound.replace('投标截止:', '投标文件递交截止时间:')],
    ['of a field that may be written', `${sound}招标控制价: 350万元\n`],
    [
      'of a period in one line',
      sound.replace(/文件获取开始.*\n文件获取结束.*\n/u, '文件获取时间: 2026年3月2日至3月9日\n'),
    ],
    ['in the records of a list', `${sound}标段:\n  - 标段编号: 一\n    标段名称: 道路\n`],
    ['in place of one of two', `${award}中标单位: 示例公司\n中标金额: 350万元\n`],
  ])('%s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('an editor refuses', () => {
  test.each(broken)('%s', (_, text, fault) => {
    expect(faults(text).join('\n')).toContain(fault);
  });
});
