import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { realDisk, writeWhole } from '../mirror/disk.ts';
import { broughtBy, keptFiles, type StarterFile } from '../office/starter/brought.ts';
import { isLater, notesSince } from '../office/upgrade/notes.ts';
import { planUpgrade, type Step } from '../office/upgrade/plan.ts';
import { parseRecord, plainLines, printRecord, RECORD_NAME } from '../office/upgrade/record.ts';
import { RENAMED_SETTINGS } from '../office/upgrade/renamed-settings.ts';
import { plannedWords } from '../office/upgrade/words.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { VERSION } from '../version.ts';
import { refuseNoFolder } from './content-dir.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { hasLostCheck, restoreCheckBeforeCommits } from './hooks.ts';
import { readOptionsAlone } from './options.ts';
import { run as publish } from './publish.ts';
import { root } from './setup/dependencies.mjs';

const usage = `用法：npm run upgrade -- [--yes] [--take 文件] [--publish]

  换了新的程序以后运行一次，让内容文件夹跟上：新一年的放假安排、改了名字的设置、随程序来的文件、
  提交前的检查。先列出要改什么、这一版有什么不同，再问；你们自己改过的文件不动。
  --yes         不问，直接写入
  --take 文件   自己改过的这个文件，换成程序里的；可以写几次
  --publish     写入以后马上发布这些改动；不写就不发布
  退出码：0 已经是最新的或者写好了，1 有要改的、没有写，2 没能运行。`;

/** `npm run upgrade`: brings a content folder up to a program that was exchanged. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptionsAlone(args, usage, {
    yes: { type: 'boolean', default: false },
    take: { type: 'string', multiple: true, default: [] },
    publish: { type: 'boolean', default: false },
  });
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const { contentDir } = readSettings();
  refuseOther(contentDir);
  const { steps, files, isHookLost, before } = lookAt(contentDir, options.take);
  const due = steps.filter(({ kind }) => kind !== 'own');
  const isDue = due.length > 0 || isHookLost || before !== VERSION;
  console.log(isDue ? headline(before) : `程序是 ${VERSION}，内容已经跟上。`);
  if (isDue) console.log(`\n${notes(before)}\n`);
  console.log(plannedWords(steps));
  if (isHookLost) console.log('提交前的检查失效了（程序换了地方）：重新设好。');
  if (!isDue) return 0;
  if (!(await isAgreed(options.yes))) return 1;
  const written = write(contentDir, due, printRecord(VERSION, asBrought(contentDir, files, due)));
  if (isHookLost) restoreCheckBeforeCommits(contentDir);
  return await end(written, options.publish);
}

/** @throws {SettingsError} where the content is nobody's to upgrade from here */
function refuseOther(contentDir: string): void {
  refuseNoFolder(contentDir);
  if (existsSync(join(contentDir, 'HEAD')) && existsSync(join(contentDir, 'objects')))
    throw new SettingsError(
      `${contentDir} 是裸仓库，里面没有可以改的文件。请在取下来的那一份内容上运行，再发布。`,
    );
  if (!existsSync(join(contentDir, 'site.yaml')))
    throw new SettingsError(`${contentDir} 里没有 site.yaml，不是公告的内容。请核对 CONTENT_DIR。`);
  if (!relative(root, contentDir).startsWith('..'))
    throw new SettingsError('内容在程序的文件夹里，随程序一起更新，不用这个命令。');
}

function lookAt(contentDir: string, taken: readonly string[]) {
  const read = (path: string): string | undefined => {
    const file = join(contentDir, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const record = parseRecord(read(RECORD_NAME));
  if (record.version !== undefined && isLater(record.version, VERSION))
    throw new SettingsError(
      `内容已经跟上 ${record.version} 的程序，这里的程序是 ${VERSION}，比它旧。请先升级程序。`,
    );
  const files = keptFiles(broughtBy(root));
  const unknown = taken.find((path) => !files.some((file) => file.path === path));
  if (unknown !== undefined) throw new SettingsError(`程序里没有“${unknown}”，--take 只用于上面列出的文件。`);
  const steps = planUpgrade({ read, record, kept: files, renamed: RENAMED_SETTINGS, taken });
  return { steps, files, isHookLost: hasLostCheck(contentDir), before: record.version };
}

const headline = (before: string | undefined): string =>
  before === VERSION ? `程序 ${VERSION}，内容要跟上。` : `程序：${before ?? '没有记下的旧版本'} → ${VERSION}`;

function notes(before: string | undefined): string {
  const text = readFileSync(join(root, 'docs/office/upgrade-notes.md'), 'utf8');
  return `有什么不同（也在 docs/office/upgrade-notes.md 里）：\n\n${notesSince(text, before)}`;
}

async function isAgreed(yes: boolean): Promise<boolean> {
  if (yes) return true;
  if (!isAtTerminal()) {
    console.log('\n还没有写入。要写入：npm run upgrade -- --yes');
    return false;
  }
  try {
    if (await terminal.confirm('写入这些改动？', '写入', '先不写')) return true;
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
  }
  console.log('没有写入，什么也没有改动。');
  return false;
}

/** The files that will be as the program has them. */
const asBrought = (
  contentDir: string,
  files: readonly StarterFile[],
  due: readonly Step[],
): readonly StarterFile[] =>
  files.filter(
    ({ path, text }) =>
      due.some((step) => step.path === path) ||
      plainLines(readFileSync(join(contentDir, path), 'utf8')) === plainLines(text),
  );

/**
 * Writes each file so that it is there whole or not at all, the record last: broken off anywhere, the next run does the
 * rest.
 * @returns the files that were written
 */
function write(contentDir: string, due: readonly Step[], record: string): readonly string[] {
  const files = [...due, { path: RECORD_NAME, text: record }];
  for (const { path, text } of files) {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeWhole(realDisk, join(contentDir, path), text);
  }
  return files.map(({ path }) => path);
}

async function end(written: readonly string[], isToPublish: boolean): Promise<number> {
  console.log(`写好了 ${written.length} 个文件。`);
  if (isToPublish) return publish(written);
  console.log(`看过以后：
  npm run check
  npm run publish -- ${written.join(' ')}`);
  return 0;
}
