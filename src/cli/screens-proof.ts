import { resolve } from 'node:path';
import { dayAfter, type Instant } from '../core/announcement/instant.ts';
import { dayOrInstantKind } from '../core/announcement/day-or-instant.ts';
import { toCsv } from '../core/csv.ts';
import { proofOf, type Proof } from '../core/health/proof.ts';
import {
  COLUMNS,
  doubtsOf,
  isIncomplete,
  LIMITS,
  linesOf,
  rowsOf,
  STATEMENT,
} from '../core/health/proof-words.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { formatOf, readOptions } from './options.ts';
import { FeedArchive } from './screens-evidence.ts';
import { readLogs } from './screens-logs.ts';
import { print } from './screens-tell.ts';

const usage = `用法：npm run screens -- proof --log 访问日志 [--site 文件夹] [--announcement 公告编号] [--screen 屏幕编号] [--from 时间] [--to 时间] [--format text|csv]

  按访问日志证明哪份公告从几点到几点在哪块屏上轮流显示过，列成表，可以存档。
  --log           网页服务器的访问日志，可以是 .gz；可以写多次，旧的在前
  --site          留有当时数据的地方：网站、mirror 的文件夹，或只存着 display/data 里文件的文件夹；可以写多次，默认 OUT_DIR 或 dist
  --announcement  只看这份公告；可以写多次
  --screen        只看这块屏；可以写多次
  --from、--to    只看这段时间，例如 2026-11-22 或 “2026-11-22 09:30”；--to 只写日期时包括这一天
  --format        text 给人看；csv 给 Excel、WPS
  退出码：0 有结果而且齐全，1 没有能证明的，或缺文件，2 没能检查。`;

/** `npm run screens -- proof`: which announcement stood on which glass from when to when. Returns 1 where that is not all that could be told. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    log: { type: 'string', multiple: true },
    site: { type: 'string', multiple: true },
    announcement: { type: 'string', multiple: true },
    screen: { type: 'string', multiple: true },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  if (values.help) return print(usage, 0);
  if (positionals.length > 0) throw new SettingsError(`看不懂“${positionals[0]!}”。\n\n${usage}`);
  if (!values.log?.length) throw new SettingsError(`读哪份访问日志？请写 --log。\n\n${usage}`);
  const format = formatOf(values.format, ['text', 'csv']);
  const [from, to] = [momentOf('--from', values.from), momentOf('--to', values.to, 1)];
  const archive = new FeedArchive((values.site ?? [readSettings().outDir]).map((folder) => resolve(folder)));
  const heard = (await readLogs(values.log)).filter(
    ({ at, beat }) =>
      at >= (from ?? -Infinity) && at < (to ?? Infinity) && (values.screen?.includes(beat.screen) ?? true),
  );
  const proof = only(proofOf(heard, archive), values.announcement);
  const names = new Map(
    [...new Set(heard.map(({ beat }) => beat.screen))].map((screen) => [
      screen,
      archive.nameOf(screen) ?? '',
    ]),
  );
  const exitCode = proof.shown.length > 0 && !isIncomplete(proof) ? 0 : 1;
  if (format === 'text') return print(toText(proof, names), exitCode);
  process.stdout.write(
    toCsv({ columns: COLUMNS.map((heading) => ({ heading })), rows: rowsOf(proof, names) }),
  );
  process.stderr.write(
    doubtsOf(proof, names)
      .map((doubt) => `没有算的：${doubt}\n`)
      .join(''),
  );
  return exitCode;
}

const only = (proof: Proof, announcements: readonly string[] | undefined): Proof =>
  announcements
    ? { ...proof, shown: proof.shown.filter(({ announcement }) => announcements.includes(announcement)) }
    : proof;

/** @param days after which a day alone ends */
function momentOf(option: string, written: string | undefined, days = 0): number | undefined {
  if (written === undefined) return undefined;
  const read = dayOrInstantKind.parse(written);
  if (!('value' in read))
    throw new SettingsError(`看不懂 ${option} 的“${written}”：请写 2026-11-22 或 “2026-11-22 09:30”。`);
  const at: Instant = read.value.includes('T') ? read.value : `${dayAfter(read.value, days)}T00:00:00+08:00`;
  return Date.parse(at);
}

function toText(proof: Proof, names: ReadonlyMap<string, string>): string {
  const doubts = doubtsOf(proof, names);
  const lines =
    proof.shown.length > 0
      ? [`${STATEMENT}：`, '', ...linesOf(proof, names)]
      : ['这些日志和数据文件里，没有一段时间能证明。'];
  return [
    ...lines,
    ...(doubts.length > 0 ? ['', '没有算的：', ...doubts.map((doubt) => `  ${doubt}`)] : []),
    '',
    '说明：',
    ...LIMITS.map((limit) => `  ${limit}`),
  ].join('\n');
}
