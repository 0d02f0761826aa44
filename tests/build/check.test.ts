import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { afterAll, expect, test } from 'vitest';
import { incrementalCheck } from '../../src/build/check.ts';
import { fingerprintOf } from '../../src/build/fingerprint.ts';
import { openState } from '../../src/build/state.ts';
import { addressOfCode } from '../../src/core/announcement/code-address.ts';
import { PublishedList } from '../../src/cli/published.ts';
import { check } from '../../src/core/check.ts';
import { readLedger } from '../../src/core/corpus/ledger-folder.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { beginLedger, register } from '../../src/ledger/registering.ts';
import type { Inspect } from '../../src/core/corpus/attachment-content.ts';
import { generate } from '../bench/generate.ts';
import { edit, EDITS, type Desk, type Edit } from './edits.ts';

const root = mkdtempSync(join(tmpdir(), 'zhangbang-check-'));
afterAll(() => rmSync(root, { recursive: true }));

const SCREENS = {
  board: {
    名称: '一楼大厅',
    尺寸: '55英寸',
    像素: '1920×1080',
    观看距离: '3米',
    栏目: [
      { 内容: '可参与', 条数: '3' },
      { 内容: '最新公告', 条数: '2', 类别: ['政府采购'] },
    ],
  },
  strip: {
    名称: '条屏',
    用途: '条屏',
    点距: '4.75毫米',
    像素: '1024×16',
    观看距离: '6米',
    栏目: [
      { 内容: '今日开标', 条数: '3' },
      { 内容: '更正', 条数: '2' },
    ],
  },
  sign: {
    名称: '三楼 301 门口',
    用途: '门牌',
    地点: 'kb301',
    尺寸: '21.5英寸',
    像素: '1920×1080',
    观看距离: '2米',
  },
};

/** Archives with screens of every kind, so that each part of the check has something to look at. */
const archive = archiveOf(40);
const small = archiveOf(12);

/** Attachments are what they are called, with the words that they have. */
const inspect: Inspect = (paths) =>
  paths.map((path) => ({ kind: 'pdf', texts: [readFileSync(path, 'utf8')] }));

function archiveOf(count: number): string {
  const archive = join(root, `archive-${count}`);
  generate(archive, count, 'incremental');
  for (const [name, settings] of Object.entries(SCREENS))
    writeFileSync(join(archive, `displays/${name}.yaml`), stringify(settings));
  writeFileSync(
    join(archive, 'site.yaml'),
    `${readFileSync(join(archive, 'site.yaml'), 'utf8').replace(/^(?:示例站|OCDS前缀).*\n/gmu, '')}场所:\n  - 标识: kb301\n    名称: 301 开标室\n`,
  );
  return archive;
}

let count = 0;

function newDesk(archive: string): Desk {
  const folder = join(root, `desk-${(count += 1)}`);
  cpSync(archive, folder, { recursive: true });
  const desk: Desk = {
    folder,
    now: '2026-11-02T09:00:00+08:00',
    drawer: new Map(),
    publish: () => {
      const list = listOf(desk);
      const { corpus } = check(folder, undefined, undefined, list.recall);
      list.keep({ corpus, entries: corpus.entries }, folder, false);
      // Where a ledger was begun, what is published is registered too.
      register(folder, corpus.entries, desk.now);
    },
    begin: () => {
      const { corpus } = check(folder, undefined, undefined, listOf(desk).recall);
      if (!readLedger(folder)) beginLedger(folder, corpus.entries, desk.now);
    },
  };
  return desk;
}

const listOf = ({ folder, now }: Desk): PublishedList =>
  new PublishedList({ contentDir: folder, outDir: `${folder}.dist`, now });

/** Checks with what is remembered from one call to the next. */
function remembering(desk: Desk, most = Infinity) {
  const { folder: contentDir } = desk;
  const file = join(`${contentDir}.state`, 'state.sqlite');
  return (settled = Infinity) => {
    // The program does not change while the test runs.
    const { settings } = fingerprintOf({
      project: root,
      contentDir,
      siteUrl: undefined,
      basePath: undefined,
      isStanding: false,
      hasCatalogue: false,
    });
    const state = openState(file, { program: '', settings });
    try {
      return state.transaction(() =>
        incrementalCheck(state, {
          contentDir,
          inspect,
          now: () => desk.now,
          past: listOf(desk).past,
          most,
          tellsAhead: true,
          settled,
        }),
      );
    } finally {
      state.close();
    }
  };
}

const wholeCheck = (desk: Desk) =>
  check(desk.folder, undefined, inspect, listOf(desk).recall, () => desk.now);

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...Object.keys(EDITS)),
  file: fc.nat(999),
  value: fc.nat(999),
});

/** Scripts of a run; `SCRIPTS=500` for a long one. */
const SCRIPTS = Number(process.env['SCRIPTS'] ?? 5);

test('after any edits the incremental check finds what a check of everything finds', () => {
  fc.assert(
    fc.property(
      fc.array(anyEdit, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(7, Infinity),
      (script, most) => {
        const desk = newDesk(archive);
        const again = remembering(desk, most);
        try {
          again();
          for (const one of script) {
            edit(desk, one);
            expect(again().findings).toEqual(wholeCheck(desk).findings);
          }
        } finally {
          rmSync(desk.folder, { recursive: true });
          rmSync(`${desk.folder}.state`, { recursive: true });
        }
      },
    ),
    { numRuns: SCRIPTS, ...(process.env['SCRIPTS'] === undefined && { seed: 16 }) },
  );
}, 3_600_000);

/** Where an announcement of the small archive lies. */
const fileOf = ({ folder }: Desk, id: string): string =>
  join(folder, globSync(`announcements/*/*/{${id}.md,${id}/index.md}`, { cwd: folder })[0]!);

const IDS = globSync('announcements/*/*/*.md', { cwd: small })
  .map((path) => path.replace(/^.*\/|\.md$/gu, ''))
  .toSorted();

/** Adds lines to the front matter of an announcement, and words to its body. */
function add(desk: Desk, id: string, lines: string, words = ''): void {
  const file = fileOf(desk, id);
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').replace('\n---\n', `\n${lines ? `${lines}\n` : ''}---\n`)}${words}`,
  );
}

function replaceIn(desk: Desk, id: string, pattern: RegExp, by: string): void {
  const file = fileOf(desk, id);
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, by));
}

const textIn = (desk: Desk, id: string): string => readFileSync(fileOf(desk, id), 'utf8');

const put = ({ folder }: Desk, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const codeIn = (desk: Desk, id: string): string => /^项目编号: (.*)$/mu.exec(textIn(desk, id))![1]!;

/** Two that do not belong together, and one that follows the first. */
const [FIRST, FOLLOWING, OTHER] = ['tender', 'award', 'tender'].map(
  (kind, index) => IDS.filter((id) => id.endsWith(kind) && id.startsWith('gm-js'))[index === 2 ? 1 : 0]!,
) as [string, string, string];

const notice = (title: string, at: string, more = ''): string =>
  `---\n标题: ${title}\n类别: 通知公告\n类型: 通知\n发布单位: 示例中心\n发布时间: ${at}\n${more}---\n\n示例内容。\n`;

/** A code whose address has a digest in it, so that it may be the code of another. */
const ODD_CODE = '粤财采购〔2026〕0123号';

/** What is done to one file, and changes what is found of another: `code` comes or goes there. */
const ACROSS: readonly {
  readonly what: string;
  readonly before?: (desk: Desk) => void;
  readonly edit: (desk: Desk) => void;
  readonly code: string;
  /** Where it is found, as a part of the path. */
  readonly at: string;
}[] = [
  {
    what: 'what it names as related is gone',
    edit: (desk) => rmSync(fileOf(desk, FIRST)),
    code: 'L101',
    at: FOLLOWING.replace('award', 'candidates'),
  },
  {
    what: 'what it names as related without a code is gone',
    before: (desk) =>
      put(
        desk,
        'announcements/construction/2025/z.md',
        `---\n标题: 旧公告\n类别: 建设工程\n类型: 存量公告\n原类型: 招标公告\n原文校验: sha256:${'0'.repeat(64)}\n关联公告: ${FIRST}\n发布时间: 2025-03-03 09:00\n来源: 旧网站\n原文网址: https://old.example.cn/1\n---\n\n示例内容。\n`,
      ),
    edit: (desk) => rmSync(fileOf(desk, FIRST)),
    code: 'L101',
    at: '/z.md',
  },
  {
    what: 'its look-alike code',
    edit: (desk) =>
      replaceIn(desk, OTHER, /^项目编号: .*$/mu, `项目编号: ${codeIn(desk, FIRST).replace('0', 'O')}`),
    code: 'L119',
    at: FIRST,
  },
  {
    what: 'a code with the same address',
    before: (desk) => {
      for (const id of IDS.filter((one) => one.startsWith(FIRST.replace('tender', ''))))
        replaceIn(desk, id, /^项目编号: .*$/mu, `项目编号: ${ODD_CODE}`);
    },
    edit: (desk) => replaceIn(desk, OTHER, /^项目编号: .*$/mu, `项目编号: ${addressOfCode(ODD_CODE)}`),
    code: 'L134',
    at: FIRST,
  },
  {
    what: 'the same announcement before it',
    before: (desk) => put(desk, 'announcements/general/2026/z.md', notice('同一份', '2026-03-03 09:00')),
    edit: (desk) => put(desk, 'announcements/general/2026/y.md', notice('同一份', '2026-03-02 09:00')),
    code: 'L132',
    at: '/z.md',
  },
  {
    what: 'its old address, taken before it',
    before: (desk) =>
      put(
        desk,
        'announcements/general/2026/z.md',
        notice('甲', '2026-03-03 09:00', '旧网址:\n  - /old/1.html\n'),
      ),
    edit: (desk) =>
      put(
        desk,
        'announcements/general/2026/y.md',
        notice('乙', '2026-03-02 09:00', '旧网址:\n  - /OLD/1.html\n'),
      ),
    code: 'L128',
    at: '/z.md',
  },
  {
    what: 'a heading that its link leads to',
    before: (desk) => add(desk, FOLLOWING, '', `\n[见](/announcements/${OTHER}/#s1)\n`),
    edit: (desk) => replaceIn(desk, OTHER, /^##+ /gmu, ''),
    code: 'C127',
    at: FOLLOWING,
  },
  {
    what: 'the page that its link leads to',
    before: (desk) => add(desk, OTHER, '', '\n[见](/announcements/y/)\n'),
    edit: (desk) => put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-03-02 09:00')),
    code: 'C127',
    at: OTHER,
  },
  {
    what: 'the page of the old site that its link leads to',
    before: (desk) => add(desk, OTHER, '', '\n[见](/old/1.html)\n'),
    edit: (desk) => add(desk, FIRST, '旧网址:\n  - /old/1.html'),
    code: 'C127',
    at: OTHER,
  },
  {
    what: 'the item of the catalogue that its link leads to',
    before: (desk) => add(desk, OTHER, '', '\n[见](/disclosure/functions/)\n'),
    edit: (desk) => edit(desk, { what: 'write in the catalogue', file: 0, value: 1 }),
    code: 'C127',
    at: OTHER,
  },
  {
    what: 'a typing slip that an id which came explains',
    before: (desk) => replaceIn(desk, FOLLOWING, /^关联公告: .*$/mu, '关联公告: yyyyyyyy'),
    edit: (desk) => put(desk, 'announcements/general/2026/yyyyyyyz.md', notice('乙', '2026-03-02 09:00')),
    code: 'L101',
    at: FOLLOWING,
  },
  {
    what: 'a folder without a text, which has the id that it names',
    before: (desk) => {
      replaceIn(desk, FOLLOWING, /^关联公告: .*$/mu, '关联公告: yyyyyyyy');
      put(desk, 'announcements/general/2026/yyyyyyyy/a.pdf', '1');
    },
    edit: (desk) => rmSync(join(desk.folder, 'announcements/general/2026/yyyyyyyy'), { recursive: true }),
    code: 'L101',
    at: FOLLOWING,
  },
  {
    what: 'a folder without a text, which has the id that it links to',
    before: (desk) => {
      add(desk, OTHER, '', '\n[见](/announcements/yyyyyyyy/)\n');
      put(desk, 'announcements/general/2026/yyyyyyyy/a.pdf', '1');
    },
    edit: (desk) => rmSync(join(desk.folder, 'announcements/general/2026/yyyyyyyy'), { recursive: true }),
    code: 'C127',
    at: OTHER,
  },
  {
    what: 'what a correction that cannot be read seems to correct',
    before: (desk) => {
      const correction = (title: string): string =>
        `---\n标题: ${title}\n类别: 建设工程\n类型: 更正公告\n关联公告: ${FIRST}\n项目编号: ${codeIn(desk, FIRST)}\n招标人: 示例单位\n原因: 示例\n发布时间: 2026-03-04 09:00\n更正内容:\n  - 字段: 标题\n    原: 丙\n    新: 丁\n---\n\n示例。\n`;
      put(
        desk,
        'announcements/construction/2026/z1.md',
        correction('甲').replace('类型: 更正公告', '类型: ['),
      );
      put(desk, 'announcements/construction/2026/z2.md', correction('己'));
    },
    edit: (desk) => replaceIn(desk, 'z1', /^关联公告: .*$/mu, '关联公告: y'),
    code: 'L107',
    at: '/z2.md',
  },
  {
    what: 'the first of two with its id',
    before: (desk) => put(desk, `announcements/general/2026/${FIRST}.md`, textIn(desk, FIRST)),
    edit: (desk) =>
      rmSync(
        join(desk.folder, globSync(`announcements/construction/*/${FIRST}.md`, { cwd: desk.folder })[0]!),
      ),
    code: 'F402',
    at: FIRST,
  },
  {
    what: 'its original',
    edit: (desk) => put(desk, `originals/${FIRST}/a.html`, '1'),
    code: 'A126',
    at: `originals/${FIRST}`,
  },
  {
    what: 'the announcement of an original',
    before: (desk) => put(desk, 'originals/y/a.html', '1'),
    edit: (desk) => put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-03-02 09:00')),
    code: 'A126',
    at: 'originals/y',
  },
  {
    what: 'the hour of its publication',
    before: (desk) => put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-11-02 09:01')),
    edit: (desk) => void (desk.now = '2026-11-02T09:02:00+08:00'),
    code: 'K107',
    at: '/y.md',
  },
  {
    what: 'the announcements after which it is among the newest with attachments',
    before: (desk) => {
      for (let index = 0; index < 100; index += 1) putAttached(desk, `b${index}`, '2026-03-03 09:00');
      putAttached(desk, 'a', '2026-03-02 09:00');
    },
    edit: (desk) => rmSync(fileOf(desk, 'b0')),
    code: 'P101',
    at: '/a/',
  },
  {
    what: 'newer announcements, which end what was to be told on the screens',
    before: (desk) =>
      put(
        desk,
        'announcements/general/2026/y.md',
        notice(
          '乙',
          '2026-10-01 09:00',
          '大屏提示:\n  - 文字: 示例\n    级别: 变更\n    开始: 2026-10-20 09:00\n    结束: 2026-10-29 09:00\n',
        ),
      ),
    edit: (desk) => put(desk, 'announcements/general/2026/z.md', notice('甲', '2026-10-30 09:00')),
    code: 'S116',
    at: '/y.md',
  },
  {
    what: 'the only announcements that are opened in its room',
    before: (desk) => {
      for (const id of IDS)
        replaceIn(desk, id, /^(开标地点|提交地点|响应地点): .*$/mu, '$1: 示例中心 309 开标室');
      replaceIn(desk, FIRST, /^开标地点: .*$/mu, '开标地点: 示例市公共资源交易中心 301 开标室');
    },
    edit: (desk) => rmSync(fileOf(desk, FIRST)),
    code: 'S117',
    at: 'displays/sign.yaml',
  },
  {
    what: 'a title that is too long for a sign',
    before: (desk) => {
      for (const id of IDS)
        replaceIn(desk, id, /^(开标地点|提交地点|响应地点): .*$/mu, '$1: 示例中心 309 开标室');
      replaceIn(desk, FIRST, /^开标地点: .*$/mu, '开标地点: 示例市公共资源交易中心 301 开标室');
    },
    edit: (desk) =>
      replaceIn(desk, FIRST, /^标题: .*$/mu, `标题: ${'很长的示例工程名称'.repeat(12)}招标公告`),
    code: 'F319',
    at: FIRST,
  },
  {
    what: 'another of which is published what it says, which is gone',
    before: (desk) => {
      put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-11-01 09:00'));
      desk.publish();
      put(desk, 'announcements/general/2026/z.md', notice('乙', '2026-11-01 09:00'));
    },
    edit: (desk) => rmSync(fileOf(desk, 'y')),
    code: 'K102',
    at: '/y.md',
  },
  {
    what: 'the days that it is late',
    before: (desk) => {
      desk.publish();
      put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-10-01 09:00'));
    },
    edit: (desk) => void (desk.now = '2026-11-04T09:02:00+08:00'),
    code: 'K106',
    at: '/y.md',
  },
  {
    what: 'its publication',
    before: (desk) => {
      desk.publish();
      put(desk, 'announcements/general/2026/y.md', notice('乙', '2026-10-01 09:00'));
    },
    edit: (desk) => desk.publish(),
    code: 'K106',
    at: '/y.md',
  },
];

function putAttached(desk: Desk, id: string, at: string): void {
  put(
    desk,
    `announcements/general/2026/${id}/index.md`,
    notice(id, at, '附件:\n  - 文件: a.pdf\n    名称: 名单\n'),
  );
  put(desk, `announcements/general/2026/${id}/a.pdf`, '身份证号 11010519491231002X');
}

test.each(ACROSS)(
  'what is found of an announcement changes with $what',
  ({ before, edit: act, code, at }) => {
    const desk = newDesk(small);
    const again = remembering(desk);
    const told = (findings: readonly Diagnostic[]) =>
      findings.filter((finding) => finding.code === code && finding.file.includes(at));
    before?.(desk);
    const first = again();
    expect(first.findings).toEqual(wholeCheck(desk).findings);
    act(desk);
    const [now, whole] = [again(), wholeCheck(desk)];
    expect(told(whole.findings)).not.toEqual(told(first.findings));
    expect(now.findings).toEqual(whole.findings);
  },
);

test('what is read in parts is found as if it were read at once', () => {
  const desk = newDesk(archive);
  for (let value = 0; value < 60; value += 1)
    edit(desk, { what: Object.keys(EDITS)[value % Object.keys(EDITS).length]!, file: value * 7, value });
  for (const most of [1, 9]) {
    const { looked, findings } = remembering(desk, most)();
    expect(looked).toBeGreaterThan(9);
    expect(findings).toEqual(wholeCheck(desk).findings);
    rmSync(`${desk.folder}.state`, { recursive: true });
  }
});
