import { join } from 'node:path';
import { isPublishable } from '../core/check.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { announcementPath } from '../site/address.ts';
import { refuseNoFolder } from './content-dir.ts';
import { servedBase } from './served-base.ts';
import { checkNamed, printed } from './check.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions } from './options.ts';
import { findPinnedNode, runUnder } from './setup/node.mjs';
import { serveUntilStopped, startAnywhere } from './serve.ts';
import { Trial } from './trial.ts';

const usage = `用法：npm run preview -- 标识 [--open]

  在本机看这份公告发布后的样子。只生成它和同一项目的公告，所以很快；列表和统计不全是正常的。
  另一个程序占着网址的时候自动换一个，看“这份公告”后面写的。
  有错误的公告看不到网页，只列出错误。
  --open  同时打开浏览器`;

/** `npm run preview`: builds the announcement with its matter and serves it; with errors, prints them instead. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, { open: { type: 'boolean', default: false } });
  const { open, help } = values;
  const [id] = positionals;
  if (help || id === undefined) {
    console.log(usage);
    return help ? 0 : 2;
  }
  const { contentDir, port } = readSettings();
  refuseNoFolder(contentDir);
  const { content, findings, count } = checkNamed(contentDir, [id]);
  if (!content.corpus.ids.has(id)) throw new SettingsError(`没有“${id}”这份公告。写文件名，不带 .md。`);
  if (findings.length > 0) process.stdout.write(printed(findings, content, contentDir, count));
  if (!isPublishable(findings)) return 1;
  const dir = join(import.meta.dirname, '../../.cache/preview');
  const exitCode = await build(contentDir, id, dir);
  if (exitCode !== 0) return exitCode;
  const show = (url: string): void => {
    const address = url + announcementPath(id);
    console.log(`这份公告：${address}`);
    if (open && process.stdout.isTTY) openBrowser(address);
  };
  return serveUntilStopped({ dir, base: servedBase(), port }, show, startAnywhere);
}

/** Builds in a process of its own: the content of a process is loaded once, and here it is another folder's. */
async function build(contentDir: string, id: string, outDir: string): Promise<number> {
  const trial = new Trial(contentDir, new Set([id]));
  try {
    return await runUnder(findPinnedNode(), ['build', '--trial'], {
      CONTENT_DIR: trial.folder,
      OUT_DIR: outDir,
    });
  } finally {
    trial.remove();
  }
}
