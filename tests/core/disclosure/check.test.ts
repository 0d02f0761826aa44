import { expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import { openInspector } from '../../../src/core/corpus/inspect.ts';
import { base, onDisk } from '../fixtures.ts';
import { docx } from '../made-files.ts';
import { attached, corpusWith, foundIn, item } from './items.ts';

test('a sound item is read with its values, its body and its attachments', () => {
  const { disclosure, findings } = corpusWith({
    'regulations/archives/index.md': item({ 附件: attached('通知.txt'), 文号: '示交易〔2026〕3号' }),
    'regulations/archives/通知.txt': '示例',
  });
  expect(findings).toEqual([]);
  expect(disclosure).toHaveLength(1);
  expect(disclosure[0]).toMatchObject({
    id: 'archives',
    folder: 'regulations',
    fields: { index: 'SL-2026-00001', validity: 'valid', openness: 'published', madeOn: '2026-02-26' },
    attachments: [{ file: '通知.txt', name: '附件' }],
  });
});

test('a centre without the folder has an empty catalogue and nothing to mend', () => {
  expect(corpusWith({})).toMatchObject({ disclosure: [], findings: [] });
});

test('each fault is told at its line, with what to do', () => {
  expect(
    foundIn({
      'regulations/a.md': item({
        有效性: '有效的',
        成文日期: '2026-02-30',
        文件号: '3号',
        索引号: undefined,
      }),
    }),
  ).toEqual([
    'F202 disclosure/regulations/a.md:2 缺少“索引号”',
    'F302 disclosure/regulations/a.md:5 日历上没有“2026-02-30”这一天，或者年份写错了',
    'F205 disclosure/regulations/a.md:7 “有效的”不在可选项里',
    'F201 disclosure/regulations/a.md:9 没有“文件号”这一栏',
  ]);
});

test('a second item with a number gets the next free one', () => {
  const [found, ...more] = check(
    onDisk({
      ...base,
      'disclosure/regulations/a.md': item(),
      'disclosure/plans/b.md': item({ 分类: '规划计划', 发布日期: '2026-03-03' }),
      'disclosure/other/c.md': item({ 分类: '其他', 索引号: 'SL-2026-00041' }),
    }),
  ).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    code: 'F342',
    file: 'disclosure/plans/b.md',
    line: 4,
    message: '索引号“SL-2026-00001”已经是“关于做好档案工作的通知（虚构）”（a）的',
    help: '先发布的那一条不改；这一条换一个没有用过的，下一个是 SL-2026-00042',
  });
});

test('a folder that is no class is told once, and a class of the centre is one', () => {
  expect(foundIn({ 'laws/a.md': item(), 'laws/b.md': item({ 索引号: 'SL-2026-00002' }) })).toEqual([
    'F341 disclosure/laws:1 “laws”不是公开分类的文件夹',
  ]);
  const own = `${String(base['site.yaml'])}\n公开分类:\n  - 标识: laws\n    名称: 法规公文\n`;
  expect(foundIn({ 'laws/a.md': item() }, { 'site.yaml': own })).toEqual([]);
});

test('two classes of one name or folder are refused', () => {
  const own = `${String(base['site.yaml'])}\n公开分类:\n  - 标识: laws\n    名称: 公文\n  - 标识: laws\n    名称: 文件\n  - 标识: other\n    名称: 公文\n`;
  const lines = own.trimEnd().split('\n').length;
  expect(foundIn({}, { 'site.yaml': own })).toEqual([
    `S101 site.yaml:${lines - 3} 标识“laws”写了两次`,
    `S101 site.yaml:${lines} 分类“公文”写了两次`,
  ]);
});

test('an item needs a text or a file, unless it is given on request only', () => {
  expect(foundIn({ 'regulations/a.md': item({}, '') }).map((found) => found.slice(0, 4))).toEqual(['C105']);
  expect(foundIn({ 'regulations/a.md': item({ 公开方式: '依申请公开' }, '') })).toEqual([]);
  expect(
    foundIn({
      'regulations/a/index.md': item({ 附件: attached('通知.txt') }, ''),
      'regulations/a/通知.txt': '示例',
    }),
  ).toEqual([]);
});

test('ids are checked as those of announcements are, and the address of the list is taken', () => {
  expect(
    foundIn({
      'regulations/A_1.md': item(),
      'regulations/catalogue.md': item({ 索引号: 'SL-2026-00002' }),
      'plans/a.md': item({ 分类: '规划计划', 索引号: 'SL-2026-00003' }),
      'regulations/a.md': item({ 索引号: 'SL-2026-00004' }),
    }).map((found) => found.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    'F401 disclosure/regulations/A_1.md:1',
    'F402 disclosure/regulations/a.md:1',
    'F402 disclosure/regulations/catalogue.md:1',
  ]);
});

test('personal data, words in bad form and attachments are looked at as in an announcement', () => {
  const { inspect, close } = openInspector();
  const number = ['11010519491231', '002X'].join('');
  const { findings } = check(
    onDisk({
      ...base,
      'disclosure/regulations/a/index.md': item({ 附件: attached('通知.docx') }, `经办人 ${number}`),
      'disclosure/regulations/a/通知.docx': docx(`经办人 ${number}`),
    }),
    undefined,
    inspect,
  );
  close();
  expect(findings.map(({ code, line }) => [code, line])).toEqual([
    ['P101', 11],
    ['P101', 15],
  ]);
});

test('a link to an item is followed', () => {
  const files = {
    'regulations/a.md': item({}, '见[目录](/disclosure/catalogue/)和[通知](/disclosure/a/)。'),
  };
  expect(foundIn(files)).toEqual([]);
  expect(
    foundIn({ 'regulations/a.md': item({}, '见[通知](/disclosure/b/)。') }).map((found) => found.slice(0, 4)),
  ).toEqual(['C127']);
});

test('an item of tomorrow is told: it is published today', () => {
  const root = onDisk({ ...base, 'disclosure/regulations/a.md': item() });
  const foundAt = (now: string) =>
    check(
      root,
      undefined,
      () => [],
      undefined,
      () => now,
    ).findings.filter(({ file }) => file.startsWith('disclosure/'));
  expect(foundAt('2026-03-02T00:00:00+08:00')).toEqual([]);
  expect(foundAt('2026-03-01T23:59:59+08:00')).toMatchObject([{ code: 'K107', line: 7, field: '发布日期' }]);
});
