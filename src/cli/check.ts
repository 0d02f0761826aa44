import { relative, sep } from 'node:path';
import { check, isPublishable, type CheckedContent } from '../core/check.ts';
import type { Recall } from '../core/check/published.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import { loadSite } from '../core/corpus/load.ts';
import { CODES, type Diagnostic } from '../core/diagnostic.ts';
import { MOST_SHOWN, summary, toJson, toSarif, toText } from '../core/report.ts';
import { explain } from '../core/rules/explain.ts';
import { checkApprovals } from '../office/approvals/approvals.ts';
import { readSettings, settingsFor, SettingsError } from '../settings.ts';
import { checkChanged, isWorthRemembering } from './changed-check.ts';
import { refuseNoFolder } from './content-dir.ts';
import { lineReader } from './lines.ts';
import { findNamed, refuseEmpty } from './named.ts';
import { formatOf, readOptions } from './options.ts';
import { PublishedList } from './published.ts';
import { checkStaged } from './staged.ts';

const usage = `用法：npm run check -- [文件或标识 …] [--format text|json|sarif] [--all] [--staged] [--full] [--paranoid] [--explain 代码] [--approvals 甲..乙]

  不写文件时检查全部内容。写了文件或公告标识，只列出它们的问题；不在内容文件夹里的不能检查。
  --format   text 给人看；json 给程序用；sarif 供代码评审工具在出错的行旁显示
  --all      提醒和说明也全部列出；不写时最多列出 ${MOST_SHOWN} 处，错误总是全部列出
  --staged   只检查将要提交的公告（提交前自动运行的就是它，见 npm run hooks）
  --full     全部重看；公告多的时候，平常只看有改动的和受影响的，结果一样
  --paranoid 不信文件的修改时间，逐个读一遍再决定哪些有改动
  --explain  解释一个代码，例如 --explain F104
  --approvals 从甲到乙的每一次改动，有没有按“审核级数”审核过，例如 main~1..main
  结束时给别的程序的数字：0 没有错误，1 有错误，2 没能检查。`;

const FORMATS = ['text', 'json', 'sarif'] as const;

/** `npm run check`: prints every finding and returns 0 when nothing stands against publication, 1 otherwise. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) return say(usage);
  if (options.explain !== undefined) return sayWhat(options.explain);
  const settings = readSettings();
  const { contentDir } = settings;
  if (options.approvals !== undefined) return sayApprovals(contentDir, options.approvals);
  refuseNoFolder(contentDir);
  if (options.staged) return checkStagedAlone(contentDir, options);
  const list = new PublishedList(settings);
  const site = loadSite(contentDir);
  if (options.paths.length === 0 && isWorthRemembering(contentDir)) {
    const checked = checkChanged(settings, site, list, options);
    process.stdout.write(written(options, { ...checked, files: 0 }, contentDir));
    if (options.format === 'text') console.log(checked.account);
    return isPublishable(checked.findings) ? 0 : 1;
  }
  const checked = checkNamed(contentDir, options.paths, list.recall);
  process.stdout.write(written(options, checked, contentDir));
  return isPublishable(checked.findings) ? 0 : 1;
}

function checkStagedAlone(contentDir: string, { format, paths }: Options): number {
  if (format === 'text' && paths.length === 0) return checkStaged(contentDir);
  throw new SettingsError('--staged 检查将要提交的公告，不能再写文件或者 --format。');
}

function written(
  { format, all }: Options,
  { findings, count, files }: Omit<Checked, 'content'>,
  contentDir: string,
): string {
  if (format === 'json') return toJson(findings);
  if (format === 'sarif') return toSarif(findings, inRepository(contentDir));
  return textOf(findings, contentDir, summary(findings, count, files), all ? Infinity : MOST_SHOWN);
}

/** The content folder's path as a review tool sees it; a folder outside the project goes by its usual name. */
function inRepository(contentDir: string): string {
  const path = relative('.', contentDir).split(sep).join('/');
  return path === '' || path.startsWith('../') ? 'content' : path;
}

/** The text of all findings with a closing line, the same for the command and the build. */
export const printed = (
  findings: readonly Diagnostic[],
  content: CheckedContent,
  contentDir: string,
  count = content.corpus.ids.size,
): string => textOf(findings, contentDir, summary(findings, count), MOST_SHOWN);

function textOf(findings: readonly Diagnostic[], contentDir: string, closing: string, most: number): string {
  const text = toText(findings, lineReader(contentDir), most);
  return `${text}${text && '\n'}${closing}\n`;
}

type Options = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, usage, {
    format: { type: 'string', default: 'text' },
    all: { type: 'boolean', default: false },
    staged: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    paranoid: { type: 'boolean', default: false },
    explain: { type: 'string' },
    approvals: { type: 'string' },
  });
  return { ...values, format: formatOf(values.format, FORMATS), paths: positionals };
}

/** The present moment of a site; a sample stands at its own. */
const nowOf = (site: Parameters<typeof settingsFor>[1]): string => settingsFor(readSettings(), site).now;

/** Checks all, or no more than the named files, folders and ids need; against what was published where `recall` knows it. */
export function checkNamed(contentDir: string, names: readonly string[], recall?: Recall): Checked {
  if (names.length === 0) {
    const content = check(contentDir, undefined, inspectAttachments, recall, nowOf);
    return { content, findings: content.findings, count: content.corpus.ids.size, files: 0 };
  }
  const wanted = names.map((name) => findNamed(name, contentDir));
  const ids = wanted.flatMap(({ id }) => id ?? []);
  const about = ids.length === wanted.length ? new Set(ids) : undefined;
  const content = check(contentDir, about, inspectAttachments, recall, nowOf);
  for (const named of wanted) refuseEmpty(named, content, contentDir);
  const isWanted = (file: string): boolean => wanted.some(({ matches }) => matches(file));
  return {
    content,
    findings: content.findings.filter(({ file }) => isWanted(file)),
    count: content.corpus.files.filter(isWanted).length,
    files: wanted.some(({ isAll }) => isAll) ? 0 : content.corpus.settings.filter(isWanted).length,
  };
}

/** What a run has found of what it was asked about. */
interface Checked {
  content: CheckedContent;
  findings: readonly Diagnostic[];
  /** Announcements looked at. */
  count: number;
  /** Files of settings and pages looked at because they were named. */
  files: number;
}

/** A paragraph for each change that was not approved; 1 where there is one. */
function sayApprovals(contentDir: string, range: string): number {
  const { looked, unapproved, losses } = checkApprovals(contentDir, range);
  for (const line of losses) console.error(`✗ ${line}`);
  for (const { commit, why } of unapproved) {
    const { author, subject } = commit;
    console.error(`✗ ${commit.commit.slice(0, 10)} ${author.name}：${subject}`);
    for (const line of why) console.error(`  ${line}`);
  }
  if (unapproved.length > 0) console.error('请在办事台送审，由同事审核通过；不要直接改公告的文件。');
  if (unapproved.length + losses.length > 0) return 1;
  return say(`✓ 改动公告的 ${looked} 次都按要求审核过。`);
}

function sayWhat(code: string): number {
  const name = code.toUpperCase();
  if (!Object.hasOwn(CODES, name))
    throw new SettingsError(`没有 ${code} 这个代码。代码写在每条结果的开头，例如 F104。`);
  return say(explain(name));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
