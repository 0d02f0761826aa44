import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant } from '../core/announcement/instant.ts';
import { LARGEST_LIVE, parseLive, type LiveTable } from '../core/live/browser/live.ts';
import { parseSheet, SheetFault, textOfSheet } from '../core/live/csv.ts';
import { isOfToday, tableAt, toLiveText, type Entered } from '../core/live/entry.ts';
import { realDisk, writeWhole } from '../mirror/disk.ts';
import { readSettings, SettingsError, type Settings } from '../settings.ts';
import { whyUnseen } from './live-seen.ts';
import {
  momentOf,
  openingsToday,
  refuseRoom,
  siteAtHand,
  subjectNow,
  type Asked,
  type OpeningsOfDay,
} from './live-subject.ts';
import { readOptions } from './options.ts';

const SOURCE = '开标主持人录入';

const usage = `用法：npm run live -- 场所 --csv 文件 [--read 家数] [--project 标识] [--start 时间] [--source 文字] [--to 文件夹]
      npm run live -- 场所 --title 名称 --csv 文件 [--current 行数]
      npm run live -- 场所 --end        结束
      npm run live -- 场所 --show       看现在写着什么

  唱标时把投标人和已经唱的报价写给大厅和门牌的屏幕，每唱一家运行一次；也用来写叫号等别的小表。
  场所       content/site.yaml 场所里的标识，例如 kb303
  --csv      表格另存成的 CSV（UTF-8 或 Excel 平常写的都可以），表头有“投标人”，别的列例如“报价（万元）”“工期（天）”，
             各行按唱标的先后；最多 5 列 60 行
  --read     已经唱到第几家，默认和这一场的上一次一样，第一次是 0；没有唱的只写名称，报价不写进文件
  --project  开的是哪个项目：公告的标识或者项目编号；默认是这个场所今天已经到时间、最晚的那一场
  --start    什么时候开始，例如 10:30；默认是公告写的开标时间，不能比它早。
             还没有到时间的一个字也不写
  --source   谁录入的，写职务，默认“${SOURCE}”；显示在屏幕下方
  --title    别的小表的名称，例如 叫号；写了它就不是唱标
  --current  小表正在叫第几行
  --end      结束：屏幕不再显示这张表，这一场写成“已结束”
  --show     打印现在写着的
  --to       写进哪个文件夹，默认 LIVE_DIR 或 live；网页服务器在 /live/ 提供它
  格式见 docs/live.md。退出码：0 写好了，2 没有写。`;

/** `npm run live`: writes what is being read out or called in a room, for the screens of the hall. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    csv: { type: 'string' },
    read: { type: 'string' },
    project: { type: 'string' },
    start: { type: 'string' },
    source: { type: 'string' },
    title: { type: 'string' },
    current: { type: 'string' },
    end: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    to: { type: 'string' },
  });
  const [room] = positionals;
  if (values.help || room === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const settings = siteAtHand(readSettings());
  refuseRoom(room, settings);
  const file = join(folderOf(values.to, settings), `${room}.json`);
  const standing = standingIn(file, room);
  if (values.show) return show(file, standing);
  const { now } = settings;
  if (values.end) {
    const table = ended(standing, room, now);
    write(file, table, room);
    console.log(`${wordsOf(table)}\n已写到 ${file}，屏幕十秒内会撤下。`);
    return 0;
  }
  const openings = openingsToday(room, settings);
  const table = tableAt(entered(room, values, standing, openings, now), standing, now);
  write(file, table, room);
  const why = whyUnseen(table, standing, openings, now);
  const seen = why === undefined ? '，屏幕十秒内会显示。' : `，但是现在没有屏幕会显示它：${why}。`;
  console.log(`${wordsOf(table)}\n已写到 ${file}${seen}`);
  return 0;
}

/** The folder must be there: with a slip in its name the table would be written where no screen reads it. */
function folderOf(to: string | undefined, { liveDir }: Settings): string {
  if (to === undefined) mkdirSync(liveDir, { recursive: true });
  const folder = to === undefined ? liveDir : resolve(to);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new SettingsError(
      `没有 ${folder} 这个文件夹，什么也没有写。核对 --to；第一次用要先建好它（见 docs/live.md）。`,
    );
  return folder;
}

/** What stands there; nothing where it cannot be read, for then the next takes its place. */
function standingIn(file: string, room: string): LiveTable | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return parseLive(readFileSync(file, 'utf8'), room);
  } catch {
    console.error(`${file} 原来的内容不对，屏幕没有显示它。`);
    return undefined;
  }
}

function show(file: string, standing: LiveTable | undefined): number {
  if (!standing) {
    console.log(`${file} 还没有。`);
    return 0;
  }
  const { columns, rows, source, updatedAt } = standing;
  const head = columns.map(({ label, unit }) => (unit === undefined ? label : `${label}（${unit}）`));
  const lines = rows.map((row, index) => `${index + 1}  ${row.filter(Boolean).join('  ')}`);
  console.log(
    [wordsOf(standing), `序  ${head.join('  ')}`, ...lines, `${source} ${updatedAt.slice(11, 19)}`].join(
      '\n',
    ),
  );
  return 0;
}

function ended(standing: LiveTable | undefined, room: string, now: Instant): LiveTable {
  if (!standing) throw new SettingsError(`${room} 没有写着什么，不用结束。`);
  return tableAt({ ...standing, ended: now }, standing, now);
}

function entered(
  room: string,
  asked: Asked,
  standing: LiveTable | undefined,
  openings: OpeningsOfDay | undefined,
  now: Instant,
): Entered {
  if (asked.csv === undefined)
    throw new SettingsError(
      `还要写 --csv 文件：没有唱的报价不在 ${room} 原来的内容里，每次都从表格里取。\n\n${usage}`,
    );
  const sheet = sheetIn(asked.csv, asked.title === undefined);
  const today = standing && isOfToday(standing, now) ? standing : undefined;
  if (asked.title !== undefined) {
    const same = today?.kind === 'table' && today.title === asked.title ? today : undefined;
    const current = countOf(asked.current, '--current', sheet.rows.length);
    return {
      room,
      kind: 'table',
      title: asked.title,
      starts: begun(momentOf(asked.start, now) ?? same?.starts ?? now, now),
      source: asked.source ?? same?.source ?? '工作人员录入',
      ...sheet,
      ...(current > 0 && { current }),
    };
  }
  const before = today?.kind === 'opening' ? today : undefined;
  const subject = subjectNow(room, asked, before, sheet.rows, openings, now);
  // What was read out of one opening says nothing of another.
  const same =
    before?.announcement === subject.announcement && before.starts === subject.starts ? before : undefined;
  return {
    room,
    kind: 'opening',
    announcement: subject.announcement,
    starts: begun(subject.starts, now),
    source: asked.source ?? same?.source ?? SOURCE,
    ...sheet,
    read:
      asked.read === undefined
        ? Math.min(same?.read ?? 0, sheet.rows.length)
        : countOf(asked.read, '--read', sheet.rows.length),
  };
}

/** Until the hour names and numbers of bidders are secret, so they are not written to the file before it. */
function begun(starts: Instant, now: Instant): Instant {
  if (starts <= now) return starts;
  throw new SettingsError(
    `还没有到开始的时间 ${starts.slice(11, 16)}（现在 ${now.slice(11, 16)}），什么也没有写：开标以前不得让人知道投标人的名称和数量。到时间再运行。`,
  );
}

function sheetIn(file: string, isOpening: boolean): ReturnType<typeof parseSheet> {
  if (!existsSync(file)) throw new SettingsError(`找不到 ${file}，什么也没有写。`);
  try {
    return parseSheet(textOfSheet(readFileSync(file)), isOpening);
  } catch (cause) {
    if (!(cause instanceof SheetFault)) throw cause;
    throw new SettingsError(`${file}：${cause.message}。什么也没有写，屏幕上还是原来的。`, { cause });
  }
}

function countOf(text: string | undefined, option: string, most: number): number {
  if (text === undefined) return 0;
  const count = Number(text);
  if (!/^\d+$/u.test(text)) throw new SettingsError(`看不懂 ${option} ${text}：写第几家，例如 ${option} 3。`);
  if (count > most) throw new SettingsError(`表格里只有 ${most} 行，不能到第 ${count} 行。什么也没有写。`);
  return count;
}

/** @throws {SettingsError} where it cannot be written: what stands there stays */
function write(file: string, table: LiveTable, room: string): void {
  const text = toLiveText(table);
  if (Buffer.byteLength(text) > LARGEST_LIVE)
    throw new SettingsError(
      `内容太多（超过 ${LARGEST_LIVE / 1024} KB），屏幕不会采用，什么也没有写。把表格改短一些。`,
    );
  try {
    parseLive(text, room);
  } catch (cause) {
    const what = cause instanceof Error ? (FAULTY[cause.message] ?? cause.message) : String(cause);
    throw new SettingsError(`${what}，什么也没有写。`, { cause });
  }
  try {
    writeWhole(realDisk, file, text);
  } catch (cause) {
    throw new SettingsError(
      `写不了 ${file}（${(cause as Error).message}）。核对文件夹的权限和磁盘；屏幕上还是原来的。`,
      {
        cause,
      },
    );
  }
}

/** What of the options a screen would refuse. */
const FAULTY: Readonly<Record<string, string>> = {
  source: '--source 太长（最多 24 个字）或者有看不见的字符',
  title: '--title 太长（最多 16 个字）或者有看不见的字符',
  announcement: '--project 不是公告的标识',
  room: '场所的标识不对',
};

function wordsOf(table: LiveTable): string {
  const { room, rows, ended } = table;
  const state = ended === undefined ? '' : '，已结束';
  return table.kind === 'opening'
    ? `${room} 唱标 ${table.announcement}：已唱 ${table.read} / 共 ${rows.length} 家${state}`
    : `${room} ${table.title}：${rows.length} 行${state}`;
}
