import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { base, onDisk } from '../fixtures.ts';
import { published } from './history.ts';

const file = 'announcements/construction/2026/tender.md';
const folder = 'announcements/general/2026/notice';
const tender = String(base[file]);
const notice = `---
标题: 放假通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
附件:
  - 文件: 值班表.txt
    名称: 值班表
---

# 安排

4 月 4 日至 6 日放假。

- 一楼照常开门
- 二楼不开门
`;

/** A content folder with a tender and a notice, all published; what happens to it afterwards, and what the check says of that. */
function afterwards(
  change: (write: (path: string, text: string | Uint8Array) => void, root: string) => void,
  now?: string,
) {
  const root = onDisk({ ...base, [`${folder}/index.md`]: notice, [`${folder}/值班表.txt`]: '四日：甲' });
  const recall = published(root, now);
  change((path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }, root);
  return check(root, undefined, undefined, recall).findings;
}

const replaced = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const codes = (findings: readonly Diagnostic[]) => findings.map(({ code }) => code);
const toTender = (from: string, to: string) => afterwards((write) => write(file, replaced(tender, from, to)));
const toNotice = (from: string, to: string) =>
  afterwards((write) => write(`${folder}/index.md`, replaced(notice, from, to)));
const added = (front: string, text = notice) => text.replace('附件:', `${front}\n附件:`);

describe('换一种写法不算改动', () => {
  const budget = /预算金额: (\S+)/u.exec(tender)![1]!;
  const ways: Readonly<Record<string, (text: string) => string>> = {
    栏目换了顺序: (text) => text.replace(/(标题: .*\n)(类别: .*\n)/u, '$2$1'),
    加了引号: (text) => text.replace(/标题: (.*)/u, '标题: "$1"'),
    加了单引号: (text) => text.replace(/标题: (.*)/u, "标题: '$1'"),
    金额换了单位: (text) => text.replace(budget, `${Math.round(Number.parseFloat(budget) * 10_000)}元`),
    金额加了千分位: (text) =>
      text.replace(budget, `${Math.round(Number.parseFloat(budget) * 10_000).toLocaleString('en')}元`),
    时间写成年月日: (text) =>
      text.replace(/投标截止: (\d+)-(\d+)-(\d+) (\d+):(\d+)/u, '投标截止: $1年$2月$3日 $4时$5分'),
    '换行是 Windows 的': (text) => text.replaceAll('\n', '\r\n'),
    '换行是老 Mac 的': (text) => text.replaceAll('\n', '\r'),
    行尾多了空格: (text) => text.replaceAll('\n', '  \n').replaceAll('---  \n', '---\n'),
    文件末尾多了空行: (text) => `${text}\n\n\n`,
    文件末尾少了换行: (text) => text.trimEnd(),
    正文前面多了空行: (text) => text.replace('---\n\n', '---\n\n\n\n'),
    冒号后面多了空格: (text) => text.replaceAll(/^(\S+): /gmu, '$1:   '),
  };

  test.each(Object.keys(ways))('%s', (name) => {
    const text = ways[name]!(tender);
    expect(text).not.toBe(tender);
    expect(afterwards((write) => write(file, text)).filter(({ code }) => code.startsWith('K'))).toEqual([]);
  });

  test('站点设置和页面改了', () => {
    const findings = afterwards((write) => {
      write('site.yaml', String(base['site.yaml']).replace(/^站点名称: .*/mu, '站点名称: 新名称'));
      write('pages/more.md', '---\n标题: 说明\n---\n\n说明。\n');
    });
    expect(codes(findings).filter((code) => code.startsWith('K'))).toEqual([]);
  });

  test('文字里的组合字符', () => {
    const root = onDisk({ ...base, [file]: replaced(tender, '标题: ', '标题: Café ') });
    const recall = published(root);
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').normalize('NFD'));
    expect(check(root, undefined, undefined, recall).findings).toEqual([]);
  });
});

describe('改动指到改的地方，说得出原来是什么', () => {
  test('时间', () => {
    const deadline = /投标截止: (\S+ \S+)/u.exec(tender)![1]!;
    const line = tender.split('\n').findIndex((text) => text.startsWith('投标截止')) + 1;
    const [finding, ...more] = toTender(`投标截止: ${deadline}`, '投标截止: 2026-12-01 09:30').filter(
      ({ code }) => code.startsWith('K'),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'K101', line, column: 7, length: 16, field: '投标截止' });
    expect(finding!.message).toMatch(
      /“投标截止”发布时写的是“2026年.*”，现在是“2026年12月1日（星期二）09:30”/u,
    );
    expect(finding!.help).toContain('npm run correct -- tender');
  });

  test('删了一栏，加了一栏', () => {
    const told = toNotice('发布单位: 示例中心\n', '来源: 示例平台\n发布单位: 示例中心\n');
    expect(told.map(({ message }) => message)).toEqual([
      '已发布的公告被改动了：“来源”发布时没有，现在是“示例平台”',
    ]);
    expect(told[0]!.line).toBe(6);
    const line = /^.*接受联合体: .*\n/mu.exec(tender)?.[0] ?? /^地区: .*\n/mu.exec(tender)![0];
    const [gone] = toTender(line, '').filter(({ code }) => code === 'K101');
    expect(gone!.message).toContain('现在没有了');
  });

  test('正文', () => {
    const [finding, ...more] = toNotice('二楼不开门', '二楼开门');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'K101', line: 17, field: '正文' });
    expect(finding!.message).toBe(
      '已发布的公告被改动了：正文这一行发布时写的是“- 二楼不开门”，现在是“- 二楼开门”',
    );
  });

  test('正文少了一段，多了一段', () => {
    expect(toNotice('\n- 二楼不开门', '')[0]).toMatchObject({ code: 'K101', line: 16 });
    const more = toNotice('- 二楼不开门', '- 二楼不开门\n- 三楼不开门');
    expect(more).toEqual([expect.objectContaining({ code: 'K101', line: 18 })]);
    expect(more[0]!.message).toContain('正文这一行发布时没有，现在是“- 三楼不开门”');
  });

  test('一处改动只说一次，几栏各说各的', () => {
    const findings = afterwards((write) =>
      write(`${folder}/index.md`, notice.replace('放假通知', '停电通知').replace('示例中心', '示例分中心')),
    );
    expect(findings.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual([
      'K101 标题',
      'K101 发布单位',
    ]);
  });

  test('很长的内容只显示两头', () => {
    const root = onDisk({
      ...base,
      [`${folder}.md`]: notice.replace(/附件:[^]*?---/u, `来源: ${'长'.repeat(400)}\n---`),
    });
    const recall = published(root);
    writeFileSync(
      join(root, `${folder}.md`),
      readFileSync(join(root, `${folder}.md`), 'utf8').replace('长', '短'),
    );
    const [finding] = check(root, undefined, undefined, recall).findings;
    expect(finding!.message).toContain('（共 400 字）');
    expect(finding!.message.length).toBeLessThan(300);
  });
});

describe('附件', () => {
  test('同名的文件换了内容是 K103，字节数相同也看得出', () => {
    const [finding, ...more] = afterwards((write) => write(`${folder}/值班表.txt`, '四日：乙'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'K103', line: 8, field: '附件' });
    expect(finding!.message).toMatch(
      /“值班表\.txt”被换了：发布时是 12 字节（SHA-256 [0-9a-f]{8}…），现在是 12 字节/u,
    );
  });

  test('多了、少了、换了名称的附件是 K101', () => {
    const more = afterwards((write) => {
      write(
        `${folder}/index.md`,
        notice.replace('名称: 值班表', '名称: 值班表\n  - 文件: 电话.txt\n    名称: 电话'),
      );
      write(`${folder}/电话.txt`, '0757-00000000');
    });
    expect(more).toEqual([expect.objectContaining({ code: 'K101', field: '附件', line: 10 })]);
    const fewer = afterwards((write, root) => {
      write(`${folder}/index.md`, notice.replace(/附件:[^]*?---/u, '---'));
      rmSync(join(root, folder, '值班表.txt'));
    });
    expect(fewer).toEqual([expect.objectContaining({ code: 'K101', field: '附件' })]);
    expect(toNotice('名称: 值班表', '名称: 名单')).toEqual([
      expect.objectContaining({ code: 'K101', line: 9 }),
    ]);
  });

  test('附件不见了已经有 A101，不再说一遍', () => {
    expect(codes(afterwards((_, root) => rmSync(join(root, folder, '值班表.txt'))))).toEqual(['A101']);
  });
});

describe('勘误说清了的改动不是问题', () => {
  const erratum = (from: string, to: string, field = '字段: 标题', at = '2026-03-31 10:00') =>
    `  - 时间: ${at}\n${field === '' ? '' : `    ${field}\n`}    原: ${from}\n    新: ${to}\n    原因: 笔误`;

  test('改一栏', () => {
    const text = added(`勘误:\n${erratum('放假通知', '停电通知')}`, notice.replace('放假通知', '停电通知'));
    expect(afterwards((write) => write(`${folder}/index.md`, text))).toEqual([]);
  });

  test('改正文', () => {
    const text = added(
      `勘误:\n${erratum('二楼不开门', '二楼开门', '')}`,
      notice.replace('二楼不开门', '二楼开门'),
    );
    expect(afterwards((write) => write(`${folder}/index.md`, text))).toEqual([]);
  });

  test('改两次，中间没有发布', () => {
    const errata = `勘误:\n${erratum('放假通知', '停电通知')}\n${erratum('停电通知', '停水通知')}`;
    const text = added(errata, notice.replace('放假通知', '停水通知'));
    const found = codes(afterwards((write) => write(`${folder}/index.md`, text)));
    expect(found).not.toContain('K101');
  });

  test('以前发布过的勘误后面再加一条', () => {
    const first = added(`勘误:\n${erratum('放假告知', '放假通知')}`);
    const root = onDisk({ ...base, [`${folder}/index.md`]: first, [`${folder}/值班表.txt`]: '四日：甲' });
    const recall = published(root);
    const both = `勘误:\n${erratum('放假告知', '放假通知')}\n${erratum('二楼不开门', '二楼开门', '')}`;
    writeFileSync(join(root, `${folder}/index.md`), added(both, notice.replace('二楼不开门', '二楼开门')));
    expect(check(root, undefined, undefined, recall).findings).toEqual([]);
    writeFileSync(join(root, `${folder}/index.md`), notice);
    expect(check(root, undefined, undefined, recall).findings).toEqual([
      expect.objectContaining({ code: 'K101', field: '勘误' }),
    ]);
    writeFileSync(join(root, `${folder}/index.md`), first.replace('原因: 笔误', '原因: 手误'));
    expect(check(root, undefined, undefined, recall).findings).toEqual([
      expect.objectContaining({ code: 'K101', field: '勘误', line: 12 }),
    ]);
  });

  test('勘误的“原”不是发布时的文字，指的是“原”', () => {
    const text = added(`勘误:\n${erratum('放假告知', '停电通知')}`, notice.replace('放假通知', '停电通知'));
    const [finding, ...more] = afterwards((write) => write(`${folder}/index.md`, text));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'K101', line: 10, column: 8, field: '勘误' });
    expect(finding!.message).toBe(
      '已发布的公告被改动了：勘误的“原”是“放假告知”，但是“标题”发布时写的是“放假通知”',
    );
  });

  test('勘误只说了一处，另一处还是改动', () => {
    const changed = notice.replace('放假通知', '停电通知').replace('示例中心', '示例分中心');
    const text = added(`勘误:\n${erratum('放假通知', '停电通知')}`, changed);
    expect(afterwards((write) => write(`${folder}/index.md`, text))).toEqual([
      expect.objectContaining({ code: 'K101', field: '发布单位' }),
    ]);
  });

  test('没有改动的勘误', () => {
    const found = afterwards((write) =>
      write(`${folder}/index.md`, added(`勘误:\n${erratum('放假告知', '放假通知')}`)),
    );
    expect(found).toEqual([expect.objectContaining({ code: 'K101', line: 10 })]);
  });
});

describe('发布以后可以做的事', () => {
  const screen = '大屏提示:\n  - 文字: 今天停电\n    结束: 2026-03-30 18:00';

  test('加大屏提示、旧网址、例外', () => {
    const text = added(`${screen}\n旧网址:\n  - /old/1.html`);
    expect(afterwards((write) => write(`${folder}/index.md`, text))).toEqual([]);
    const excused = added('例外:\n  - 代码: D361\n    原因: 说明');
    expect(codes(afterwards((write) => write(`${folder}/index.md`, excused)))).toEqual(['F408']);
  });

  test('大屏提示提前结束；文字不能改', () => {
    const root = onDisk({
      ...base,
      [`${folder}/index.md`]: added(screen),
      [`${folder}/值班表.txt`]: '四日：甲',
    });
    const recall = published(root);
    const write = (text: string) => writeFileSync(join(root, `${folder}/index.md`), text);
    write(added(screen.replace('18:00', '12:00')));
    expect(check(root, undefined, undefined, recall).findings).toEqual([]);
    write(added(screen.replace('停电', '停水')));
    expect(codes(check(root, undefined, undefined, recall).findings)).toEqual(['K101']);
  });
});

describe('不见了的公告', () => {
  test('删掉的文件', () => {
    const [finding, ...more] = afterwards((_, root) => rmSync(join(root, folder), { recursive: true }));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'K102', file: `${folder}/index.md`, line: 1, column: 1 });
    expect(finding!.message).toBe('已发布的公告不见了：notice“放假通知”找不到文件');
    expect(finding!.help).toContain('npm run withdraw -- notice');
  });

  test('改了文件名的，说得出新的文件名，也不算发布晚了', () => {
    const findings = afterwards(
      (_, root) => renameSync(join(root, folder), join(root, `${folder}-2`)),
      '2026-05-01T09:00:00+08:00',
    );
    expect(findings).toEqual([expect.objectContaining({ code: 'K102' })]);
    expect(findings[0]!.help).toBe('notice-2 的内容与它一模一样，多半是改了文件名：把 notice-2 改回 notice');
  });

  test('读不出来的文件还在，只说读不出来', () => {
    expect(codes(toNotice('标题: 放假通知', '标题：放假通知'))).toEqual(['F104']);
  });

  test('从一个文件换成一个文件夹，标识没有变', () => {
    const findings = afterwards((write, root) => {
      rmSync(join(root, file));
      write(file.replace('.md', '/index.md'), tender);
    });
    expect(findings).toEqual([]);
  });
});

test('发布过的公告不会因为后来的公告变成改动', () => {
  const text = notice.replace(/附件:[^]*?---/u, '---').replace('放假', '停水');
  expect(
    afterwards((write) => write('announcements/general/2026/later.md', text), '2026-03-30T12:00:00+08:00'),
  ).toEqual([]);
});

test('K 的问题没有例外', () => {
  const text = added('例外:\n  - 代码: K101\n    原因: 领导同意', notice.replace('放假', '停水'));
  expect(codes(afterwards((write) => write(`${folder}/index.md`, text))).sort()).toEqual(['F407', 'K101']);
});
