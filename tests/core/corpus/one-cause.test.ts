import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base, checkTree, type Tree } from '../fixtures.ts';

const folder = 'announcements/general/2026';
const words = (fields = '') =>
  `---\n标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n${fields}---\n\n现予通知。\n`;

const findingsOf = (tree: Tree) =>
  checkTree({ ...base, ...tree }).findings.map(
    ({ code, message, help }) => `${code} ${message} → ${help ?? ''}`,
  );

describe('放在公告里的文件不是公告，说得出它是什么、怎么办', () => {
  test.each([
    [
      '招标公告.docx',
      '这是 Word 文件，不是公告',
      `npm run new -- --from-document content/${folder}/招标公告.docx`,
    ],
    ['会议 通知.doc', '这是 Word 文件，不是公告', `--from-document "content/${folder}/会议 通知.doc"`],
    ['通知.wps', '这是 WPS 文件，不是公告', '--from-document'],
    ['通知.PDF', '这是 PDF 文件，不是公告', '--from-document'],
    ['通知.txt', '这是记事本文件，不是公告', '--from-document'],
    [
      'gm-tz-2026-009.md.txt',
      '“gm-tz-2026-009.md.txt”的结尾多了 .txt',
      '去掉结尾的 .txt，改名为 gm-tz-2026-009.md',
    ],
    ['gm-tz-2026-009.MD', '“gm-tz-2026-009.MD”的结尾要写成 .md', '改名为 gm-tz-2026-009.md'],
    ['gm-tz-2026-009.markdown', '“gm-tz-2026-009.markdown”的结尾要写成 .md', '改名为 gm-tz-2026-009.md'],
    ['gm-tz-2026-009.md.md', '“gm-tz-2026-009.md”不能作公告的标识', '改名为 gm-tz-2026-009.md'],
    ['GM TZ_2026—009.md', '“GM TZ_2026—009”不能作公告的标识', '改名为 gm-tz-2026-009.md'],
    ['照片.jpg', '这个文件不是公告', '附件要和 index.md 放在'],
    [
      'gm-tz-2026-009/index.md.txt',
      '公告文件夹里没有 index.md',
      '公告写在“index.md.txt”里的，把它改名为 index.md',
    ],
    ['gm-tz-2026-009/通知.md', '公告文件夹里没有 index.md', '公告写在“通知.md”里的，把它改名为 index.md'],
  ])('%s', (name, message, help) => {
    const found = findingsOf({ [`${folder}/${name}`]: words() });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found[0]).toContain(help);
  });

  test('放在年份文件夹外面的 Word 文件、多了 .txt 的设置，也一样', () => {
    const docx = new Uint8Array([0x50, 0x4b, 3, 4]);
    expect(findingsOf({ 'announcements/招标公告.docx': docx })[0]).toContain('这是 Word 文件，不是公告');
    expect(findingsOf({ '招标公告.docx': docx })[0]).toContain('这是 Word 文件，不是公告');
    expect(findingsOf({ 'calendar/2027.yaml.txt': '年份: 2027\n' })[0]).toContain('去掉结尾的 .txt');
  });
});

const LEFT_BEHIND = [
  ...['Thumbs.db', 'ehthumbs.db', 'desktop.ini', 'Desktop.ini', '.DS_Store'],
  ...['~$招标.docx', '~WRL0001.tmp', '.~lock.招标.docx#'],
];

describe('系统和 Word、WPS 自己留下的文件', () => {
  test('不用管，也不当作附件', () => {
    const beside = Object.fromEntries(
      LEFT_BEHIND.flatMap((name) => [
        [`${folder}/${name}`, 'x'],
        [`${folder}/gm-tz-2026-009/${name}`, 'x'],
      ]),
    );
    expect(findingsOf({ ...beside, [`${folder}/gm-tz-2026-009/index.md`]: words() })).toEqual([]);
  });

  test('不会提交', () => {
    const paths = LEFT_BEHIND.map((name) => `content/${folder}/${name}`);
    const ignored = execFileSync(
      'git',
      ['-c', 'core.quotePath=false', 'check-ignore', '--no-index', ...paths],
      {
        cwd: join(import.meta.dirname, '../../..'),
        encoding: 'utf8',
      },
    );
    expect(ignored.trim().split('\n')).toEqual(paths);
  });
});

describe('附件改了名，只说一次', () => {
  const attached = (...names: readonly string[]) =>
    words(`附件:\n${names.map((name) => `  - 文件: ${name}\n    名称: ${name}\n`).join('')}`);
  const beside = (...names: readonly string[]): Tree =>
    Object.fromEntries(names.map((name) => [`${folder}/gm-tz-2026-009/${name}`, '表']));
  const codesOf = (text: string, ...names: readonly string[]) =>
    findingsOf({ ...beside(...names), [`${folder}/gm-tz-2026-009/index.md`]: text });

  test('写的那个没有，文件夹里多出一个：改名了？两个名字都说出来', () => {
    const found = codesOf(attached('招标文件.txt'), '招标文件（定稿）.txt');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('A101 文件夹里没有“招标文件.txt”，有“招标文件（定稿）.txt”，改名了？');
    expect(found[0]).toContain('文件: 招标文件（定稿）.txt');
  });

  test('几个附件各改了名，凭名字分得清的各说一次', () => {
    const found = codesOf(attached('表一.txt', '表二.csv'), '表一.csv', '表二.txt');
    expect(found.map((one) => one.slice(0, 4))).toEqual(['A101', 'A101']);
    expect(found[0]).toContain('有“表一.csv”');
  });

  test('分不清是哪一个改的名，就两个都说，不乱猜', () => {
    const found = codesOf(attached('招标文件.txt'), '一.txt', '二.txt');
    expect(found.map((one) => one.slice(0, 4)).toSorted()).toEqual(['A101', 'A102', 'A102']);
  });
});

describe('类别和文件夹不符，只说一次', () => {
  const home = 'announcements/construction/2026';
  const tender = String(base[`${home}/tender.md`]);
  const slipOf = (text: string, folder = home, name = 'tender.md') =>
    findingsOf({ [`${home}/tender.md`]: tender, [`${folder}/${name}`]: text });

  test('类别写错，各栏是文件夹那一类的：说类别与文件夹不符，不说一串栏目不对', () => {
    const found = slipOf(tender.replace('类别: 建设工程', '类别: 政府采购'));
    expect(found).toEqual([
      'F403 类别与文件夹不符：类别写的是“政府采购”，文件放在“建设工程”的文件夹里，各栏也是那里的招标公告 → ' +
        '类别: 建设工程；确实是政府采购的，核对类型和各栏，把文件移到 announcements/procurement/',
    ]);
  });

  test('没有的类别，先猜文件夹的那一类', () => {
    const found = slipOf(tender.replace('类别: 建设工程', '类别: 工程建设项目'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('类别: 建设工程（文件放在它的文件夹里）');
  });

  test('类型只写了前面几个字，列出这样开头的，不猜成别的', () => {
    const found = slipOf(tender.replace('类型: 招标公告', '类型: 招标'));
    expect(found).toEqual(['F204 建设工程没有“招标”这种类型 → 写全：类型: 招标计划 或 类型: 招标公告']);
  });

  test('写的类别里没有这种类型，也是一样', () => {
    const found = findingsOf({
      [`${folder}/notice.md`]: words().replace('类别: 通知公告', '类别: 建设工程'),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('F403 类别与文件夹不符');
  });

  test('类别写错的那一份别处还有错，照样说', () => {
    const found = slipOf(
      tender.replace('类别: 建设工程', '类别: 政府采购').replace('预算金额: 358.6万元', '预算金额: 358.6'),
    );
    expect(found.map((one) => one.slice(0, 4))).toEqual(['F403', 'F304']);
  });

  test('类别没有错，文件放错了：移文件', () => {
    const found = findingsOf({ 'announcements/land/2026/notice.md': words() });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('F403 类别与文件夹不符：类别写的是“通知公告”，文件放在“土地”的文件夹里');
    expect(found[0]).toContain('把文件移到 announcements/general/2026/');
  });

  test('年份不符，说的是发布时间', () => {
    const found = findingsOf({ 'announcements/general/2025/notice.md': words() });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('F403 发布时间与文件夹不符：2026 年发布的，文件放在 2025 的文件夹里');
  });
});

describe('更正接错了地方，只说接错', () => {
  const home = 'announcements/construction/2026';
  const correction = (related: string, from: string, to: string, day: string) =>
    `---\n标题: 更正公告\n类别: 建设工程\n类型: 更正公告\n发布时间: 2026-03-${day} 10:00\n项目编号: GM-JS-2026-001\n` +
    `招标人: 高明区示例街道建设办公室\n关联公告: ${related}\n原因: 补充地质资料\n更正内容:\n  - 字段: 投标截止\n` +
    `    原: 2026-03-${from} 09:30\n    新: 2026-03-${to} 09:30\n---\n\n更正如上。\n`;

  test('更正接在更正后面', () => {
    const found = findingsOf({
      [`${home}/first.md`]: correction('tender', '25', '27', '05'),
      [`${home}/second.md`]: correction('first', '27', '28', '06'),
    });
    expect(found).toEqual(['L102 更正公告不能接在更正公告后面 → 关联公告: tender（被更正的那一份）']);
  });
});
