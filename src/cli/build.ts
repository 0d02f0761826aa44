import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { ledgerQuestions } from '../build/ledger.ts';
import type { Changes } from '../build/update.ts';
import { censusIn, type Census, type Dated } from '../build/census.ts';
import { printStart } from '../core/announcement/instant.ts';
import { isPublishable } from '../core/check.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { loadCorpus } from '../core/corpus/load.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { readSettings, SettingsError, type Settings } from '../settings.ts';
import type { LoadedContent } from '../site/content.ts';
import { stubsLeftOut } from '../site/old-addresses.ts';
import { PROJECT, whileNoBuild } from './build-lock.ts';
import { printed } from './check.ts';
import { openParts, Parts } from '../build/parts.ts';
import { buildChanged } from './build/changed.ts';
import { pageBundle } from './build/bundle.ts';
import { goalOf, GOAL_OPTIONS, WHOLE_SITE, type Goal } from './build/goal.ts';
import { openMemory, whyWhole, type Memory } from './build/memory.ts';
import { buildPart, groundOf, placeForPart } from './build/part.ts';
import { readChanged, readWhole } from './build/reading.ts';
import { step, type Run } from './build/run.ts';
import { releaseOfSame } from './build/same-content.ts';
import { buildWhole } from './build/whole.ts';
import { readOptions } from './options.ts';
import { PublishedList } from './published.ts';
import { putBack } from './switch.ts';
import { findTarget, siteNameIn, type Target } from './target.ts';

export const BUILD_OPTIONS = {
  compress: { type: 'boolean', default: false },
  trial: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
} as const;

const usage = `用法：npm run build -- [--full] [--compress] [--trial]
      npm run build -- --years 2019,2020 --part <文件夹>
      npm run build -- --merge <文件夹> …

  检查内容，生成网站到 dist/（或 OUT_DIR 写明的文件夹）；有错误时不生成，原来的网站不动。
  只重新生成有变化的部分，结果和全部重新生成的一样；第一次、程序升级以后、设置改动以后全部生成。
  --full      全部重新生成；内容、程序和时刻都和上一次一样的，说明结果是不是也一样
  --compress  给文本文件各写一份 .gz 和 .br
  --trial     只在本机看看，不算发布，不记入发布清单，每次全部生成
  --years 2019,2020 --part <文件夹>   只生成这些年份的，放进文件夹，给 --merge 用；网站不动
  --merge <文件夹> …                  用几台机器各自生成的部分合成网站，其余的现在生成`;

/**
 * `npm run build`: checks the content and brings the site up to it. What nothing has changed is left as it is; where it
 * is not known what the site was made from, all of it is built beside the present one and switched in when it is whole.
 * With `--compress` it writes `.gz` and `.br` beside the text files. Until the end the present site stays untouched.
 * Builds of one checkout wait for each other. Returns 0 when the new site is in place, 1 on errors in content. What is
 * built to be looked at on this machine, by `npm start` or with `--trial`, is not published: it is neither held against
 * the list of what was published nor written down in it. With `--part` it makes what belongs to some years, and with
 * `--merge` a site of such parts.
 * @throws {SettingsError} when the folder for the site holds anything else
 */
export async function run(args: readonly string[], isServed = false): Promise<number> {
  const { values, positionals } = readOptions(args, usage, { ...BUILD_OPTIONS, ...GOAL_OPTIONS });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const goal = goalOf(values, positionals, usage);
  const built = await build({ ...values, goal, isServed }, readSettings());
  return built.isBuilt ? 0 : 1;
}

/** What a build came to. */
export interface Built {
  /** Whether the site is the new one; the old one stays where the content has errors. */
  readonly isBuilt: boolean;
  readonly findings: readonly Diagnostic[];
  /** When the next announcement is to appear that is left out until its time; undefined where none is. */
  readonly next?: string | undefined;
}

/** How a site is built. */
interface Building {
  readonly goal?: Goal;
  readonly compress?: boolean;
  readonly trial?: boolean;
  readonly full?: boolean;
  readonly isServed?: boolean;
  /** Registers what is published, when nothing stands against it and before it is made. */
  readonly register?: (published: readonly Entry[]) => Promise<void>;
}

/**
 * Builds the site of a content folder and says meanwhile what it does.
 * @throws {SettingsError} when the folder for the site holds anything else
 */
export async function build(
  { goal = WHOLE_SITE, compress = false, trial = false, full = false, isServed = false, register }: Building,
  settings: Settings,
): Promise<Built> {
  const started = performance.now();
  if (!existsSync(settings.contentDir))
    throw new SettingsError(`找不到内容文件夹 ${settings.contentDir}。请核对 CONTENT_DIR。`);
  const target = goal.part
    ? placeForPart(goal.part.folder, settings.contentDir)
    : findTarget({ ...settings, project: PROJECT });
  const list = trial || isServed ? undefined : new PublishedList(settings);
  return whileNoBuild(async () => {
    // What is looked at once is not worth remembering.
    const memory =
      trial || goal.part ? undefined : openMemory(settings, target, { isPublished: !isServed, compress });
    try {
      return await buildInto({ target, list, compress, started }, memory, { ...goal, full, register });
    } finally {
      memory?.state.close();
    }
  });
}

async function buildInto(
  run: Run,
  memory: Memory | undefined,
  { full = false, part, parts, register }: Goal & Pick<Building, 'full' | 'register'>,
): Promise<Built> {
  const { target } = run;
  if (putBack(target)) console.log('上一次生成在切换时中断了，已放回原来的网站。');
  const why = full || parts.length > 0 || !memory ? '' : whyWhole(memory, run);
  if (why) console.log(`没有可沿用的记录（${why}），这一次全部重新生成。`);
  const served = full && memory ? releaseOfSame(memory, run) : undefined;
  step('检查内容');
  const { content, ...read } = why === undefined ? readChanged(run, memory!) : readWhole(run, memory);
  const { corpus, findings, settings, edition } = content;
  process.stdout.write(printed(findings, content, settings.contentDir));
  if (!isPublishable(findings)) {
    console.error('没有生成网站，原来的网站没有改动。改好上面的错误再运行一次。');
    return { isBuilt: false, findings };
  }
  await register?.(publishedIn(content, read.changes !== undefined));
  const changes = withLedger(read.changes, memory, settings.contentDir);
  const census = memory ? censusIn(memory.state.database, settings.now) : censusOf(content);
  tellEarly(census);
  tellWaiting(census);
  tellStubs(content);
  tellStranger(target, corpus.site?.siteName ?? '');
  if (parts.length > 0) step('核对各个部分');
  const merged = parts.length > 0 ? openParts(parts, groundOf(content)) : new Parts([]);
  const subject = { content, bundle: await pageBundle(edition) };
  if (part) await buildPart(run, subject, part.years);
  else if (changes) await buildChanged(run, subject, memory!, changes);
  else await buildWhole(run, subject, memory, merged, served);
  if (part) tellPart(run, part.years);
  else tellDone(run, census, changes !== undefined);
  const [next] = census.waiting.map(({ publishedAt }) => publishedAt).toSorted();
  return { isBuilt: true, findings, next };
}

/** The ledger has other answers too where it has grown. */
function withLedger(
  changes: Changes | undefined,
  memory: Memory | undefined,
  contentDir: string,
): Changes | undefined {
  const grown = memory ? ledgerQuestions(memory.state, contentDir) : [];
  return changes && { ...changes, questions: new Set([...changes.questions, ...grown]) };
}

/** What is published and may not be registered: what was looked at, and of a whole archive all. */
function publishedIn({ corpus, waiting, settings }: LoadedContent, isChanged: boolean): readonly Entry[] {
  const isAll = corpus.entries.length + waiting.length >= corpus.ids.size;
  if (isChanged || isAll) return corpus.entries;
  // It was read part by part.
  const left = new Set(waiting.map(({ id }) => id));
  return loadCorpus(settings.contentDir).entries.filter(({ id }) => !left.has(id));
}

/** Where everything was read, and nothing is remembered. */
const censusOf = ({ corpus: { entries }, settings, waiting }: LoadedContent): Census => ({
  count: entries.length,
  early: entries.map(datedOf).filter(({ publishedAt }) => publishedAt > settings.now),
  waiting: waiting.map(datedOf),
});

const datedOf = ({ id, announcement: { publishedAt } }: Entry): Dated => ({
  id,
  publishedAt,
});

function tellPart({ target, started }: Run, years: readonly string[]): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`完成：${years.join('、')} 年，用时 ${seconds} 秒，在 ${relative('.', target.site)}/`);
  console.log('合成网站用 npm run build -- --merge，后面写各个部分的文件夹');
}

function tellDone({ target, started }: Run, { count }: Census, isChanged: boolean): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const folder = `${relative('.', target.site) || '.'}/`;
  console.log(`完成：${count} 份公告，用时 ${seconds} 秒，网站在 ${folder}`);
  if (isChanged) console.log('全部重新生成用 npm run build -- --full');
}

/**
 * Says which announcements state a time of publication that has not come: they go out now all the same, since a
 * wrong clock must never make a published announcement vanish.
 */
function tellEarly({ early }: Census): void {
  if (early.length === 0) return;
  const names = early.slice(0, 5).map(printDated);
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
function tellWaiting({ waiting }: Census): void {
  if (waiting.length === 0) return;
  const names = waiting.map(printDated);
  console.log(
    `定时：${waiting.length} 份公告还没有到发布时间，这一次没有发布，到时候再生成一次：${names.join('、')}`,
  );
}

const printDated = ({ id, publishedAt }: Dated): string => `${id}（${printStart(publishedAt)}）`;

/** Another site's content may be built here on purpose; who has mistaken one folder for another reads it at once. */
function tellStranger({ site }: Target, name: string): void {
  const before = siteNameIn(site);
  if (before !== undefined && before !== name)
    console.log(`提醒：${site} 里原来是“${before}”，生成以后换成“${name}”。`);
}
