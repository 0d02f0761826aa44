import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { check, isPublishable, type CheckedContent } from '../core/check.ts';
import type { Recall } from '../core/check/published.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import { CODES, type Diagnostic } from '../core/diagnostic.ts';
import { idOf, summary, toJson, toSarif, toText } from '../core/report.ts';
import { explain } from '../core/rules/explain.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { formatOf, readOptions } from './options.ts';
import { PublishedList } from './published.ts';
import { checkStaged } from './staged.ts';

const usage = `用法：npm run check -- [文件或标识 …] [--format text|json|sarif] [--staged] [--explain 代码]

  不写文件时检查全部内容。写了文件或公告标识，只列出它们的问题。
  --format   text 给人看；json 给程序用；sarif 供代码评审工具在出错的行旁显示
  --staged   只检查将要提交的公告（提交前自动运行的就是它，见 npm run hooks）
  --explain  解释一个代码，例如 --explain F104
  退出码：0 没有错误，1 有错误，2 没能检查。`;

const FORMATS = ['text', 'json', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

/** `npm run check`: prints every finding and returns 0 when nothing stands against publication, 1 otherwise. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) return say(usage);
  if (options.explain !== undefined) return sayWhat(options.explain);
  const settings = readSettings();
  const { contentDir } = settings;
  if (!existsSync(contentDir))
    throw new SettingsError(`找不到内容文件夹 ${contentDir}。请核对 CONTENT_DIR。`);
  if (options.staged) return checkStaged(contentDir);
  const { findings, content, count } = checkNamed(
    contentDir,
    options.paths,
    new PublishedList(settings).recall,
  );
  process.stdout.write(written(options.format, findings, content, contentDir, count));
  return isPublishable(findings) ? 0 : 1;
}

function written(
  format: Format,
  findings: readonly Diagnostic[],
  content: CheckedContent,
  contentDir: string,
  count: number,
): string {
  if (format === 'json') return toJson(findings);
  if (format === 'sarif') return toSarif(findings, inRepository(contentDir));
  return printed(findings, content, contentDir, count);
}

/** The content folder's path as a review tool sees it; a folder outside the project goes by its usual name. */
function inRepository(contentDir: string): string {
  const path = relative('.', contentDir).split(sep).join('/');
  return path === '' || path.startsWith('../') ? 'content' : path;
}

/** The text of all findings with a closing line, the same for the command and the build. */
export function printed(
  findings: readonly Diagnostic[],
  content: CheckedContent,
  contentDir: string,
  count = content.corpus.ids.size,
): string {
  const text = toText(findings, lineReader(contentDir));
  return `${text}${text && '\n'}${summary(findings, count)}\n`;
}

/** Gives lines of the files of a folder, reading each file once. */
export function lineReader(contentDir: string): (file: string, line: number) => string | undefined {
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    if (!lines.has(file)) lines.set(file, linesOf(join(contentDir, file)));
    return lines.get(file)![line - 1];
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).split(/\r\n?|\n/u);
  } catch {
    return [];
  }
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, usage, {
    format: { type: 'string', default: 'text' },
    staged: { type: 'boolean', default: false },
    explain: { type: 'string' },
  });
  return { ...values, format: formatOf(values.format, FORMATS), paths: positionals };
}

type Matches = (file: string) => boolean;

/** Checks all, or no more than the named files, folders and ids need; against what was published where `recall` knows it. */
export function checkNamed(
  contentDir: string,
  names: readonly string[],
  recall?: Recall,
): { content: CheckedContent; findings: readonly Diagnostic[]; count: number } {
  if (names.length === 0) {
    const content = check(contentDir, undefined, inspectAttachments, recall);
    return { content, findings: content.findings, count: content.corpus.ids.size };
  }
  const wanted = names.map((name) => matcherOf(name, contentDir));
  const matches: Matches = (file) => wanted.some((one) => one.matches(file));
  const ids = wanted.map(({ id }) => id);
  const about = ids.every((id) => id !== undefined) ? new Set(ids) : undefined;
  const content = check(contentDir, about, inspectAttachments, recall);
  const found = content.findings.filter(({ file }) => matches(file));
  // Of a published announcement that is gone its id is all there is, and that it is gone has been found.
  const missing = names.find(
    (name, index) =>
      ids[index] === name && !content.corpus.ids.has(name) && !found.some(({ file }) => idOf(file) === name),
  );
  if (missing !== undefined) throw new SettingsError(`没有“${missing}”这个文件或者公告。`);
  const read = [...content.corpus.entries, ...content.corpus.unreadable];
  return {
    content,
    findings: found,
    count: read.filter(({ file }) => matches(file)).length,
  };
}

/** Which files a name on the command line means, and the one announcement, where it is one. */
function matcherOf(name: string, contentDir: string): { matches: Matches; id?: string } {
  const path = [resolve(name), resolve(contentDir, name)].find((candidate) => existsSync(candidate));
  if (path === undefined) return { matches: (file) => idOf(file) === name, id: name };
  const inside = relative(contentDir, path).split(sep).join('/');
  const matches: Matches = (file) => inside === '' || file === inside || file.startsWith(`${inside}/`);
  const id = idOf(inside);
  return id === undefined ? { matches } : { matches, id };
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
