import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withLock } from '../mirror/lock.ts';
import { wordsOfFault } from '../office/fault-words.ts';
import { GitFault } from '../office/git-process.ts';
import { missingCalendar } from '../office/release/missing-calendar.ts';
import { release } from '../office/release/release.ts';
import { bringContent } from '../office/release/source.ts';
import { readSettings, SettingsError, takeContentFrom, type Settings } from '../settings.ts';
import { VERSION } from '../version.ts';
import { build } from './build.ts';
import { PROJECT } from './build-lock.ts';
import { readOptionsAlone } from './options.ts';
import { registering, untilItFits } from './release/registering.ts';

const usage = `用法：npm run release -- [--due] [--compress] [--full]

  在放网站的机器上发布：取来最新的内容，检查，生成网站到 dist/（或 OUT_DIR 写明的文件夹），换上去，
  并在网站的 status.json 里写明发布情况。有错误时网站还是原来的。
  CONTENT_DIR 可以是内容的仓库（裸仓库也行），也可以是没有 git 的文件夹。
  --due        给定时任务用：没有新内容、没有到时间的定时公告、也不是新的一天，就什么也不做
  --compress   给文本文件各写一份 .gz 和 .br
  --full       全部重新生成
  有公开记录（content/ledger）的，生成以前登记；LEDGER_KEY 写明钥匙的，再签名
  同时只有一个在发布，后来的等前面的做完；--due 不等。
  退出码：0 发布了或者没有要做的，1 内容有错误，2 没能发布。`;

/** `npm run release`: publishes on the machine that serves the site. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptionsAlone(args, usage, {
    due: { type: 'boolean', default: false },
    compress: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  });
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const settings = readSettings();
  try {
    return await oneAtATime(options.due, () => untilItFits(() => releaseNow(settings, options)));
  } catch (reason) {
    if (reason instanceof Busy) console.log('另一次发布正在进行，这一次什么也不用做。');
    else if (reason instanceof GitFault) console.error(`没有发布，网站还是原来的。${wordsOfFault(reason)}`);
    else throw reason;
    return reason instanceof Busy ? 0 : 2;
  }
}

async function releaseNow(
  settings: Settings,
  { due, compress, full }: { readonly due: boolean; readonly compress: boolean; readonly full: boolean },
): Promise<number> {
  const isDone = await release({
    outDir: settings.outDir,
    isDue: due,
    now: () => readSettings().now,
    version: VERSION,
    bring: () => bringContent(settings.contentDir, join(PROJECT, '.cache/release')),
    build: async (content) => ({
      ...(await build(
        { compress, full, register: registering(content) },
        takeContentFrom(content.contentDir),
      )),
      missingCalendar: missingCalendar(content.contentDir, readSettings().now),
    }),
    say: (words) => console.log(words),
  });
  return isDone ? 0 : 1;
}

/** Somebody else is publishing, and will take along what there is. */
class Busy extends Error {
  override readonly name = 'Busy';
}

/** Between two looks at another's lock, in milliseconds; an hour of them is longer than any build. */
const WAIT_MS = 500;
const MOST_WAITS = (60 * 60_000) / WAIT_MS;

function oneAtATime(isDue: boolean, act: () => Promise<number>): Promise<number> {
  mkdirSync(join(PROJECT, '.cache'), { recursive: true });
  const lock = join(PROJECT, '.cache/release.lock');
  let waits = 0;
  return withLock(lock, act, async () => {
    if (isDue) throw new Busy();
    if (waits === 0) console.log('另一次发布还没有做完，等它做完再开始……');
    waits += 1;
    if (waits > MOST_WAITS)
      throw new SettingsError(`另一次发布一直没有做完，这一次没有做任何事。请看 ${lock} 是谁的。`);
    await pause(WAIT_MS);
  });
}
