import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { inspectAttachments } from '../../src/core/corpus/inspect.ts';
import { CODES } from '../../src/core/diagnostic.ts';
import { base, fixturesOf, onDisk, placesOf, readFixture, type Tree } from './fixtures.ts';

const tender = 'announcements/construction/2026/tender.md';
const notice = 'announcements/general/2026/notice';
const words =
  '---\n标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n';
const sound = `${words}---\n\n现予通知。\n`;
const withTable = `${words}附件:\n  - 文件: 表.txt\n    名称: 表\n---\n\n现予通知。\n`;

const withTwo = (second: string) =>
  `${words}附件:\n  - 文件: 表a.txt\n    名称: 一\n  - 文件: ${second}\n    名称: 二\n---\n\n现予通知。\n`;
const two = (second: string) => ({ [`${notice}/表a.txt`]: '一', [`${notice}/${second}`]: '二' });

/** Faults that no text file can hold: each makes its tree, and says beside it what must be found. */
const made: Readonly<
  Record<string, { good: (root: string) => void; bad: (root: string) => void; expected: readonly string[] }>
> = {
  F101: {
    good: (root) => writeFileSync(join(root, `${notice}.md`), sound.replaceAll('\n', '\r\n')),
    bad: (root) => {
      writeFileSync(join(root, `${notice}.md`), gbk);
      writeFileSync(join(root, `${notice}-2.md`), Buffer.from(`\ufeff${sound}`, 'utf16le'));
      writeFileSync(
        join(root, `${notice}-3.md`),
        Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0x41])]),
      );
    },
    expected: [`F101 ${notice}-2.md:1`, `F101 ${notice}-3.md:1`, `F101 ${notice}.md:1`],
  },
  F102: {
    good: (root) => writeFileSync(join(root, `${notice}.md`), sound),
    bad: (root) => writeFileSync(join(root, `${notice}.md`), `\ufeff${sound}`),
    expected: [`F102 ${notice}.md:1`],
  },
  F115: {
    good: (root) => writeFileSync(join(root, `${notice}.md`), sound + '长'.repeat(100_000)),
    bad: (root) => writeFileSync(join(root, `${notice}.md`), sound + '长'.repeat(200_000)),
    expected: [`F115 ${notice}.md:1`],
  },
  F405: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' }),
    bad: (root) => {
      write(root, { [`${notice}/index.md`]: withTable, [`${notice}/另一份.txt`]: '表' });
      rmSync(join(root, `${notice}/另一份.txt`));
      symlinkSync('/etc/hostname', join(root, `${notice}/表.txt`));
      symlinkSync('/etc/hostname', join(root, `${notice}/另一份.txt`));
      symlinkSync('notice', join(root, `${notice}-2`));
      symlinkSync('notice/index.md', join(root, `${notice}-3.md`));
      symlinkSync('construction', join(root, 'announcements/land'));
      symlinkSync('2026.yaml', join(root, 'calendar/2025.yaml'));
      symlinkSync('site.yaml', join(root, 'more.yaml'));
    },
    expected: [
      'F405 announcements/general/2026/notice-2:1',
      'F405 announcements/general/2026/notice-3.md:1',
      `F405 ${notice}/index.md:7`,
      `F405 ${notice}/index.md:8`,
      'F405 announcements/land:1',
      'F405 calendar/2025.yaml:1',
      'F405 more.yaml:1',
    ],
  },
  A104: {
    good: (root) => {
      write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表'.repeat(100_000) });
      truncateSync(join(root, `${notice}/表.txt`), 100 * 1024 * 1024);
    },
    bad: (root) => {
      write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' });
      truncateSync(join(root, `${notice}/表.txt`), 100 * 1024 * 1024 + 1);
    },
    expected: [`A104 ${notice}/index.md:8`],
  },
  F406: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' }),
    bad: (root) => {
      write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' });
      writeFileSync(join(root, `${notice}/.git`), 'gitdir: ../../../.git/modules/notice\n');
    },
    expected: [`F406 ${notice}:1`],
  },
  F409: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' }),
    bad: (root) => {
      write(root, { [`${notice}/index.md`]: withTable });
      for (const file of [`${notice}/表.txt`, `${notice}-2.md`, 'calendar/2025.yaml'])
        execFileSync('mkfifo', [join(root, file)]);
    },
    expected: [`F409 ${notice}/index.md:8`, `F409 ${notice}-2.md:1`, 'F409 calendar/2025.yaml:1'],
  },
  F410: {
    good: (root) => write(root, { [`${notice}.md`]: sound }),
    // As an archive of another system leaves it: the name is listed, and under that name there is nothing.
    bad: (root) => {
      const name = Buffer.from([0xb1, 0xed, 0x2e, 0x6d, 0x64]);
      writeFileSync(Buffer.concat([Buffer.from(join(root, notice, '../')), name]), sound);
    },
    expected: ['F410 announcements/general/2026/\ufffd\ufffd.md:1'],
  },
  A108: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表，<b>一</b>' }),
    bad: (root) =>
      write(root, {
        [`${notice}/index.md`]: withTable,
        [`${notice}/表.txt`]: '<!DOCTYPE html><script>1</script>',
      }),
    expected: [`A108 ${notice}/index.md:8`],
  },
  A109: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTwo('表b.txt'), ...two('表b.txt') }),
    bad: (root) => write(root, { [`${notice}/index.md`]: withTwo('表A.txt'), ...two('表A.txt') }),
    expected: [`A109 ${notice}/index.md:7`],
  },
  A110: {
    good: (root) => write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: 'version 2' }),
    bad: (root) =>
      write(root, {
        [`${notice}/index.md`]: withTable,
        [`${notice}/表.txt`]: `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`,
      }),
    expected: [`A110 ${notice}/index.md:8`],
  },
  S105: {
    good: (root) => write(root, { [`${notice}.md`]: sound }),
    bad: (root) => rmSync(join(root, tender)),
    expected: ['S105 announcements:1'],
  },
};

/** “标题: 通知” as GBK writes it, after a fence. */
const gbk = Buffer.from([
  ...Buffer.from('---\n'),
  0xb1,
  0xea,
  0xcc,
  0xe2,
  0x3a,
  0x20,
  0xcd,
  0xa8,
  0xd6,
  0xaa,
  ...Buffer.from('\n---\n'),
]);

function write(root: string, tree: Tree): void {
  for (const [file, content] of Object.entries(tree)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

const open = Object.keys(CODES).filter((code) => CODES[code]!.retired === undefined);
const codesOf = (names: readonly string[]) => names.map((name) => name.slice(0, 4));

describe('每个代码都有对的例子和错的例子', () => {
  test.each(['valid', 'invalid'] as const)('%s', (kind) => {
    expect([...codesOf(fixturesOf(kind)), ...Object.keys(made)].sort()).toEqual(open.toSorted());
  });

  test('例子的文件夹用代码的英文名', () => {
    const names = [...fixturesOf('valid'), ...fixturesOf('invalid')];
    expect(names.filter((name) => name !== `${name.slice(0, 4)}-${CODES[name.slice(0, 4)]?.name}`)).toEqual(
      [],
    );
  });
});

describe('对的例子没有任何问题', () => {
  test('所有例子共用的底子', () => {
    expect(placesOf(check(onDisk(base)).findings)).toEqual([]);
  });

  test.each(fixturesOf('valid'))('%s', (name) => {
    const { tree, expected } = readFixture(`valid/${name}`);
    expect(expected).toEqual([]);
    expect(placesOf(check(onDisk(tree)).findings)).toEqual([]);
  });

  test.each(Object.keys(made))('%s', (code) => {
    const root = onDisk({ ...base, [`${notice}.md`]: sound });
    rmSync(join(root, `${notice}.md`));
    made[code]!.good(root);
    expect(placesOf(check(root, undefined, inspectAttachments).findings)).toEqual([]);
  });
});

describe('错的例子只在标出的行上有标出的问题', () => {
  test.each(fixturesOf('invalid'))('%s', (name) => {
    const { tree, expected } = readFixture(`invalid/${name}`);
    expect(expected.length, 'nothing is marked').toBeGreaterThan(0);
    expect(new Set(codesOf(expected)), 'another code is marked').toEqual(new Set([name.slice(0, 4)]));
    expect(placesOf(check(onDisk(tree)).findings)).toEqual(expected);
  });

  test.each(Object.keys(made))('%s', (code) => {
    const root = onDisk({ ...base, [`${notice}.md`]: sound });
    rmSync(join(root, `${notice}.md`));
    made[code]!.bad(root);
    expect(placesOf(check(root, undefined, inspectAttachments).findings)).toEqual(
      made[code]!.expected.toSorted(),
    );
  });
});
