import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/core/diagnostic.ts';
import { HOST } from './old-site.ts';
import { importAll, makeWorkplace, putPage, simplePage, words } from './workplace.ts';

const notice = (about: string, more = '', day = '2018-03-01 09:30'): string =>
  simplePage(`关于${about}的通知`, day, words(about) + more);

const project = (about: string, code: string): string =>
  simplePage(
    `示例镇${about}（虚构）道路改造工程施工招标公告`,
    '2018-03-01 09:30',
    `<p>项目编号：${code}</p><p>招标人：示例镇人民政府（虚构）</p>${words(about)}`,
  ).replace('通知公告', '建设工程 &gt; 招标公告');

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`;

/** Of each code, a page below the host that is told it. */
const PAGES: Readonly<Record<string, readonly [path: string, page: string | Uint8Array]>> = {
  G101: [
    'a/101.html',
    Buffer.from(Array.from({ length: 3000 }, (_, at) => (at % 7 === 0 ? 0x3c : 0x81 + ((at * 37) % 0x7d)))),
  ],
  G102: [
    'a/102.html',
    simplePage('频繁访问', '', '<p>您的访问过于频繁，请输入验证码</p><input name="captcha">'),
  ],
  G103: ['a/103.html', simplePage('关于空页的通知', '2018-03-01', '')],
  G104: [
    'a/104.html',
    notice('时间（示例）').replace('</head>', '<meta name="PubDate" content="2017-01-05 08:00"></head>'),
  ],
  G105: [
    'a/105.html',
    simplePage(
      '关于扫描件（示例）的通知',
      '2018-03-01 09:30',
      '<img src="/scan/1.jpg"><img src="/scan/2.jpg">',
    ),
  ],
  G106: ['a/106.html', notice('附件（示例）', '<p><a href="gone.pdf">没有的.pdf</a></p>')],
  G107: ['a/107.html', notice('手机（示例）', '<p>联系人手机：13800138000</p>')],
  G108: ['a/108-longer.html', notice('相同（示例）')],
  G109: [
    'a/109.html',
    simplePage(
      '关于状态（示例）的通知<font color="#2ac36e">[文件获取中]</font>',
      '2018-03-01',
      words('状态'),
    ),
  ],
  G111: ['a/111.html', project('编号（示例）', 'GM-JS-2018-001')],
  G112: ['announcements/112.html', notice('网址（示例）')],
  G113: [
    'a/113.html',
    notice(
      '宽表（示例）',
      `<table border="1">${[0, 1, 2].map((line) => row(Array.from({ length: 16 }, (_, at) => `第${line}行第${at}格`))).join('')}</table>`,
    ),
  ],
  G114: ['a/114.html', notice('划掉（示例）', '<p>地点改为<s>一楼</s>二楼。</p>')],
  G115: ['a/115.html', Buffer.alloc(9 * 1024 * 1024, 0x20)],
  G116: ['a/116.html', notice('外面（示例）', '<p><a href="file:///D:/a.doc">本机的.doc</a></p>')],
  G118: [
    'a/118.html',
    simplePage('示例情况说明', '2018-03-01 09:30', words('示例情况')).replace('通知公告', '其他'),
  ],
  G119: ['a/119.html', notice('标题（示例）')],
  G122: ['a/122.html', notice('很早（示例）', '', '1996-03-01 09:30')],
  G123: ['a/123.html', notice('没有时间（示例）').replace(/发布时间：[^<]*/u, '')],
  G124: ['a/124.html', notice('符号（示例）', '<p>\ue013 第一项</p>')],
  G126: ['a/126.html', notice('格式（示例）', '<p><a href="fake.pdf">其实是网页.pdf</a></p>')],
  G130: ['a/130.html', notice('名单（示例）', '<p><a href="list.txt">名单.txt</a></p>')],
};

/** Told of what is shown in a test of its own, or of what should never be. */
const ELSEWHERE = ['G110', 'G117', 'G120', 'G121', 'G125', 'G127', 'G128', 'G129', 'G131', 'G132'];

test('每个导入的代码都有一页会得到它，别的页不会', async () => {
  expect([...Object.keys(PAGES), ...ELSEWHERE].sort()).toEqual(
    Object.keys(CODES).filter((code) => code.startsWith('G')),
  );
  const place = makeWorkplace();
  for (const [path, page] of Object.values(PAGES)) putPage(place, path, page);
  putPage(place, 'a/108.html', PAGES['G108']![1]);
  putPage(
    place,
    'a/other-111.html',
    project('编号（示例）', 'GM-JS-2018-002').replace('虚构）招', '虚构）的招'),
  );
  putPage(place, 'a/other-119.html', notice('标题（示例）', '<p>时间改为下午，其他不变，请互相转告。</p>'));
  putPage(place, 'a/plain.html', notice('平常（示例）'));
  const beside = (name: string, text: string): void => {
    mkdirSync(dirname(join(place.site, HOST, name)), { recursive: true });
    writeFileSync(join(place.site, HOST, name), text);
  };
  beside('a/fake.pdf', '<!DOCTYPE html><html><body>404</body></html>');
  beside('a/list.txt', '身份证号：440608199001010017\n');
  symlinkSync('/etc/hostname', join(place.site, HOST, 'a/link.html'));
  const { results } = await importAll(place);
  const codesOf = (page: string): readonly string[] =>
    results.find(({ record }) => record.page === `${HOST}/${page}`)!.findings.map(({ code }) => code);
  const missing = Object.entries(PAGES).filter(([code, [path]]) => !codesOf(path).includes(code));
  expect(missing.map(([code, [path]]) => `${code}: ${codesOf(path).join(' ')}`)).toEqual([]);
  expect(codesOf('a/plain.html')).toEqual([]);
  expect(codesOf('a/link.html')).toEqual(['G116']);
}, 120_000);
