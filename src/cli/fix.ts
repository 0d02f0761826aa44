import { join } from 'node:path';
import { check } from '../core/check.ts';
import { ContentFolder } from '../core/corpus/content-folder.ts';
import { LARGEST_FILE } from '../core/corpus/front-matter.ts';
import { loadSite } from '../core/corpus/load.ts';
import { readRegular } from '../core/corpus/regular-file.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { mendFile, type Mended } from '../core/mend.ts';
import { harmless, idOf, nameOf } from '../core/report.ts';
import { realDisk, writeWhole } from '../mirror/disk.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { readOptions } from './options.ts';
import { PublishedList } from './published.ts';
import { Trial } from './trial.ts';

const usage = `用法：npm run fix -- [标识或文件 …] [--dry-run]

  代劳不会改变意思的改动：全角的冒号、引号、短横和对齐，冒号后面少的空格，用 Tab 键
  打的空白，日期、金额、编号里的全角字符，行尾的空格，文件开头看不见的记号，换行的写法，按“ANSI”
  或“UTF-16”存的文字；还没有发布的公告，正文里从 Word、WPS 粘贴来的表格和段落。别的一个字也不动。
  不写标识时改全部文件。改之前先试一遍，会引出新问题的不改。
  --dry-run  只列出要改的地方，不写入
  结束时给别的程序的数字：0 做完了（包括没有要改的），2 没能运行。`;

/** `npm run fix`: mends what cannot change the meaning, and shows each line as it was and as it is. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: names } = readOptions(args, usage, {
    'dry-run': { type: 'boolean', default: false },
  });
  const dryRun = values['dry-run'];
  if (values.help) return print(usage);
  const settings = readSettings();
  const { contentDir } = settings;
  refuseNoFolder(contentDir);
  const files = chosenFiles(contentDir, names);
  const ids = new Set(files.flatMap((file) => idOf(file) ?? []));
  const published = new PublishedList(settings).recall(loadSite(contentDir), ids)?.kept;
  const mended = mendedFiles(contentDir, files, published ?? new Map());
  const { sound, refused } = tryOut(contentDir, mended);
  if (!dryRun) for (const [file, { text }] of sound) writeWhole(realDisk, join(contentDir, file), text);
  print([...[...sound].map(summaryOf), ...[...refused].map(refusalOf)].join('\n'));
  return print(closing(sound.size, dryRun));
}

function closing(files: number, dryRun: boolean): string {
  if (files === 0) return '没有要代劳的地方。';
  return dryRun ? `${files} 个文件可以这样改，还没有写入。` : `已改好 ${files} 个文件。`;
}

/** The files that are named by id or path, or all. */
function chosenFiles(contentDir: string, names: readonly string[]): readonly string[] {
  const folder = new ContentFolder(contentDir);
  const files = [
    ...[...folder.announcementFiles(), ...folder.disclosureFiles()].map(({ file }) => file),
    ...['pages', 'displays', 'kiosks', 'calendar'].flatMap((name) =>
      folder.list(name).map((file) => `${name}/${file}`),
    ),
    'site.yaml',
  ];
  if (names.length === 0) return files;
  return names.flatMap((name) => {
    const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)?content\//u, '');
    const chosen = files.filter(
      (file) => idOf(file) === name || file === path || file.startsWith(`${path}/`),
    );
    if (chosen.length === 0) throw new SettingsError(`没有“${name}”这个文件或者公告。`);
    return chosen;
  });
}

function mendedFiles(
  contentDir: string,
  files: readonly string[],
  published: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Mended> {
  const mended = new Map<string, Mended>();
  for (const file of files) {
    const read = readRegular(join(contentDir, file), LARGEST_FILE);
    const isPublished = published.has(idOf(file) ?? '');
    const result = 'bytes' in read ? mendFile(file, read.bytes, { isPublished }) : undefined;
    if (result) mended.set(file, result);
  }
  return mended;
}

/** Checks the edits before anything is written: a file in which they bring out a new fault of form is left alone. */
function tryOut(contentDir: string, mended: ReadonlyMap<string, Mended>) {
  const files = [...mended.keys()];
  const items = files.filter((file) => file.startsWith('disclosure/'));
  const trial = new Trial(
    contentDir,
    new Set(files.flatMap((file) => idOf(file) ?? [])),
    items.map((file) => file.replace(/\/index\.md$/u, '')),
  );
  try {
    // What could not be read is held against what it says, not against that it could not be read.
    for (const [file, { unread }] of mended) if (unread !== undefined) trial.write(file, unread);
    const before = new Set(check(trial.folder).findings.map(placeOf));
    for (const [file, { text }] of mended) trial.write(file, text);
    const fresh = check(trial.folder).findings.filter(
      (finding) => isForm(finding) && !before.has(placeOf(finding)),
    );
    const spoiled = new Set(fresh.map(({ file }) => file));
    const [refused, sound] = [true, false].map(
      (is) => new Map([...mended].filter(([file]) => spoiled.has(file) === is)),
    );
    return { sound: sound!, refused: refused! };
  } finally {
    trial.remove();
  }
}

const placeOf = ({ file, code, line }: Diagnostic): string => `${file} ${code} ${line}`;

/** An announcement that has become readable may now show faults of law or links that it always had. */
const isForm = ({ code }: Diagnostic): boolean => /^[FCAS]/u.test(code);

const summaryOf = ([file, { changes, whole }]: [string, Mended]): string =>
  [
    `content/${file}`,
    ...whole.map((words) => `  · ${words}`),
    ...changes.flatMap(({ line, before, after }) => {
      const number = String(line).padStart(4);
      return [`${number} - ${visible(before)}`, `${number} + ${harmless(after)}`];
    }),
    '',
  ].join('\n');

/** Spaces at the end and tabs are what is taken away, so they are shown. */
const visible = (line: string): string =>
  harmless(line.replaceAll('\t', '→').replace(/[ \u3000]+$/u, (spaces) => '·'.repeat(spaces.length)));

const refusalOf = ([file]: [string, Mended]): string =>
  `content/${file}\n  没有改：改了会引出别的问题。请按 npm run check -- ${nameOf(file)} 的提示自己改。\n`;

function print(text: string): number {
  if (text !== '') process.stdout.write(`${text}\n`);
  return 0;
}
