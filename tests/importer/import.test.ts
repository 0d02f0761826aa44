import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import type { ImportDone } from '../../src/importer/run.ts';
import { toGbk } from '../../src/importer/saved-path.ts';
import { docx, pdf } from '../core/made-files.ts';
import { HOST } from './old-site.ts';
import { importAll, makeWorkplace, putPage, simplePage, treeOf, words, type Workplace } from './workplace.ts';

const notice = (about: string, more = '', day = '2018-03-01 09:30'): string =>
  simplePage(`关于${about}的通知`, day, words(about) + more);

/** What was said of a page, by its path below the host: what became of it and the codes of its findings. */
const told = ({ results }: ImportDone, page: string): string => {
  const { result, findings } = results.find(({ record }) => record.page === `${HOST}/${page}`)!;
  return [result, ...findings.map(({ code }) => code)].join(' ');
};

function fileAt(
  { content }: Workplace,
  done: ImportDone,
  page: string,
): { path: string; text: string; folder: string } {
  const { id } = done.results.find(({ record }) => record.page === `${HOST}/${page}`)!;
  const found = Object.keys(treeOf(join(content, 'announcements'))).find(
    (name) => name.includes(`${id!}.md`) || name.includes(`${id!}/index.md`),
  )!;
  const path = join(content, 'announcements', found);
  return { path, text: readFileSync(path, 'utf8'), folder: dirname(path) };
}

const put = ({ site }: Workplace, path: string, bytes: Uint8Array | string): void => {
  mkdirSync(dirname(join(site, HOST, path)), { recursive: true });
  writeFileSync(join(site, HOST, path), bytes);
};

const errorsOf = ({ content }: Workplace): readonly string[] =>
  check(content)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, file, message }) => `${code} ${file} ${message}`);

describe('附件', () => {
  test('网页旁边、网站根上、中文和 GBK 文件名、带问号的都找得到，复制过来并且写进附件', async () => {
    const place = makeWorkplace();
    const link = (href: string, text: string): string => `<p><a href="${href}">${text}</a></p>`;
    putPage(
      place,
      'tz/1.html',
      notice(
        '附件（示例）',
        [
          link('./P020180301.pdf', '示例报名表.pdf'),
          link('/uploads/soft/%E7%A4%BA%E4%BE%8B%E9%99%84%E4%BB%B6.docx', '示例附件二'),
          link('/uploads/soft/%CA%BE%C0%FD.pdf', '示例清单.pdf'),
          link('/module/download/downfile.jsp?classid=0&amp;filename=8f3a.pdf', '示例图纸.pdf'),
        ].join(''),
      ),
    );
    put(place, 'tz/P020180301.pdf', pdf('A'));
    put(place, 'uploads/soft/示例附件.docx', docx('表'));
    writeFileSync(
      Buffer.concat([Buffer.from(join(place.site, HOST, 'uploads/soft/')), toGbk('示例.pdf')!]),
      pdf('B'),
    );
    put(place, 'module/download/downfile.jsp@classid=0&filename=8f3a.pdf', pdf('C'));
    const done = await importAll(place);
    const { text, folder } = fileAt(place, done, 'tz/1.html');
    expect(readdirSync(folder).sort()).toEqual(
      ['index.md', '示例图纸.pdf', '示例报名表.pdf', '示例清单.pdf', '示例附件二.docx'].sort(),
    );
    expect(text).toContain('- 文件: 示例清单.pdf\n    名称: 示例清单\n');
    expect(told(done, 'tz/1.html')).toBe('legacy');
    expect(errorsOf(place)).toEqual([]);
  }, 60_000);

  test('没有保存下来的、指到外面的、不是它说的格式的、有身份证号的都不复制，正文里的字留着', async () => {
    const place = makeWorkplace();
    const link = (href: string, text: string): string => `<p><a href="${href}">${text}</a></p>`;
    putPage(
      place,
      'tz/2.html',
      notice(
        '外面的文件（示例）',
        [
          link('gone.pdf', '没有的.pdf'),
          link('../../../../../../../../etc/hostname', '机器名.txt'),
          link('file:///D:/secret.doc', '本机的.doc'),
          link('linked.pdf', '链接的.pdf'),
          link('error.pdf', '其实是网页.pdf'),
          link('list.txt', '名单.txt'),
          link('javascript:void(0)', '打印本页'),
        ].join(''),
      ),
    );
    symlinkSync('/etc/hostname', join(place.site, HOST, 'tz/linked.pdf'));
    put(place, 'tz/error.pdf', '<!DOCTYPE html><html><body>404</body></html>');
    put(place, 'tz/list.txt', '身份证号：440608199001010017\n');
    const done = await importAll(place);
    const { text, path } = fileAt(place, done, 'tz/2.html');
    expect(path).not.toContain('index.md');
    for (const name of ['没有的.pdf', '机器名.txt', '本机的.doc', '链接的.pdf', '其实是网页.pdf', '名单.txt'])
      expect(text).toContain(name);
    expect(text).not.toContain('](');
    const codes = told(done, 'tz/2.html').split(' ');
    expect(codes.filter((code) => code === 'G116')).toHaveLength(2);
    expect(codes).toEqual(expect.arrayContaining(['G106', 'G126', 'G130']));
    expect(errorsOf(place)).toEqual([]);
  }, 60_000);
});

describe('个人信息', () => {
  test('有手机号的在回答以前不写；回答遮盖以后盖住再写，原网页不进内容文件夹', async () => {
    const place = makeWorkplace();
    const page = `${HOST}/tz/3.html`;
    putPage(place, 'tz/3.html', notice('联系办法（示例）', '<p>联系人手机：13800138000</p>'));
    const first = await importAll(place);
    expect(told(first, 'tz/3.html')).toBe('doubtful G107');
    expect(existsSync(join(place.content, 'announcements'))).toBe(false);
    expect(existsSync(join(place.content, 'originals'))).toBe(false);
    const report = readFileSync(join(place.report, 'import-report.html'), 'utf8');
    expect(report).not.toContain('13800138000');
    expect(report).toContain('遮盖: 是');

    writeFileSync(join(place.report, 'import-answers.yaml'), `${page}:\n  遮盖: 是\n`);
    const second = await importAll(place);
    const { text } = fileAt(place, second, 'tz/3.html');
    expect(text).toContain('联系人手机：138××××8000');
    expect(existsSync(join(place.content, 'originals'))).toBe(false);
    const { id } = second.results[0]!;
    expect(readFileSync(join(place.report, 'private', id!, 'original.html'), 'utf8')).toContain(
      '13800138000',
    );
    expect(errorsOf(place)).toEqual([]);
  }, 60_000);
});

test('几百页都有手机号的，可以整个文件夹一起回答；要一页一页看的不能', async () => {
  const place = makeWorkplace();
  const mobile = '<p>联系人手机：13800138000</p>';
  putPage(place, 'tz/3.html', notice('联系办法（示例）', mobile));
  putPage(place, 'xw/3.html', notice('另一种联系办法（示例）', mobile));
  const answers = join(place.report, 'import-answers.yaml');
  mkdirSync(place.report, { recursive: true });
  writeFileSync(answers, `${HOST}/tz/:\n  遮盖: 是\n`);
  const done = await importAll(place);
  expect(fileAt(place, done, 'tz/3.html').text).toContain('138××××8000');
  expect(told(done, 'xw/3.html')).toBe('doubtful G107');
  writeFileSync(answers, `全部:\n  遮盖: 是\n${HOST}/xw/3.html:\n  遮盖: 否\n`);
  const again = await importAll(place);
  expect(fileAt(place, again, 'tz/3.html').text).toContain('138××××8000');
  expect(told(again, 'xw/3.html')).toBe('doubtful G107');
  for (const [said, fault] of [
    ['全部: 采用', /第 1 行：许多页一起，不能写采用/u],
    [`${HOST}/tz/:\n  发布时间: 2018-03-01`, /第 2 行：“发布时间”要一页一页看过再写/u],
  ] as const) {
    writeFileSync(answers, `${said}\n`);
    await expect(importAll(place)).rejects.toThrow(fault);
  }
}, 60_000);

describe('回答', () => {
  test('发布时间怎么写都认得；认不出的、写错路径的都说出来', async () => {
    const place = makeWorkplace();
    putPage(place, 'tz/3.html', notice('没有日期（示例）').replace(/发布时间：[^&]*/u, ''));
    const answers = join(place.report, 'import-answers.yaml');
    mkdirSync(place.report, { recursive: true });
    writeFileSync(
      answers,
      `${HOST}/tz/3.html:\n  发布时间: 2007年3月15日\n${HOST}/tz/33.html: 不采用\n${HOST}/xw/:\n  遮盖: 是\n`,
    );
    const done = await importAll(place);
    expect(fileAt(place, done, 'tz/3.html').text).toContain('发布时间: 2007-03-15\n');
    expect(done.stray).toEqual([`${HOST}/tz/33.html`, `${HOST}/xw/`]);
    writeFileSync(answers, `${HOST}/tz/3.html:\n  发布时间: 去年三月\n`);
    await expect(importAll(place)).rejects.toThrow(/第 2 行：“发布时间”写成 2018-03-01 09:30/u);
  }, 60_000);
});

test('什么都不缺、仍然按存量导入的，说明原因；没有图片的不说“见附件”', async () => {
  const place = makeWorkplace();
  putPage(
    place,
    'jsgc/1.html',
    simplePage(
      '示例学校新建项目',
      '2018-03-01',
      '<p>招标人：示例学校（虚构）</p><p>项目编号：SL-2018-01</p>',
    ),
  );
  putPage(
    place,
    'jsgc/2.html',
    simplePage('示例学校招标公告', '2018-03-01', '<p><img src="/no.jpg" width="700"></p>'),
  );
  mkdirSync(place.report, { recursive: true });
  writeFileSync(join(place.report, 'import-map.yaml'), '栏目:\n  /jsgc/: { 类别: 建设工程 }\n');
  const done = await importAll(place);
  const said = done.results.find(({ record }) => record.page.endsWith('jsgc/1.html'))!.findings;
  expect(said).toMatchObject([{ code: 'G127', message: '按存量公告导入：看不出是这一类里的哪一种公告' }]);
  expect(fileAt(place, done, 'jsgc/2.html').text).toContain('（原网页没有文字，图片或者文件没有保存下来。）');
}, 60_000);

test('旧网页换了一层文件夹再导入，公告一份不少；报告文件夹里已经有一个导入在运行的，说一句话就停', async () => {
  const place = makeWorkplace();
  putPage(place, 'tz/1.html', notice('停水（示例）'));
  putPage(place, 'tz/2.html', notice('停气（示例）'));
  const site = 'http://' + HOST;
  mkdirSync(place.report, { recursive: true });
  writeFileSync(join(place.report, 'import-map.yaml'), `网址: ${site}\n`);
  await importAll(place);
  const inner = { ...place, site: join(place.site, HOST) };
  const before = treeOf(join(place.content, 'announcements'));
  expect((await importAll(inner)).taken).toEqual([]);
  expect(treeOf(join(place.content, 'announcements'))).toEqual(before);

  // Another address is another page: what was at the old one goes when the new one is there.
  mkdirSync(join(place.site, 'copy'));
  renameSync(join(place.site, HOST), join(place.site, 'copy', HOST));
  const { taken, others } = await importAll(place);
  expect(taken.length).toBeGreaterThan(0);
  expect(others).toBe(0);
  expect(Object.keys(treeOf(join(place.content, 'announcements')))).toHaveLength(2);
  expect(errorsOf(place)).toEqual([]);

  const running = join(place.report, 'import.running');
  writeFileSync(running, `${process.ppid}\n`);
  await expect(importAll(place)).rejects.toThrow(/另一个导入正在用 .*（进程 \d+）。等它做完再运行/u);
  writeFileSync(running, '999999999\n');
  await importAll(place);
  expect(existsSync(running)).toBe(false);
}, 60_000);

describe('同一份公告', () => {
  test('在两个栏目、手机版里各有一页的合成一份，旧网址都写上；页面之间的链接接到公告', async () => {
    const place = makeWorkplace();
    const body = notice(
      '停电（示例）',
      '<p>另见<a href="/tz/5.html">放假的通知</a>和<a href="/tz/gone.html">没有的一页</a>。</p>',
    );
    for (const path of ['tz/4.html', 'xwzx/4.html', 'm/tz/4.html']) putPage(place, path, body);
    putPage(place, 'tz/5.html', notice('放假（示例）'));
    const done = await importAll(place);
    const { text } = fileAt(place, done, 'tz/4.html');
    const other = done.results.find(({ record }) => record.page.endsWith('tz/5.html'))!.id!;
    expect(text).toContain('旧网址:\n  - /tz/4.html\n');
    expect(text).toContain('  - /xwzx/4.html\n');
    expect(text).toContain(`另见[放假的通知](../${other}/)和没有的一页。`);
    expect(told(done, 'xwzx/4.html')).toBe('merged G108');
    expect(Object.keys(treeOf(join(place.content, 'announcements')))).toHaveLength(2);
    expect(errorsOf(place)).toEqual([]);
  }, 60_000);

  test('标题相同、内容不同的两份都写，都请人看', async () => {
    const place = makeWorkplace();
    putPage(place, 'tz/6.html', notice('检查（示例）'));
    putPage(place, 'tz/7.html', notice('检查（示例）', '<p>时间改为下午，其他不变，请各单位互相转告。</p>'));
    const done = await importAll(place);
    expect([told(done, 'tz/6.html'), told(done, 'tz/7.html')]).toEqual(['doubtful G119', 'doubtful G119']);
    expect(Object.keys(treeOf(join(place.content, 'announcements')))).toHaveLength(2);
  }, 60_000);
});

test('人写的公告、导入以后人改过的公告不覆盖；不采用的拿走', async () => {
  const place = makeWorkplace();
  putPage(place, 'tz/8.html', notice('修改（示例）'));
  putPage(place, 'tz/9.html', notice('撤回（示例）'));
  const first = await importAll(place);
  const { path, text } = fileAt(place, first, 'tz/8.html');
  writeFileSync(path, `${text}\n另行通知。\n`);
  writeFileSync(join(place.report, 'import-answers.yaml'), `${HOST}/tz/9.html: 不采用\n`);
  const second = await importAll(place);
  expect(readFileSync(path, 'utf8')).toBe(`${text}\n另行通知。\n`);
  expect(told(second, 'tz/8.html')).toBe('doubtful G125');
  expect(told(second, 'tz/9.html')).toBe('left-out');
  expect(second.taken).toHaveLength(2);
  expect(Object.keys(treeOf(join(place.content, 'announcements')))).toHaveLength(1);
}, 60_000);

test('列表页、太大的页、改了名的图片不是公告；旧网址不占本站的网址', async () => {
  const place = makeWorkplace();
  putPage(
    place,
    'tz/index.html',
    simplePage(
      '通知公告',
      '',
      `<ul>${Array.from({ length: 20 }, (_, at) => `<li><a href="/tz/${at}.html">关于第 ${at} 件事的通知（示例）</a> 2018-03-01</li>`).join('')}</ul>`,
    ),
  );
  putPage(place, 'tz/big.html', Buffer.alloc(9 * 1024 * 1024, 0x20));
  putPage(place, 'tz/picture.html', Buffer.from('89504e470d0a1a0a', 'hex'));
  putPage(place, 'announcements/10.html', notice('搬家（示例）'));
  const done = await importAll(place);
  expect(told(done, 'tz/index.html')).toMatch(/^left-out G10[23]$/u);
  expect(told(done, 'tz/big.html')).toBe('left-out G115');
  expect(done.results.map(({ record }) => record.page)).not.toContain(`${HOST}/tz/picture.html`);
  expect(told(done, 'announcements/10.html')).toBe('legacy G112');
  expect(fileAt(place, done, 'announcements/10.html').text).not.toContain('旧网址');
  expect(errorsOf(place)).toEqual([]);
}, 60_000);

test('两百万个文件的文件夹只流过去，不留在内存里', async () => {
  const place = makeWorkplace();
  putPage(place, 'tz/11.html', notice('档案（示例）'));
  const page = Buffer.from(`${HOST}/tz/11.html`);
  async function* listing(): AsyncGenerator<{ path: Buffer; kind: 'file' }> {
    yield { path: page, kind: 'file' };
    for (let at = 0; at < 2_000_000; at += 1) yield { path: Buffer.from(`uploads/${at}.jpg`), kind: 'file' };
  }
  const before = process.memoryUsage().heapUsed;
  const done = await importAll(place, { listing });
  expect(done.results).toHaveLength(1);
  expect((process.memoryUsage().heapUsed - before) / 1024 / 1024).toBeLessThan(150);
}, 120_000);
