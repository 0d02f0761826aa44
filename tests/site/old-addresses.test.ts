import { describe, expect, test } from 'vitest';
import { shardOf } from '../../src/core/old-addresses/browser/shard.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { announcementDocument } from '../../src/site/document.ts';
import { base, checkTree, type Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import {
  movedPart,
  movedParts,
  movedPaths,
  serverMoves,
  stubs,
  stubsLeftOut,
} from '../../src/site/old-addresses.ts';

const notice = (id: string, ...old: readonly string[]): Tree => ({
  [`announcements/general/2026/${id}.md`]: `---
标题: 通知 ${id} <b>
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
旧网址:
${old.map((one) => `  - ${one}\n`).join('')}---

各有关单位：现将有关事项通知如下。
`,
});

const site = () =>
  editionFrom({
    ...base,
    ...notice('n1', '/tzgg/1.html', '/show.asp?id=1'),
    ...notice('n2', '/tzgg/2.html'),
  });
/** The same site in a folder below its domain. */
const siteInFolder = () => ({
  ...site(),
  base: '/ggzy/',
  absolute: (path = '') => `https://www.example.gov.cn/ggzy/${path}`,
});

test('网页服务器从每个旧网址转到完整的新网址', () => {
  expect(serverMoves(site())).toEqual([
    { from: '/show.asp?id=1', to: 'https://www.example.gov.cn/announcements/n1/' },
    { from: '/tzgg/1.html', to: 'https://www.example.gov.cn/announcements/n1/' },
    { from: '/tzgg/2.html', to: 'https://www.example.gov.cn/announcements/n2/' },
  ]);
});

test('网站在子目录里的，旧域名指过来以后问的是子目录下的旧网址，也转', () => {
  const moves = serverMoves(siteInFolder());
  expect(moves).toHaveLength(6);
  expect(moves).toContainEqual({
    from: '/ggzy/tzgg/2.html',
    to: 'https://www.example.gov.cn/ggzy/announcements/n2/',
  });
  expect(new Set(moves.map(({ from }) => from)).size).toBe(6);
});

test('出错的页按旧网址找新网址，都不带子目录', () => {
  expect(movedPaths(siteInFolder())).toEqual({
    '/tzgg/1.html': 'announcements/n1/',
    '/show.asp?id=1': 'announcements/n1/',
    '/tzgg/2.html': 'announcements/n2/',
  });
});

test('不能写规则的主机，旧网址处是一个转过去的网页；带问号的做不了网页', () => {
  const pages = stubs(site());
  expect(pages.map(({ path }) => path)).toEqual(['tzgg/1.html', 'tzgg/2.html']);
  expect(pages[0]!.text).toContain('/announcements/n1/');
  expect(pages[0]!.text).toContain('通知 n1 &lt;b&gt;');
});

/** A notice whose attachments had addresses on the old site. */
const withFiles = (more = ''): Tree => ({
  'announcements/general/2026/n3/index.md': `---
标题: 通知 n3
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
附件:
  - 文件: 名单.txt
    名称: 名单
  - 文件: 表格.csv
    名称: 报名表
    旧网址: [/upload/P020180301.pdf, /downloadztbattach?guid=7, /down/7]
${more}---

各有关单位：现将有关事项通知如下。
`,
  'announcements/general/2026/n3/名单.txt': '名单\n',
  'announcements/general/2026/n3/表格.csv': '表格\n',
});

describe('附件的旧网址', () => {
  const edition = () => editionFrom({ ...base, ...withFiles() });
  const file = 'announcements/n3/attachment-2.csv';

  test('服务器、出错的页、原来位置上的网页，都转到附件现在的网址', () => {
    expect(serverMoves(edition()).map(({ from, to }) => [from, to])).toEqual(
      ['/down/7', '/downloadztbattach?guid=7', '/upload/P020180301.pdf'].map((old) => [
        old,
        `https://www.example.gov.cn/${file}`,
      ]),
    );
    expect(movedPaths(edition())['/upload/P020180301.pdf']).toBe(file);
    const [page] = stubs(edition());
    expect(page).toMatchObject({ path: 'down/7/index.html' });
    expect(page!.text).toContain(`<h1>附件已移到新网址</h1>\n<p><a href="/${file}">报名表</a>`);
  });

  test('只有一个旧网址的，写在一行上就可以；几个写在一行上的要逐项列出', () => {
    const list = '[/upload/P020180301.pdf, /downloadztbattach?guid=7, /down/7]';
    const [[file, words], ...files] = Object.entries(withFiles()) as [
      [string, string],
      ...[string, string][],
    ];
    const written = (text: string): Tree => ({
      ...base,
      ...Object.fromEntries(files),
      [file]: words.replace(list, text),
    });
    expect(movedPaths(editionFrom(written('/a,b.pdf?x=1,2')))).toEqual({
      '/a,b.pdf?x=1,2': 'announcements/n3/attachment-2.csv',
    });
    for (const several of [
      '/a.pdf、/b.pdf',
      '/a.pdf,/b.pdf',
      '/a.pdf /b.pdf',
      '/a.pdf,http://old.example.cn/b.pdf',
    ])
      expect(
        checkTree(written(several)).findings.map(({ code }) => code),
        several,
      ).toEqual(['F207']);
  });

  test('公告因为有个人信息撤下以后，附件不再公开，转到公告', () => {
    const gone = editionFrom({
      ...base,
      ...withFiles('撤下:\n  - 时间: 2026-04-01 10:00\n    原因: 含有个人信息\n'),
    });
    expect(movedPaths(gone)['/upload/P020180301.pdf']).toBe('announcements/n3/');
  });

  test('两份公告附同一个文件的，转到第一份里的；长度不同就不是同一个文件，是错误', () => {
    const twice = (text: string): Tree => {
      const [[file, words], ...files] = Object.entries(withFiles()) as [
        [string, string],
        ...[string, string][],
      ];
      return {
        ...base,
        [file]: words,
        ...Object.fromEntries(files),
        [file.replace('n3', 'n4')]: words.replaceAll('n3', 'n4'),
        ...Object.fromEntries(files.map(([path, bytes]) => [path.replace('n3', 'n4'), `${bytes}${text}`])),
      };
    };
    const codes = (tree: Tree) =>
      checkTree(tree)
        .findings.filter(({ code }) => code.startsWith('L12'))
        .map(({ code }) => code);
    expect(codes(twice(''))).toEqual([]);
    expect(movedPaths(editionFrom(twice('')))['/upload/P020180301.pdf']).toBe(file);
    expect(codes(twice('另一份'))).toEqual(['L122', 'L122', 'L122']);
  });

  test('公告的网页和数据里都没有', () => {
    const entry = edition().entry('n3');
    expect(JSON.stringify(announcementPage(edition(), 'n3'))).not.toContain('P020180301');
    expect(JSON.stringify(announcementDocument(edition(), entry))).not.toContain('P020180301');
  });
});

test('出错的页只取一份：每个旧网址在它自己的那份里，合起来一个不少', () => {
  const edition = site();
  const parts = new Map(movedParts(edition).map((name) => [name, movedPart(edition, name)]));
  for (const [name, paths] of parts)
    for (const old of Object.keys(paths)) expect(shardOf(old), old).toBe(name);
  expect(Object.assign({}, ...parts.values())).toEqual(movedPaths(site()));
});

describe('原来位置上的网页', () => {
  const many = (count: number, setting = '') =>
    editionFrom({
      ...base,
      'site.yaml': `${String(base['site.yaml'])}${setting}`,
      ...notice('n1', ...Array.from({ length: count }, (_, index) => `/tzgg/${index + 1}.html`)),
    });

  test('一千个以内都有', () => {
    expect([stubs(many(1000)).length, stubsLeftOut(many(1000))]).toEqual([1000, 0]);
  });

  test('再多就没有，生成时告诉有多少个', () => {
    expect([stubs(many(1001)).length, stubsLeftOut(many(1001))]).toEqual([0, 1001]);
  });

  test('设置里写“是”的总有，写“否”的总没有，都不再提醒', () => {
    const [yes, no] = [many(1001, '旧网址网页: 是\n'), many(2, '旧网址网页: 否\n')];
    expect([stubs(yes).length, stubsLeftOut(yes)]).toEqual([1001, 0]);
    expect([stubs(no).length, stubsLeftOut(no)]).toEqual([0, 0]);
  });
});
