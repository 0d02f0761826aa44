import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { printStart } from '../core/announcement/instant.ts';
import { isPublishable } from '../core/check.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { loadContent, type LoadedContent } from '../site/content.ts';
import { stubsLeftOut } from '../site/old-addresses.ts';
import { PROJECT, whileNoBuild } from './build-lock.ts';
import { printed } from './check.ts';
import { compressFiles } from './compress.ts';
import { readOptionsAlone } from './options.ts';
import { PublishedList } from './published.ts';
import { bring, putBack, switchIn } from './switch.ts';
import { findTarget, mark, removeOwn, siteNameIn, type Target } from './target.ts';
import { verifyItems, verifyPages, verifyScreens } from './verify.ts';

export const BUILD_OPTIONS = {
  compress: { type: 'boolean', default: false },
  trial: { type: 'boolean', default: false },
} as const;

const usage = `用法：npm run build -- [--compress] [--trial]

  检查内容，生成网站到 dist/（或 OUT_DIR 写明的文件夹）；有错误时不生成，原来的网站不动。
  --compress  给文本文件各写一份 .gz 和 .br
  --trial     只在本机看看，不算发布，不记入发布清单`;

/**
 * `npm run build`: checks the content, builds the site beside the present one and switches it in when it is whole.
 * With `--compress` it writes `.gz` and `.br` beside the text files. Until the switch the present site stays untouched.
 * Builds of one checkout wait for each other, since they share Astro's folders. Returns 0 when the new site is in
 * place, 1 on errors in content. What is built to be looked at on this machine, by `npm start` or with `--trial`, is not
 * published: it is neither held against the list of what was published nor written down in it.
 * @throws {SettingsError} when the folder for the site holds anything else
 */
export async function run(args: readonly string[], isServed = false): Promise<number> {
  const { help, compress, trial } = readOptionsAlone(args, usage, BUILD_OPTIONS);
  if (help) {
    console.log(usage);
    return 0;
  }
  const started = performance.now();
  const settings = readSettings();
  if (!existsSync(settings.contentDir))
    throw new SettingsError(`找不到内容文件夹 ${settings.contentDir}。请核对 CONTENT_DIR。`);
  const target = findTarget({ ...settings, project: PROJECT });
  const list = trial || isServed ? undefined : new PublishedList(settings);
  return whileNoBuild(() => buildInto(target, list, compress, started));
}

async function buildInto(
  target: Target,
  list: PublishedList | undefined,
  compress: boolean,
  started: number,
): Promise<number> {
  if (putBack(target)) console.log('上一次生成在切换时中断了，已放回原来的网站。');
  step('检查内容');
  const content = loadContent(inspectAttachments, list?.recall);
  const { corpus, findings, settings } = content;
  process.stdout.write(printed(findings, content, settings.contentDir));
  if (!isPublishable(findings)) {
    console.error('没有生成网站，原来的网站没有改动。改好上面的错误再运行一次。');
    return 1;
  }
  tellEarly(content);
  tellWaiting(content);
  tellStubs(content);
  const name = corpus.site?.siteName ?? '';
  tellStranger(target, name);
  // In the project: Astro renames out of its own folders, which cannot be done to another disk.
  const built = join(PROJECT, '.cache/build');
  removeOwn(built);
  try {
    step(`生成网页和检索（${corpus.entries.length} 份公告）`);
    await buildPages(built);
    step('核对网页和屏幕');
    verifyPages(built, corpus.entries);
    verifyItems(built, corpus.disclosure);
    verifyScreens(built, corpus.screens);
    if (compress) {
      step('压缩');
      console.log(`${await compressFiles(built)} 个文件各有 .gz 和 .br`);
    }
    mark(built, name);
    step('切换');
    bring(built, target);
    switchIn(target);
    list?.keep(content, settings.contentDir);
  } finally {
    removeOwn(built);
    removeOwn(target.staging);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `完成：${corpus.entries.length} 份公告，用时 ${seconds} 秒，网站在 ${relative('.', target.site) || '.'}/`,
  );
  return 0;
}

const step = (words: string): void => console.log(`› ${words}`);

/**
 * Says which announcements state a time of publication that has not come: they go out now all the same, since a
 * wrong clock must never make a published announcement vanish.
 */
function tellEarly({ corpus, settings }: LoadedContent): void {
  const early = corpus.entries.filter(({ announcement }) => announcement.publishedAt > settings.now);
  if (early.length === 0) return;
  const names = early
    .slice(0, 5)
    .map(({ id, announcement }) => `${id}（${printStart(announcement.publishedAt)}）`);
  console.log(
    `提醒：${early.length} 份公告的发布时间还没到，生成后马上就能看到：${names.join('、')}${early.length > 5 ? ' 等' : ''}`,
  );
}

/** Says that old addresses have no pages of their own, where nothing says whether they should. */
function tellStubs({ edition }: LoadedContent): void {
  const count = stubsLeftOut(edition);
  if (count === 0) return;
  console.log(
    `提醒：旧网址有 ${count} 个，没有在原来的位置上各放一个网页，由服务器的转址规则（/redirects/）和出错页转过去。主机不能写规则的，在 content/site.yaml 写“旧网址网页: 是”；写“否”就不再提醒。`,
  );
}

/** Says which announcements wait for their time by 定时, and when that is. */
function tellWaiting({ waiting }: LoadedContent): void {
  if (waiting.length === 0) return;
  const names = waiting.map(({ id, announcement }) => `${id}（${printStart(announcement.publishedAt)}）`);
  console.log(
    `定时：${waiting.length} 份公告还没有到发布时间，这一次没有发布，到时候再生成一次：${names.join('、')}`,
  );
}

/** Another site's content may be built here on purpose; who has mistaken one folder for another reads it at once. */
function tellStranger({ site }: Target, name: string): void {
  const before = siteNameIn(site);
  if (before !== undefined && before !== name)
    console.log(`提醒：${site} 里原来是“${before}”，生成以后换成“${name}”。`);
}

async function buildPages(outDir: string): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  // Astro prints a line a page below this level.
  await build({ outDir, logLevel: 'warn' });
}
