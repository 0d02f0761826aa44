import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkNamed } from '../../src/cli/check.ts';
import { contentFolder, NOTICE, notice, run as runAt, temporaryFolder } from './command.ts';

/** On a day on which every announcement of these tests has been published. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runAt(args, { TODAY: '2026-03-31T08:00+08:00', ...env });

const broken = notice({ 标题: '标题：关于清明节期间业务办理安排的通知' });
const other = 'announcements/general/2026/gm-tz-2026-002.md';

test('a check of one announcement tells what is wrong with that one and no other', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken, [other]: broken });
  const { status, stdout } = await run(['check', 'gm-tz-2026-002'], { CONTENT_DIR });
  expect(status).toBe(1);
  expect(stdout).toContain('gm-tz-2026-002.md:2:3');
  expect(stdout).not.toContain('gm-tz-2026-001');
  expect(stdout).toContain('1 份公告，错误 1 处');
});

test('what can be mended without a change of meaning names the command that does it', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken });
  expect((await run(['check'], { CONTENT_DIR })).stdout).toContain(
    '代劳  npm run fix -- gm-tz-2026-001      详解  npm run check -- --explain F104',
  );
});

test('a check of one announcement knows the whole of its matter: a link to an earlier one that is there is sound', async () => {
  const text = notice({ 类型: '类型: 更正公告\n关联公告: gm-tz-2026-001' }).replace(
    '发布单位: 示例中心',
    '发布单位: 示例中心\n更正内容:\n  - 字段: 标题\n    原: 关于清明节期间业务办理安排的通知\n    新: 关于清明节安排的通知\n原因: 笔误',
  );
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice(), [other]: text });
  const { status, stdout } = await run(['check', other.replace(/^.*\/|\.md$/g, '')], { CONTENT_DIR });
  expect([status, stdout]).toEqual([0, '1 份公告，没有发现问题。\n']);
});

test('an announcement that does not exist is one sentence and exit code 2', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stderr } = await run(['check', 'gm-tz-2026-009'], { CONTENT_DIR });
  expect([status, stderr]).toEqual([2, '没有“gm-tz-2026-009”这个文件或者公告。\n']);
});

describe('a run that has looked at nothing says so and ends with exit code 2', () => {
  const place = 'announcements/<类别>/<年份>/';
  const nothing = /没有发现问题|0 份公告/u;

  test('a draft outside the content, by whatever path', async () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const outside = join(dirname(CONTENT_DIR), 'draft.md');
    writeFileSync(outside, broken);
    const elsewhere = join(contentFolder({ [NOTICE]: broken }), NOTICE);
    const link = join(dirname(CONTENT_DIR), 'link.md');
    symlinkSync(outside, link);
    const names = [
      outside,
      elsewhere,
      link,
      '../draft.md',
      'package.json',
      '..',
      'docs',
      './src',
      dirname(outside),
    ];
    for (const name of names) {
      expect(() => checkNamed(CONTENT_DIR, [name])).toThrow(
        `“${name}”不在内容文件夹 ${CONTENT_DIR} 里，没有检查。公告要放在 ${CONTENT_DIR}/${place}`,
      );
    }
    const { status, stdout, stderr } = await run(['check', outside], { CONTENT_DIR });
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('不在内容文件夹')]);
  });

  test('a path of the project that another content folder also has is not taken for its own', () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    expect(() => checkNamed(CONTENT_DIR, ['content/site.yaml'])).toThrow('不在内容文件夹');
  });

  test.each([
    `content/${NOTICE.replace('001', '009')}`,
    'announcements/general/2026/*.markdown',
    'gm-tz-2026-009.md',
    'no/such/folder',
    '',
    ' ',
  ])('what is not there: “%s”', (name) => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const where = /[/.]/u.test(name) ? `公告要放在 ${CONTENT_DIR}/${place}` : '';
    expect(() => checkNamed(CONTENT_DIR, [name])).toThrow(`没有“${name}”这个文件或者公告。${where}`);
  });

  test('an empty folder, and a file that a system left behind', () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice(), 'announcements/general/2026/.DS_Store': '' });
    mkdirSync(join(CONTENT_DIR, 'announcements/land/2026'), { recursive: true });
    for (const name of [
      'announcements/land',
      'announcements/land/2026/',
      'announcements/general/2026/.DS_Store',
    ]) {
      expect(() => checkNamed(CONTENT_DIR, [name])).toThrow(`“${name}”里没有公告，什么也没有检查`);
    }
  });

  test('one name of several that means nothing', () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    expect(() => checkNamed(CONTENT_DIR, ['gm-tz-2026-001', 'gm-tz-2026-009'])).toThrow(
      '没有“gm-tz-2026-009”',
    );
  });

  test('a content folder that is a file, or not there, or without announcements', async () => {
    const CONTENT_DIR = contentFolder();
    expect((await run(['check'], { CONTENT_DIR })).stdout).toContain('S105');
    expect((await run(['check'], { CONTENT_DIR })).status).toBe(1);
    for (const [wrong, words] of [
      [join(CONTENT_DIR, 'site.yaml'), '不是文件夹'],
      [join(CONTENT_DIR, 'none'), '找不到内容文件夹'],
    ] as const) {
      const { status, stdout, stderr } = await run(['check'], { CONTENT_DIR: wrong });
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
    }
  });

  test('a program that reads JSON or SARIF gets nothing rather than half of it', async () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    for (const format of ['json', 'sarif']) {
      const { status, stdout, stderr } = await run(['check', '../draft.md', '--format', format], {
        CONTENT_DIR,
      });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).not.toMatch(nothing);
    }
  });

  test('the check of what is staged takes no names and no format', async () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    for (const more of ['gm-tz-2026-001', '--format=json']) {
      const { status, stdout } = await run(['check', '--staged', more], { CONTENT_DIR });
      expect([status, stdout]).toEqual([2, '']);
    }
  });
});

describe('what a name means', () => {
  const text = notice({ 发布单位: '发布单位: 示例中心\n附件:\n  - 文件: 表.txt\n    名称: 表' });
  const home = NOTICE.replace('.md', '');

  test('an attachment is checked with its announcement', () => {
    const CONTENT_DIR = contentFolder({ [`${home}/index.md`]: text, [`${home}/表.txt`]: '' });
    for (const name of [
      `${home}/表.txt`,
      `${home}`,
      join(CONTENT_DIR, home, '表.txt'),
      `content/${home}/表.txt`,
    ]) {
      const { findings, count } = checkNamed(CONTENT_DIR, [name]);
      expect([name, count, ...findings.map(({ code }) => code)]).toEqual([name, 1, 'A105']);
    }
  });

  test('files of settings and pages are counted as what they are', async () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const looked = (...names: string[]) => {
      const { count, files, findings } = checkNamed(CONTENT_DIR, names);
      return [count, files, findings.length];
    };
    expect(looked('site.yaml')).toEqual([0, 1, 0]);
    expect(looked('site.yaml', 'gm-tz-2026-001')).toEqual([1, 1, 0]);
    expect(looked('calendar')).toEqual([0, readdirSync(join(CONTENT_DIR, 'calendar')).length, 0]);
    expect(looked(CONTENT_DIR)).toEqual([1, 0, 0]);
    expect(looked('announcements')).toEqual([1, 0, 0]);
    expect((await run(['check', 'site.yaml'], { CONTENT_DIR })).stdout).toBe(
      '1 个设置或者页面文件，没有发现问题。\n',
    );
  });

  test('a file that is no announcement, or cannot be read as one, is not passed over', () => {
    const CONTENT_DIR = contentFolder({
      [NOTICE]: notice(),
      'announcements/general/2026/draft.txt': '草稿',
      'announcements/general/2026/gm-tz-2026-003.md': '没有栏目的草稿',
      'announcements/general/2026/gm-tz-2026-004/表.txt': '表',
    });
    const codesOf = (name: string) => checkNamed(CONTENT_DIR, [name]).findings.map(({ code }) => code);
    expect(codesOf('announcements/general/2026/draft.txt')).toEqual(['F404']);
    expect(codesOf('gm-tz-2026-003')).toEqual(['F103']);
    expect(codesOf('gm-tz-2026-004')).toEqual(['F404']);
    expect(codesOf('announcements/general/2026/gm-tz-2026-004/表.txt')).toEqual(['F404']);
  });

  test('a content folder reached by a link is the same folder', () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const link = join(temporaryFolder(), 'linked');
    symlinkSync(CONTENT_DIR, link);
    for (const [folder, name] of [
      [CONTENT_DIR, join(link, NOTICE)],
      [link, join(CONTENT_DIR, NOTICE)],
    ] as const)
      expect(checkNamed(folder, [name])).toMatchObject({ findings: [], count: 1 });
  });
});

describe('errors before all else', () => {
  /** Notices with a warning each, and an error in the last of them. */
  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const id = `announcements/general/2026/gm-tz-2026-${String(index + 1).padStart(3, '0')}.md`;
        const text = `${notice().replace('安排的通知', `安排的第 ${index + 1} 号通知`)}\n** 加粗\n`;
        return [id, index === count - 1 ? text.replace('标题: ', '标题：') : text];
      }),
    );

  test('one error behind sixty warnings is shown, first, and --all shows the rest', async () => {
    const CONTENT_DIR = contentFolder(many(60));
    const { status, stdout } = await run(['check'], { CONTENT_DIR });
    expect(status).toBe(1);
    expect(stdout.startsWith('错误 F104')).toBe(true);
    expect(stdout.match(/^提醒 C102/gmu)).toHaveLength(50);
    expect(stdout).toContain('还有提醒 10 处没有列出');
    expect(stdout).toContain('npm run check -- --all');
    const all = (await run(['check', '--all'], { CONTENT_DIR })).stdout;
    expect(all.match(/^提醒 C102/gmu)).toHaveLength(60);
    expect(all).not.toContain('没有列出');
    expect(JSON.parse((await run(['check', '--format', 'json'], { CONTENT_DIR })).stdout)).toHaveLength(61);
  });
});
