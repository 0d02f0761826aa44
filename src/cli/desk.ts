import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Bundle } from '../build/bundle.ts';
import { ContentFolder } from '../core/corpus/content-folder.ts';
import { loadSite } from '../core/corpus/load.ts';
import { openDesk, type OpenDesk } from '../desk/open.ts';
import { deskPage } from '../desk/page.ts';
import { deskFolderOf } from '../desk/place.ts';
import { askClock } from '../desk/site/ask-clock.ts';
import { askSite } from '../desk/site/ask.ts';
import { addressOfRunning } from '../desk/running.ts';
import { withLock } from '../mirror/lock.ts';
import { readSettings, settingsFor, SettingsError } from '../settings.ts';
import { VERSION } from '../version.ts';
import { refuseNoFolder } from './content-dir.ts';
import { addAccount, sayLog } from './desk/accounts.ts';
import { sharedBy } from './desk/shared.ts';
import { openBrowser } from './open-browser.ts';
import { readOptionsAlone } from './options.ts';
import { PublishedList } from './published.ts';
import { root } from './setup/dependencies.mjs';
import { stopped } from './serve.ts';

const usage = `用法：npm run desk -- [--no-open]
      npm run desk -- --host 地址 --accounts 文件 --origin 网址 [--port 端口] [--preview-origin 网址]
      npm run desk -- --accounts 文件 --add-account
      npm run desk -- --verify-log

  在浏览器里写公告：打开办事台，直到按 Ctrl+C，或者在网页里点“离开”。
  只有这台电脑打得开。已经开着的，再运行一次会回到那一个。
  草稿随写随存，在内容文件夹的 .cache/desk/ 里。
  --no-open  不自动打开浏览器，只写出地址

  给大家用，装在内网的一台机器上，前面要有加密的网页服务器（docs/office/desk-server.md）：
  --host      在这台机器的哪个地址上听，例如 127.0.0.1
  --accounts  账号的文件；--add-account 加一个账号，密码在终端里问
  --origin    大家打开的地址，https 开头；--preview-origin 看样的地址，不写就是它的 8443 端口
  --port      端口，不写是 4330；看样用下一个
  --verify-log 核对办事台的记录有没有人改过`;

/** `npm run desk`: opens the desk of the content folder, or shows the one that is open. */
export async function run(args: readonly string[]): Promise<number> {
  const values = readOptionsAlone(args, usage, {
    'no-open': { type: 'boolean', default: false },
    host: { type: 'string' },
    accounts: { type: 'string' },
    'add-account': { type: 'boolean', default: false },
    origin: { type: 'string' },
    'preview-origin': { type: 'string' },
    port: { type: 'string' },
    'verify-log': { type: 'boolean', default: false },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values['add-account']) return addAccount(values.accounts ?? refuseNoFile());
  const { contentDir } = readSettings();
  refuseNoFolder(contentDir);
  if (values['verify-log']) return sayLog(contentDir);
  const shared = sharedBy(values);
  const show = (address: string): void => {
    console.log(`办事台：${address}`);
    if (!shared && !values['no-open'] && process.stdout.isTTY) openBrowser(address);
  };
  return openOrShow(contentDir, shared, show);
}

function refuseNoFile(): never {
  throw new SettingsError('--add-account 要和 --accounts 文件 一起写，账号加在那个文件里。');
}

type Shared = ReturnType<typeof sharedBy>;

/** One desk for a content folder: two would write the same drafts. */
async function openOrShow(
  contentDir: string,
  shared: Shared,
  show: (address: string) => void,
): Promise<number> {
  const folder = deskFolderOf(contentDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let tries = 0;
  try {
    return await withLock(
      join(folder, 'lock'),
      () => serveUntilLeft(contentDir, shared, show),
      async () => {
        const address = await addressOfRunning(folder);
        if (address !== undefined) throw new AlreadyOpen(address);
        if (++tries > MOST_TRIES)
          throw new SettingsError('办事台好像已经开着，但是没有回答：关掉启动它的窗口，再试一次。');
        await pause(TRY_EVERY);
      },
    );
  } catch (error) {
    if (!(error instanceof AlreadyOpen)) throw error;
    console.log('办事台已经开着。');
    show(error.address);
    return 0;
  }
}

/** One that is just being opened answers after some seconds. */
const TRY_EVERY = 500;
const MOST_TRIES = 40;

class AlreadyOpen extends Error {
  readonly address: string;

  constructor(address: string) {
    super('The desk of this folder is open.');
    this.address = address;
  }
}

async function serveUntilLeft(
  contentDir: string,
  shared: Shared,
  show: (address: string) => void,
): Promise<number> {
  const stop = stopped();
  const desk = await open(contentDir, shared);
  show(desk.address);
  console.log('按 Ctrl+C 停止。');
  await Promise.race([stop, desk.left]);
  await desk.close();
  return 0;
}

const open = async (contentDir: string, shared: Shared): Promise<OpenDesk> =>
  openDesk({
    ...{ contentDir, shared },
    page: await deskPage(root, (words) => console.log(words)),
    now: () => settingsFor(readSettings(), loadSite(contentDir)).now,
    milliseconds: () => performance.now(),
    bundle: bundleAlone,
    askSite: () => askSite(contentDir),
    askClock: () => askClock(contentDir),
    published: publishedIds(contentDir),
    programs: process.env['PATH'] ?? '',
    version: VERSION,
    report: (error) => console.error(error),
  });

/**
 * Ids in the list of what the site that is built here has shown; the list is read again where it is another. One that is
 * spoiled is told by the check and the build: until then nothing counts as unpublished.
 */
function publishedIds(contentDir: string): () => ReadonlySet<string> {
  let known: { readonly tag: string; readonly ids: ReadonlySet<string> } | undefined;
  return () => {
    const all = new Set([...new ContentFolder(contentDir).announcementFiles()].map(({ id }) => id));
    const site = loadSite(contentDir);
    try {
      const past = new PublishedList(settingsFor(readSettings(), site)).past(site, all);
      if (!past) return new Set();
      if (known?.tag !== past.tag)
        known = { tag: past.tag, ids: new Set([...past.items()].map(({ id }) => id)) };
      return known.ids;
    } catch (error) {
      if (error instanceof SettingsError) return all;
      throw error;
    }
  };
}

/** In a process of its own: to make it takes half a minute, in which the desk goes on saving. */
async function bundleAlone(signal: AbortSignal): Promise<Bundle> {
  const script = join(import.meta.dirname, 'build/bundle-alone.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 16 * 1024 * 1024,
    signal,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Bundle;
}
