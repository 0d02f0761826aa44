import {
  appendFileSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A content folder that people edit, and the moment at which they do. */
export interface Desk {
  readonly folder: string;
  now: string;
  /** Texts of files before they were broken or deleted, by their paths from the folder. */
  readonly drawer: Map<string, string>;
  /** Publishes what is there. */
  readonly publish: () => void;
  /** Begins to register what is published. */
  readonly begin: () => void;
}

/** What somebody does: numbers choose the file and the value, whatever the folder holds by then. */
export interface Edit {
  readonly what: string;
  readonly file: number;
  readonly value: number;
}

/** Does it; nothing where there is no file to do it to. */
export function edit(desk: Desk, { what, file, value }: Edit): void {
  const files = globSync('announcements/*/*/{*.md,*/index.md}', { cwd: desk.folder }).toSorted();
  const path = files[file % files.length];
  if (path !== undefined) EDITS[what]!({ desk, path, files, value });
}

interface Case {
  readonly desk: Desk;
  /** The announcement file that was chosen, from the content folder; and all of them. */
  readonly path: string;
  readonly files: readonly string[];
  readonly value: number;
}

const idOf = (path: string): string => path.replace(/(?:\/index)?\.md$/u, '').replace(/^.*\//u, '');
const textOf = ({ desk, path }: Case): string => readFileSync(join(desk.folder, path), 'utf8');

function write({ folder }: Desk, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Replaces a part of the chosen file. */
const replace = (one: Case, pattern: RegExp, by: (found: string) => string): void =>
  write(one.desk, one.path, textOf(one).replace(pattern, by));

/** Adds lines at the end of the front matter. */
const addLines = (one: Case, lines: string): void => replace(one, /\n---\n/u, () => `\n${lines}\n---\n`);

/** Sets a field of one line; adds it where it is not written. */
function setField(one: Case, label: string, value: string): void {
  const line = new RegExp(`^${label}: .*$`, 'mu');
  if (line.test(textOf(one))) replace(one, line, () => `${label}: ${value}`);
  else addLines(one, `${label}: ${value}`);
}

const anotherId = ({ files, value }: Case): string => idOf(files[value % files.length]!);

/** Days around the border of a year and around the present; a clerk's slips among them. */
const DAYS = [
  '2025-12-31 16:00',
  '2026-01-04 09:00',
  '2026-11-02 08:59',
  '2026-11-02 09:01',
  '2026-11-03 10:00',
  '2016-01-04 09:00',
];

const MOMENTS = [
  '2026-11-01T23:59:00+08:00',
  '2026-11-02T09:00:00+08:00',
  '2026-11-02T09:02:00+08:00',
  '2026-11-04T00:00:00+08:00',
  '2027-01-01T00:00:00+08:00',
];

/** Everything that is done to a folder, each kind by its name. */
export const EDITS: Readonly<Record<string, (one: Case) => void>> = {
  'copy under another id': (one) =>
    write(one.desk, one.path.replace(idOf(one.path), `${idOf(one.path)}-copy${one.value % 3}`), textOf(one)),
  'copy to another category under the same id': (one) =>
    write(one.desk, `announcements/general/2026/${idOf(one.path)}.md`, textOf(one)),
  delete: (one) => {
    one.desk.drawer.set(one.path, textOf(one));
    rmSync(join(one.desk.folder, one.path));
  },
  restore: ({ desk, value }) => {
    const all = [...desk.drawer];
    const [path, text] = all[value % all.length] ?? [];
    if (path !== undefined) write(desk, path, text!);
  },
  rename: ({ desk, path, value }) => {
    const [from, to] = [
      join(desk.folder, path),
      join(desk.folder, path.replace(/(\.md|\/index\.md)$/u, `-n${value % 3}$1`)),
    ];
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  },
  'move into a folder of its own': ({ desk, path }) => {
    if (path.endsWith('/index.md')) return;
    mkdirSync(join(desk.folder, path.slice(0, -3)), { recursive: true });
    renameSync(join(desk.folder, path), join(desk.folder, path.slice(0, -3), 'index.md'));
  },
  'attach a file': (one) => {
    EDITS['move into a folder of its own']!(one);
    const home = one.path.replace(/(?:\/index)?\.md$/u, '');
    write(one.desk, `${home}/a.pdf`, one.value % 2 === 0 ? '招标文件' : '身份证号 11010519491231002X');
    addLines({ ...one, path: `${home}/index.md` }, '附件:\n  - 文件: a.pdf\n    名称: 招标文件');
  },
  'exchange the bytes of an attachment': ({ desk, value }) => {
    const all = globSync('announcements/*/*/*/a.pdf', { cwd: desk.folder }).toSorted();
    const path = all[value % all.length];
    if (path !== undefined)
      write(desk, path, value % 3 === 0 ? '身份证号 11010519491231002X' : `又一版 ${value}`);
  },
  'delete an attachment': ({ desk, value }) => {
    const all = globSync('announcements/*/*/*/a.pdf', { cwd: desk.folder }).toSorted();
    if (all.length > 0) rmSync(join(desk.folder, all[value % all.length]!));
  },
  'change the title': (one) => setField(one, '标题', `示例公告之${one.value % 3}`),
  'take the title and words of another': (one) => {
    const other = readFileSync(join(one.desk.folder, one.files[one.value % one.files.length]!), 'utf8');
    write(one.desk, one.path, other);
  },
  'change the buyer': (one) =>
    replace(one, /^(采购人|招标人): .*$/mu, (found) => `${found.slice(0, 3)}: 示例单位${one.value}`),
  'change the time of publication': (one) => setField(one, '发布时间', DAYS[one.value % DAYS.length]!),
  'write the code so that it looks alike': (one) =>
    replace(one, /^项目编号: .*$/mu, (found) =>
      one.value % 2 === 0 ? found.replace('0', 'O') : found.replaceAll('-', '－'),
    ),
  'write the code so that it has the same address': (one) =>
    replace(one, /^项目编号: .*$/mu, (found) => found.replace('-', '_')),
  'take the code of another': (one) => {
    const code = /^项目编号: (.*)$/mu.exec(
      readFileSync(join(one.desk.folder, one.files[one.value % one.files.length]!), 'utf8'),
    );
    if (code) setField(one, '项目编号', code[1]!);
  },
  'name another as related': (one) => setField(one, '关联公告', anotherId(one)),
  'name a related one that is not there': (one) => setField(one, '关联公告', `${anotherId(one)}x`),
  'correct a field': (one) =>
    addLines(one, `更正内容:\n  - 字段: 标题\n    原: 示例公告之0\n    新: 示例公告之${one.value % 3}`),
  'write an old address': (one) => addLines(one, `旧网址:\n  - /old/${one.value % 4}.html`),
  'write an old address in capitals': (one) => addLines(one, `旧网址:\n  - /OLD/${one.value % 4}.html`),
  'link to another': (one) =>
    appendFileSync(
      join(one.desk.folder, one.path),
      `\n\n[见这里](/announcements/${anotherId(one)}/#s${one.value % 6})\n`,
    ),
  'link to an old address': (one) =>
    appendFileSync(join(one.desk.folder, one.path), `\n\n[见这里](/old/${one.value % 4}.html)\n`),
  'link to the catalogue': (one) =>
    appendFileSync(join(one.desk.folder, one.path), '\n\n[见这里](/disclosure/functions/)\n'),
  'add a heading': (one) =>
    appendFileSync(join(one.desk.folder, one.path), `\n\n## 第${one.value}\n\n内容。\n`),
  'break the front matter': (one) => {
    one.desk.drawer.set(one.path, textOf(one));
    replace(one, /^类型: .*$/mu, () => '类型: [');
  },
  'break the fences': (one) => {
    one.desk.drawer.set(one.path, textOf(one));
    replace(one, /^---\n/u, () => '');
  },
  withdraw: (one) => addLines(one, '撤下:\n  - 时间: 2026-11-01 10:00\n    原因: 发布有误'),
  'say it on the screens': (one) =>
    addLines(
      one,
      `大屏提示:\n  - 文字: 示例提示${one.value}\n    级别: ${one.value % 2 === 0 ? '变更' : '紧急'}\n    开始: 2026-11-0${1 + (one.value % 4)} 08:00\n    结束: 2026-11-0${2 + (one.value % 7)} 18:00`,
    ),
  'excuse a finding': (one) =>
    addLines(one, `例外:\n  - 代码: ${['D104', 'C203', 'P102'][one.value % 3]!}\n    原因: 示例原因`),
  wait: (one) => {
    setField(one, '定时', '是');
    setField(one, '发布时间', DAYS[one.value % DAYS.length]!);
  },
  'state an original': (one) => setField(one, '原文校验', `sha256:${'0'.repeat(64)}`),
  'put an original': (one) => write(one.desk, `originals/${idOf(one.path)}/page.html`, `旧网页 ${one.value}`),
  'delete the originals': ({ desk }) =>
    rmSync(join(desk.folder, 'originals'), { recursive: true, force: true }),
  'write in the catalogue': ({ desk, path, value }) =>
    write(
      desk,
      'disclosure/organisation/functions.md',
      `---\n标题: 机构职能\n分类: 机构职能\n索引号: GM-GK-2026-0000${value % 3}\n发布机构: 示例中心\n成文日期: 2026-01-05\n发布日期: 2026-01-08\n有效性: 有效\n公开方式: 主动公开\n---\n\n[见](/announcements/${idOf(path)}/#s2)\n`,
    ),
  'delete the catalogue': ({ desk }) =>
    rmSync(join(desk.folder, 'disclosure'), { recursive: true, force: true }),
  'leave something else there': ({ desk, value }) =>
    write(desk, `announcements/general/2026/${['x.txt', 'empty/x.pdf', 'A B.md'][value % 3]!}`, 'x'),
  'make a folder of the same name': ({ desk, path }) =>
    mkdirSync(join(desk.folder, path.replace(/(?:\/index)?\.md$/u, '')), { recursive: true }),
  publish: ({ desk }) => desk.publish(),
  'begin a ledger': ({ desk }) => desk.begin(),
  touch: ({ desk, path }) => utimesSync(join(desk.folder, path), 4e9, 4e9),
  'change it and set its time back': (one) => {
    const { atime, mtime } = statSync(join(one.desk.folder, one.path));
    setField(one, '标题', `示例公告之${one.value % 3}`);
    utimesSync(join(one.desk.folder, one.path), atime, mtime);
  },
  'change the settings': ({ desk, value }) => {
    const path = join(desk.folder, 'site.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/^联系电话: .*$/mu, `联系电话: 0757-0000000${value % 10}`),
    );
  },
  'let time pass': ({ desk, value }) => {
    desk.now = MOMENTS[value % MOMENTS.length]!;
  },
};
