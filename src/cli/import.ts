import { existsSync, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { basename, dirname, join, resolve } from 'node:path';
import { number } from '../importer/progress.ts';
import { ImportFailure } from '../importer/import-failure.ts';
import { REPORT } from '../importer/report.ts';
import { ANSWERS, MAP, runImport, type ImportDone } from '../importer/run.ts';
import { dryContent } from '../importer/dry-content.ts';
import { originOf } from '../importer/map.ts';
import { RESULTS, type Result } from '../importer/result.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { isAtTerminal } from './drafting/terminal.ts';
import { readOptions } from './options.ts';

const usage = `用法：npm run import -- 文件夹 [--site 网址] [--map 文件] [--out 文件夹] [--report 文件夹] [--only 年份] [--dry-run]

  把旧网站保存下来的网页（wget --mirror，或者从旧服务器拷来的文件夹）变成公告。不连网络。
  内容齐全的按原来的类型写；缺少内容的写成存量公告；拿不准的不写，放在报告里等人回答。
  随时可以按 Ctrl-C 停下，用同一条命令接着做；再做一次，没有变的不会改动。
  --site     旧网站的网址，例如 http://ggzy.old.example.cn；文件夹里有以域名命名的文件夹就不用写
  --map      旧网站的栏目是什么，默认是报告文件夹里的 ${MAP}；没有时程序写一份供填写
  --out      内容文件夹，或者它里面的 announcements；默认是 CONTENT_DIR（content）
  --report   放报告、进度和回答的文件夹，默认 import；里面有不能公开的原文，不要放进 git
  --only     只写这一年发布的，例如 2018
  --dry-run  只看结果和报告，不写进内容文件夹
  退出码：0 做完了，1 做完了、有存疑的要人看，2 没能运行。`;

const options = {
  site: { type: 'string' },
  map: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string', default: 'import' },
  only: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** `npm run import`: saved pages of an old site become announcements, or it is said why not. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, options);
  const [folder] = positionals;
  if (values.help || folder === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const contentDir = contentDirOf(values.out);
  const reportDir = resolve(values.report);
  refuseFolders(resolve(folder), contentDir, reportDir);
  if (values.only !== undefined && !/^(?:19|20)\d{2}$/u.test(values.only))
    throw new SettingsError(`--only 写四位年份，例如 2018；“${values.only}”不是。`);
  const site = values.site === undefined ? undefined : originOf(values.site);
  if (values.site !== undefined && site === undefined)
    throw new SettingsError(`--site 写旧网站的网址，例如 http://ggzy.old.example.cn；“${values.site}”不是。`);
  if (values.map !== undefined && !existsSync(values.map))
    throw new SettingsError(`找不到 ${values.map}。请核对 --map。`);
  const dry = values['dry-run'] ? dryContent(contentDir) : undefined;
  // Room for short-lived things grows to 64 MB and is filled before it is cleared: ten thousand pages, unchanged, took
  // 673 MiB with it growing and 466 without, in the same time.
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    const done = await runImport({
      folder: resolve(folder),
      contentDir: dry?.folder ?? contentDir,
      reportDir,
      mapFile: values.map === undefined ? join(reportDir, MAP) : resolve(values.map),
      site,
      only: values.only,
      isDry: dry !== undefined,
      print: (text) => process.stdout.write(text),
      isTerminal: isAtTerminal(),
      now: () => performance.now(),
    });
    console.log(endOf(done, reportDir, dry !== undefined));
    return done.results.some(({ result }) => result === 'doubtful') || done.others > 0 ? 1 : 0;
  } catch (cause) {
    if (cause instanceof ImportFailure) throw new SettingsError(cause.message, { cause });
    throw cause;
  } finally {
    dry?.remove();
  }
}

/** `--out content` and `--out content/announcements` mean the same. */
function contentDirOf(out: string | undefined): string {
  if (out === undefined) return readSettings().contentDir;
  const path = resolve(out);
  return basename(path) === 'announcements' ? dirname(path) : path;
}

function refuseFolders(folder: string, contentDir: string, reportDir: string): void {
  if (!existsSync(folder)) throw new SettingsError(`找不到文件夹 ${folder}。请核对它的位置。`);
  if (!statSync(folder).isDirectory())
    throw new SettingsError(`${folder} 不是文件夹。请写放着旧网页的文件夹。`);
  refuseNoFolder(contentDir);
  if (existsSync(reportDir) && !statSync(reportDir).isDirectory())
    throw new SettingsError(`${reportDir} 是一个文件，不是文件夹。请用 --report 写放报告的文件夹。`);
  const inside = (path: string, of: string): boolean => `${path}/`.startsWith(`${of}/`);
  if (inside(reportDir, contentDir))
    throw new SettingsError(
      `${reportDir} 在内容文件夹里，不能放报告：里面有不能公开的原文。请用 --report 写别的文件夹。`,
    );
  if (inside(reportDir, folder) || inside(contentDir, folder) || inside(folder, contentDir))
    throw new SettingsError('旧网页、内容和报告要放在三个不同的文件夹里，一个不能在另一个里面。');
}

const BARS: readonly Result[] = ['whole', 'legacy', 'doubtful'];

/** Longest bar, in characters. */
const WIDTH = 40;

/** What is said at the end: a bar for each year, what is to be looked at, what to run next. */
function endOf({ results, taken, stray, others }: ImportDone, reportDir: string, isDry: boolean): string {
  const byYear = [...Map.groupBy(results, ({ record }) => record.publishedAt?.slice(0, 4) ?? '不明')]
    .filter(([year]) => year !== '不明')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const most = Math.max(1, ...byYear.map(([, own]) => own.length));
  const bars = byYear.map(([year, own]) => {
    const counts = BARS.map((one) => own.filter(({ result }) => result === one).length);
    const bar = counts.map((count, at) => '█▓░'[at]!.repeat(Math.round((count / most) * WIDTH))).join('');
    return `  ${year}  ${bar} ${number(counts.reduce((sum, count) => sum + count, 0))}`;
  });
  const count = (one: Result): number => results.filter(({ result }) => result === one).length;
  const sums = (Object.keys(RESULTS) as Result[])
    .filter((one) => one !== 'merged' || count(one) > 0)
    .map((one) => `${RESULTS[one]} ${number(count(one))}`);
  return [
    '',
    ...(bars.length > 0 ? ['  █ 完整  ▓ 存量  ░ 存疑', ...bars, ''] : []),
    `${isDry ? '试了一遍，没有写进内容文件夹' : '导入做完了'}：${sums.join('，')}。`,
    ...(taken.length > 0 ? [`拿走了 ${number(taken.length)} 个文件：以前导入的，这次不再采用。`] : []),
    ...(stray.length > 0
      ? [
          `${ANSWERS} 里有 ${number(stray.length)} 项没有对应的网页，核对写法（照报告里的抄）：${stray.slice(0, 3).join('、')}${stray.length > 3 ? ' 等' : ''}。`,
        ]
      : []),
    ...(others > 0 ? [`内容文件夹里另有 ${number(others)} 处错误，不是这次导入的。`] : []),
    `报告：${join(reportDir, REPORT)}`,
    ...(count('doubtful') > 0
      ? [`存疑的看报告，把回答写进 ${join(reportDir, ANSWERS)}，用同一条命令再导入一次。`]
      : []),
    '',
    '接下来：',
    '  npm run check',
    '  npm start',
    '  npm run build',
  ].join('\n');
}
