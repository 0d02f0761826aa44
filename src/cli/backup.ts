import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { keepNewest, nameOfBackup, writeBackup } from '../office/backup/archive.ts';
import { gather } from '../office/backup/contents.ts';
import { ownDisk } from '../office/backup/disk.ts';
import { wordsOfFault } from '../office/fault-words.ts';
import { GitFault } from '../office/git-process.ts';
import { removed } from '../patience.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { VERSION } from '../version.ts';
import { refuseNoFolder } from './content-dir.ts';
import { readOptionsAlone } from './options.ts';
import { OWN_SETTINGS } from './own-settings.ts';

const usage = `用法：npm run backup -- --to 文件夹 [--keep 份数]

  把不能重新生成的东西做成一个备份文件：内容和它的全部历史、正在写的公告和草稿、发布清单、本机的设置。
  每个文件都记下校验值；写完重新读一遍，没有差错才算做成。
  --to 文件夹    备份放在哪里；请用另一块磁盘，或者做完再拷走
  --keep 份数    只留最新的几份，旧的删去；不写就都留着
  密钥和口令不在备份里，请另外保管。恢复用 npm run restore。
  退出码：0 做好了，2 没有做成。`;

/** `npm run backup`: puts into one file what could not be made again. */
export async function run(args: readonly string[]): Promise<number> {
  const { help, to, keep } = readOptionsAlone(args, usage, {
    to: { type: 'string' },
    keep: { type: 'string' },
  });
  if (help) {
    console.log(usage);
    return 0;
  }
  if (to === undefined) throw new SettingsError('备份放在哪里？例如 npm run backup -- --to ../backup');
  const { contentDir, outDir, now } = readSettings();
  refuseNoFolder(contentDir);
  const folder = resolve(to);
  refuseInside(folder, [contentDir, outDir]);
  const count = countOf(keep);
  const out = join(folder, nameOfBackup(now));
  const office = { contentDir, outDir, ownSettings: OWN_SETTINGS, now, version: VERSION };
  const leftOut = await backUp(office, out);
  const old = count === undefined ? [] : keepNewest(ownDisk, folder, count);
  console.log(told(out, leftOut, old));
  return 0;
}

/** @returns the names of settings that are not in it */
async function backUp(office: Parameters<typeof gather>[0], out: string): Promise<readonly string[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-backup-'));
  try {
    const { files, leftOut } = await gather(office, temporary);
    writeBackup(ownDisk, out, files);
    return leftOut;
  } catch (fault) {
    if (fault instanceof GitFault) throw new SettingsError(`没有做成备份。${wordsOfFault(fault)}`);
    throw fault;
  } finally {
    removed(temporary);
  }
}

/** @throws {SettingsError} where a backup would be published, or hold the one before it */
function refuseInside(folder: string, places: readonly string[]): void {
  const inside = places.find((place) => !relative(place, folder).startsWith('..'));
  if (inside !== undefined)
    throw new SettingsError(`备份不要放在 ${inside} 里面。请写别的文件夹，例如 ../backup。`);
}

function countOf(keep: string | undefined): number | undefined {
  if (keep === undefined) return undefined;
  if (!/^[1-9]\d*$/u.test(keep)) throw new SettingsError('--keep 后面写留几份，例如 --keep 30');
  return Number(keep);
}

const told = (out: string, leftOut: readonly string[], old: readonly string[]): string =>
  [
    `备份做好了：${out}（${Math.ceil(statSync(out).size / 2 ** 20)} MB），重新读过，没有差错。`,
    ...(leftOut.length === 0 ? [] : [`  没有放进去：${leftOut.join('、')}。密钥请另外保管。`]),
    ...(old.length === 0 ? [] : [`  删去了旧的 ${old.length} 份。`]),
  ].join('\n');
