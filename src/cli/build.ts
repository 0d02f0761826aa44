import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { printInstant } from '../core/announcement/instant.ts';
import { isPublishable } from '../core/check.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import { loadContent, type LoadedContent } from '../site/content.ts';
import { SettingsError } from '../settings.ts';
import { printed } from './check.ts';
import { compressFiles } from './compress.ts';
import { verifyPages, verifyScreens } from './verify.ts';

/**
 * `npm run build`: checks the content, builds the site beside the present one and switches it in when it is whole.
 * With `--compress` it writes `.gz` and `.br` beside the text files. Until the switch the present site stays untouched. Returns 0 when the new site is in place, 1 on errors in content.
 */
export async function run(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const { contentDir } = loadSettings();
  step('检查内容');
  const content = loadContent();
  process.stdout.write(printed(content.findings, content, contentDir));
  if (!isPublishable(content.findings)) {
    console.error('没有生成网站，原来的网站没有改动。改好上面的错误再运行一次。');
    return 1;
  }
  tellEarly(content);
  const { outDir } = content.settings;
  const staging = `${outDir}.staging`;
  await rm(staging, { recursive: true, force: true });
  try {
    step(`生成网页和检索（${content.corpus.entries.length} 份公告）`);
    await buildPages(staging);
    step('核对网页和屏幕');
    verifyPages(staging, content.corpus.entries);
    verifyScreens(staging, content.corpus.displays);
    if (args.includes('--compress')) {
      step('压缩');
      console.log(`${await compressFiles(staging)} 个文件各有 .gz 和 .br`);
    }
    step('切换');
    await switchIn(staging, outDir);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `完成：${content.corpus.entries.length} 份公告，用时 ${seconds} 秒，网站在 ${relative('.', outDir) || '.'}/`,
  );
  return 0;
}

const step = (words: string): void => console.log(`› ${words}`);

function loadSettings(): { contentDir: string } {
  const { settings } = loadContent(inspectAttachments);
  if (!existsSync(settings.contentDir)) {
    throw new SettingsError(`找不到内容文件夹 ${settings.contentDir}。请核对 CONTENT_DIR。`);
  }
  return settings;
}

/**
 * Says which announcements state a time of publication that has not come: they go out now all the same, since a
 * wrong clock must never make a published announcement vanish.
 */
function tellEarly({ corpus, settings }: LoadedContent): void {
  const early = corpus.entries.filter(({ announcement }) => announcement.publishedAt > settings.now);
  if (early.length === 0) return;
  const names = early
    .slice(0, 5)
    .map(({ id, announcement }) => `${id}（${printInstant(announcement.publishedAt)}）`);
  console.log(
    `提醒：${early.length} 份公告的发布时间还没到，生成后马上就能看到：${names.join('、')}${early.length > 5 ? ' 等' : ''}`,
  );
}

async function buildPages(outDir: string): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  // Astro prints a line a page below this level.
  await build({ outDir, logLevel: 'warn' });
}

async function switchIn(staging: string, outDir: string): Promise<void> {
  const previous = `${outDir}.previous`;
  await rm(previous, { recursive: true, force: true });
  if (existsSync(outDir)) await rename(outDir, previous);
  try {
    await rename(staging, outDir);
  } catch (cause) {
    if (existsSync(previous)) await rename(previous, outDir);
    throw new Error('新网站没有切换成功，原来的网站已经放回原处。', { cause });
  }
  await rm(previous, { recursive: true, force: true });
}
