import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import type { Recall } from '../../src/core/check/published.ts';
import { openInspector } from '../../src/core/corpus/inspect.ts';
import { CODES } from '../../src/core/diagnostic.ts';
import { compound, document, docx, exifWithPlace, jpeg, pdf, realFile, xlsx, zip } from './made-files.ts';
import { base, checkTree, fixturesOf, onDisk, placesOf, readFixture, type Tree } from './fixtures.ts';
import { digestFile } from '../../src/core/corpus/digest.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { sha256 } from '../../src/ledger/hashes.ts';
import { recallWithLedger } from '../../src/ledger/recall.ts';
import { beginLedger } from '../../src/ledger/registering.ts';
import { published } from './ledger/history.ts';

const tender = 'announcements/construction/2026/tender.md';
const notice = 'announcements/general/2026/notice';
const words =
  '---\n标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n';
const sound = `${words}---\n\n现予通知。\n`;
/** The same, a minute after the present of these checks. */
const PRESENT = '2026-03-31T10:00:00+08:00';
const ahead = sound.replace('2026-03-30 10:00', '2026-03-31 10:01');
const withTable = `${words}附件:\n  - 文件: 表.txt\n    名称: 表\n---\n\n现予通知。\n`;

const withTwo = (second: string) =>
  `${words}附件:\n  - 文件: 表a.txt\n    名称: 一\n  - 文件: ${second}\n    名称: 二\n---\n\n现予通知。\n`;
const two = (second: string) => ({ [`${notice}/表a.txt`]: '一', [`${notice}/${second}`]: '二' });

const inside = (file: string) => `${words}附件:\n  - 文件: ${file}\n    名称: 表\n---\n\n现予通知。\n`;
const sheets = (state: string) => ({
  'xl/workbook.xml': `<workbook><sheets><sheet name="表" state="${state}"/></sheets></workbook>`,
});
const author = (name: string) => ({
  'docProps/core.xml': `<cp:coreProperties><dc:creator>${name}</dc:creator></cp:coreProperties>`,
});
const embedding = '6 0 obj <</Type/Filespec/UF(a.xml)/EF<</F 4 0 R>>>> endobj\n';

/** Codes of what stands in an attachment: its name, a sound file, one with the fault. */
const contents: Readonly<Record<string, readonly [string, string | Uint8Array, string | Uint8Array]>> = {
  A111: ['表.docx', docx('表'), docx('表', { 'word/vbaProject.bin': 'x' })],
  A112: ['表.docx', docx('表'), compound({ EncryptedPackage: new Uint8Array(5000) })],
  A113: ['表.pdf', pdf('A'), pdf('A').slice(0, -40)],
  A114: ['表.zip', zip({ '表.txt': '表' }), zip({ '表.txt': new Uint8Array(30_000_000) })],
  A115: ['表.xls', realFile('plain.xls'), realFile('protected.xls')],
  A116: [
    '表.pdf',
    pdf('A', '/OpenAction<</S/GoTo/D[3 0 R/Fit]>>'),
    pdf('A', '/OpenAction<</S/JavaScript/JS(1)>>'),
  ],
  A117: ['表.pdf', pdf('A'), pdf('A', '', embedding)],
  A118: ['表.zip', zip({ '表.txt': '表' }), zip({ '表.exe': '表' })],
  A119: ['表.zip', zip({ '一/表.txt': '表' }), zip({ '../表.txt': '表' })],
  A120: [
    '表.docx',
    docx('表'),
    docx('表', { 'word/document.xml': document('<w:ins><w:r><w:t>表</w:t></w:r></w:ins>') }),
  ],
  A121: [
    '表.docx',
    docx('表', { 'word/comments.xml': '<w:comments/>' }),
    docx('表', { 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' }),
  ],
  A122: ['表.xlsx', xlsx('表', sheets('visible')), xlsx('表', sheets('hidden'))],
  A123: ['表.docx', docx('表', author('示例中心')), docx('表', author('甲乙丙'))],
  A124: ['表.jpg', jpeg(), jpeg(exifWithPlace())],
  A125: ['表.pdf', pdf('A'), realFile('restricted.pdf')],
};

/** A page of an old site, and the announcement that was made of it. */
const originalOf = (id: string): Tree => ({
  [`originals/${id}/page.html`]: '<title>示例</title><script>1</script>',
});
const withOriginal = (id: string): Tree => ({
  ...originalOf(id),
  [`announcements/construction/2016/${id}.md`]:
    '---\n标题: 沿江路绿化工程施工招标公告（示例）\n类别: 建设工程\n类型: 存量公告\n原类型: 招标公告\n发布时间: 2016-11-22\n' +
    `原文校验: sha256:${sha256(String(originalOf(id)[`originals/${id}/page.html`]))}\n---\n\n沿江路绿化工程（示例）施工招标。\n`,
});

/** Writes a tree; what it publishes on the way is what the check is to know. */
type Make = (root: string) => unknown;

const recallIn = (made: unknown): Recall | undefined =>
  typeof made === 'function' ? (made as Recall) : undefined;

/** The base with a notice, both published, before something happens to them. */
function publishedNotice(root: string): Recall {
  write(root, { [`${notice}/index.md`]: withTable, [`${notice}/表.txt`]: '表' });
  return published(root, '2026-03-30T18:00:00+08:00');
}

/** A notice that the site first had at three minutes past ten, and an erratum that is written later for a time. */
function withErratum(root: string, at: string): Recall {
  const file = `${notice}.md`;
  write(root, { [file]: sound.replace('现予', '现与') });
  const history = published(root)(loadCorpus(root).site!, new Set())!;
  const kept = [...history.kept.values()].map((one) => ({ ...one, firstSeen: '2026-03-30T10:03:00+08:00' }));
  const erratum = `勘误:\n  - 时间: ${at}\n    原: 现与\n    新: 现予\n    原因: 笔误\n---\n\n`;
  write(root, { [file]: sound.replace('---\n\n', erratum) });
  return () => ({ ...history, kept: new Map(kept.map((one) => [one.id, one])) });
}

/** A notice that is registered. */
function registeredNotice(root: string): Recall {
  const now = '2026-03-31T09:00:00+08:00';
  write(root, { [`${notice}.md`]: sound });
  beginLedger(root, loadCorpus(root).entries, now);
  const lists = { recall: () => undefined, past: () => undefined, means: { now, digestFile } };
  return recallWithLedger(root, lists);
}

/** Faults that no text file can hold: each makes its tree, and says beside it what must be found. */
const made: Readonly<Record<string, { good: Make; bad: Make; expected: readonly string[] }>> = {
  ...Object.fromEntries(
    Object.entries(contents).map(([code, [file, good, bad]]) => {
      const put = (content: string | Uint8Array) => (root: string) =>
        write(root, { [`${notice}/index.md`]: inside(file), [`${notice}/${file}`]: content });
      return [code, { good: put(good), bad: put(bad), expected: [`${code} ${notice}/index.md:8`] }];
    }),
  ),
  F101: {
    good: (root) => writeFileSync(join(root, `${notice}.md`), sound.replaceAll('\n', '\r\n')),
    bad: (root) => {
      writeFileSync(join(root, `${notice}.md`), Buffer.from('%PDF-1.7\n'));
      writeFileSync(
        join(root, `${notice}-3.md`),
        Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0x41])]),
      );
    },
    expected: [`F101 ${notice}-3.md:10`, `F101 ${notice}.md:1`],
  },
  F119: {
    good: (root) => writeFileSync(join(root, `${notice}.md`), sound),
    bad: (root) => {
      writeFileSync(join(root, `${notice}.md`), gbk);
      writeFileSync(join(root, `${notice}-2.md`), Buffer.from(`\ufeff${sound}`, 'utf16le'));
    },
    expected: [`F119 ${notice}-2.md:1`, `F119 ${notice}.md:1`],
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
  A126: {
    good: (root) => write(root, withOriginal('old')),
    bad: (root) =>
      write(root, {
        ...withOriginal('old'),
        ...originalOf('older'),
        ...originalOf('notice'),
        [`${notice}.md`]: sound,
      }),
    expected: ['A126 originals/notice:1', 'A126 originals/older:1'],
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
  K101: {
    good: publishedNotice,
    bad: (root) => {
      const recall = publishedNotice(root);
      write(root, {
        [`${notice}/index.md`]: withTable.replace('放假通知', '停电通知').replace('现予', '特予'),
      });
      return recall;
    },
    expected: [`K101 ${notice}/index.md:12`, `K101 ${notice}/index.md:2`],
  },
  K102: {
    good: publishedNotice,
    bad: (root) => {
      const recall = publishedNotice(root);
      rmSync(join(root, notice), { recursive: true });
      return recall;
    },
    expected: [`K102 ${notice}/index.md:1`],
  },
  K103: {
    good: publishedNotice,
    bad: (root) => {
      const recall = publishedNotice(root);
      write(root, { [`${notice}/表.txt`]: '衣' });
      return recall;
    },
    expected: [`K103 ${notice}/index.md:8`],
  },
  K104: {
    good: registeredNotice,
    bad: (root) => {
      const recall = registeredNotice(root);
      write(root, { 'ledger/records/notice/1.json': '{}' });
      return recall;
    },
    expected: [`K104 ${notice}.md:1`],
  },
  K105: {
    good: registeredNotice,
    bad: (root) => {
      const recall = registeredNotice(root);
      write(root, {
        'announcements/general/2026/other.md': sound.replace('放假通知', '停电通知').replace('现予', '特此'),
      });
      return recall;
    },
    expected: [`K105 announcements/general/2026/other.md:5`],
  },
  K106: {
    good: (root) => {
      const recall = published(root, '2026-03-31T10:00:00+08:00');
      write(root, { [`${notice}.md`]: sound });
      return recall;
    },
    bad: (root) => {
      const recall = published(root, '2026-03-31T10:00:01+08:00');
      write(root, { [`${notice}.md`]: sound });
      return recall;
    },
    expected: [`K106 ${notice}.md:5`],
  },
  K107: {
    good: (root) => write(root, { [`${notice}.md`]: ahead.replace('---\n\n', '定时: 是\n---\n\n') }),
    bad: (root) => write(root, { [`${notice}.md`]: ahead }),
    expected: [`K107 ${notice}.md:5`],
  },
  K108: {
    good: (root) => withErratum(root, '2026-03-30 10:05'),
    bad: (root) => withErratum(root, '2026-03-30 10:00'),
    expected: [`K108 ${notice}.md:8`],
  },
  S105: {
    good: (root) => write(root, { [`${notice}.md`]: sound }),
    bad: (root) => rmSync(join(root, 'announcements'), { recursive: true }),
    expected: ['S105 announcements:1'],
  },
  S118: {
    good: (root) => write(root, { [`${notice}.md`]: sound }),
    bad: (root) => rmSync(join(root, tender)),
    expected: ['S118 announcements:1'],
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

const { inspect, close } = openInspector();

afterAll(close);

// What an import says of a page that it reads has its examples in tests/importer/codes.test.ts.
const open = Object.keys(CODES).filter((code) => CODES[code]!.retired === undefined && !code.startsWith('G'));
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
    expect(placesOf(checkTree(base).findings)).toEqual([]);
  });

  test.each(fixturesOf('valid'))('%s', (name) => {
    const { tree, expected } = readFixture(`valid/${name}`);
    expect(expected).toEqual([]);
    expect(placesOf(checkTree(tree).findings)).toEqual([]);
  });

  test.each(Object.keys(made))('%s', (code) => {
    const root = onDisk({ ...base, [`${notice}.md`]: sound });
    rmSync(join(root, `${notice}.md`));
    const recall = recallIn(made[code]!.good(root));
    expect(placesOf(check(root, undefined, inspect, recall, () => PRESENT).findings)).toEqual([]);
  });
});

describe('错的例子只在标出的行上有标出的问题', () => {
  test.each(fixturesOf('invalid'))('%s', (name) => {
    const { tree, expected } = readFixture(`invalid/${name}`);
    expect(expected.length, 'nothing is marked').toBeGreaterThan(0);
    expect(new Set(codesOf(expected)), 'another code is marked').toEqual(new Set([name.slice(0, 4)]));
    expect(placesOf(checkTree(tree).findings)).toEqual(expected);
  });

  test.each(Object.keys(made))('%s', (code) => {
    const root = onDisk({ ...base, [`${notice}.md`]: sound });
    rmSync(join(root, `${notice}.md`));
    const recall = recallIn(made[code]!.bad(root));
    expect(placesOf(check(root, undefined, inspect, recall, () => PRESENT).findings)).toEqual(
      made[code]!.expected.toSorted(),
    );
  });
});
