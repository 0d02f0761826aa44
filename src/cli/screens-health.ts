import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Implausible, parseHead, seqOf } from '../core/screen/browser/feed.ts';
import type { Expected } from '../core/health/health.ts';
import { FOLDERS, type Folder } from '../core/health/log.ts';
import { mirrorHealthOf, type MirrorHealth } from '../core/health/mirror.ts';
import { remember } from '../core/health/memory.ts';
import { parseReport } from '../core/health/parse-report.ts';
import { reportOf, type Report } from '../core/health/report.ts';
import { instantOf } from '../core/health/time.ts';
import { parseKioskHead } from '../core/kiosk/boot.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { formatOf, readOptions } from './options.ts';
import { joined } from './screens-join.ts';
import { readLogs } from './screens-logs.ts';
import { print, tell } from './screens-tell.ts';

const usage = `用法：npm run screens -- health --log 访问日志 [--site 文件夹] [--screen 编号] [--format text|json] [--out 文件夹]
      npm run screens -- health --join 报告或文件夹… [--format text|json] [--out 文件夹]

  按网页服务器的访问日志说每块屏幕好不好：屏幕每分钟来取一次数据，顺便报告自己的情况，不需要别的程序。
  --log     nginx、Apache、Caddy 的访问日志（combined 格式，或 Caddy 的 JSON）；可以写多次，旧的在前
  --site    正在服务的网站：生成的文件夹，或 mirror 的文件夹（同时看 mirror 多久没有连上来源）；默认 OUT_DIR 或 dist
  --screen  只看这块屏；可以写多次。一台机器只带一块屏时用它，默认看网站里所有的屏
  --join    把几台机器各自的 health.json（或放着它们的文件夹）合成一份：同一块屏以最近听到的为准，十分钟没有更新的报告不算数
  --format  text 给人看；json 给程序用
  --out     把网页 index.html 和 health.json 写进这个文件夹
  退出码：0 都正常，1 有屏幕或 mirror 要去看，2 没能检查。

看每块屏幕是什么样子：npm run screens -- preview --help
证明公告在屏上显示过：npm run screens -- proof --help`;

/** `npm run screens -- health`: how the screens are, from the web server's log alone. Returns 1 when one needs somebody. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    log: { type: 'string', multiple: true },
    site: { type: 'string' },
    screen: { type: 'string', multiple: true },
    join: { type: 'boolean', default: false },
    out: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  if (values.help) return print(usage, 0);
  const [verb, ...files] = positionals;
  if (verb !== 'health' || (files.length > 0 && !values.join))
    throw new SettingsError(`要做什么？\n\n${usage}`);
  const format = formatOf(values.format, ['text', 'json']);
  const settings = readSettings();
  const now = Date.parse(settings.now);
  if (values.join) {
    if (values.log ?? values.site ?? values.screen)
      throw new SettingsError(`--join 只读写好的报告，不和 --log、--site、--screen 一起用。\n\n${usage}`);
    return tell(joined(files, values.out, now), { out: values.out, format });
  }
  if (!values.log?.length)
    throw new SettingsError(`读哪份访问日志？请写 --log，例如 --log /var/log/nginx/access.log\n\n${usage}`);
  const folder = resolve(values.site ?? settings.outDir);
  const screens = expectedIn(siteFolder(folder), values.screen);
  const mirror = mirrorIn(folder, screens, now);
  const report = reportOf({ screens, heard: await readLogs(values.log), mirror }, now);
  return tell(remember(report, before(values.out)), { out: values.out, format });
}

/** The report that was written into a folder before. */
function before(folder: string | undefined): Report | undefined {
  const file = folder === undefined ? undefined : join(folder, 'health.json');
  const report = file !== undefined && existsSync(file) ? parseReport(readFileSync(file, 'utf8')) : undefined;
  return typeof report === 'string' ? undefined : report;
}

const siteFolder = (folder: string): string =>
  existsSync(join(folder, 'current')) ? join(folder, 'current') : folder;

/** The mirror that a site is of: a folder with `current` in it, that link itself or one of its releases. */
function mirrorIn(folder: string, screens: readonly Expected[], now: number): MirrorHealth | undefined {
  const parent = dirname(folder);
  const place = [
    existsSync(join(folder, 'current')) && folder,
    basename(folder) === 'current' && parent,
    basename(parent) === 'releases' && dirname(parent),
  ].find((one) => one !== false);
  if (place === undefined) return undefined;
  const file = join(place, 'mirror-status.json');
  const generated = instantOf(Math.max(...screens.map(({ seq }) => seq)));
  return mirrorHealthOf(existsSync(file) ? readFileSync(file, 'utf8') : undefined, generated, now);
}

/** The screens and kiosks of a site and what each should show: its pointers, since they came to where they lie. */
function expectedIn(site: string, wanted: readonly string[] | undefined): readonly Expected[] {
  const all = FOLDERS.flatMap((folder) => expectedOf(site, folder));
  if (all.length === 0)
    throw new SettingsError(
      `${site} 里没有显示屏（display/），也没有触摸屏（kiosk/）。请用 --site 写明正在服务的网站。`,
    );
  const unknown = wanted?.find((id) => !all.some((one) => one.id === id));
  if (unknown !== undefined)
    throw new SettingsError(`网站里没有“${unknown}”这块屏。有：${all.map(({ id }) => id).join('、')}。`);
  return wanted ? all.filter(({ id }) => wanted.includes(id)) : all;
}

function expectedOf(site: string, folder: Folder): readonly Expected[] {
  const place = join(site, folder);
  const names = existsSync(place) ? readdirSync(place).sort() : [];
  return names
    .map((id) => ({ id, file: join(place, id, 'head.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, file }) => {
      const page = readFileSync(join(place, id, 'index.html'), 'utf8');
      const name = /<title>([^<]*)<\/title>/u.exec(page)?.[1] ?? '';
      return { folder, id, name, seq: seqIn(file, id, folder), publishedAt: statSync(file).mtimeMs };
    });
}

function seqIn(file: string, id: string, folder: Folder): number {
  const text = readFileSync(file, 'utf8');
  try {
    return folder === 'display' ? parseHead(text, id).seq : seqOf(parseKioskHead(text, id).generated);
  } catch (cause) {
    if (!(cause instanceof Implausible)) throw cause;
    throw new SettingsError(
      `${file} 坏了（${cause.message}）：请重新生成网站，或运行 npm run mirror -- verify。`,
      { cause },
    );
  }
}
