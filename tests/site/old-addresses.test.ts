import { expect, test } from 'vitest';
import { base, type Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { movedPaths, serverMoves, stubs } from '../../src/site/old-addresses.ts';

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
  expect(pages.map(({ file }) => file)).toEqual(['tzgg/1.html', 'tzgg/2.html']);
  expect(pages[0]!.html).toContain('/announcements/n1/');
  expect(pages[0]!.html).toContain('通知 n1 &lt;b&gt;');
});
