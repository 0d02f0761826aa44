import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { check, isPublishable, type CheckedContent } from '../core/check.ts';
import { codeOf, CODES, type Diagnostic } from '../core/diagnostic.ts';
import { summary, toJson, toText } from '../core/report.ts';
import { readSettings, SettingsError } from '../settings.ts';

const usage = `用法：npm run check -- [文件或标识 …] [--format text|json] [--explain 代码]

  不写文件时检查全部内容。写了文件或公告标识，只列出它们的问题。
  退出码：0 没有错误，1 有错误，2 没能检查。`;

/** `npm run check`: prints every finding and returns 0 when nothing stands against publication, 1 otherwise. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) return say(usage);
  if (options.explain !== undefined) return explain(options.explain);
  const { contentDir } = readSettings();
  if (!existsSync(contentDir)) throw new SettingsError(`找不到内容文件夹 ${contentDir}。请核对 CONTENT_DIR。`);
  const content = check(contentDir);
  const findings = options.paths.length === 0 ? content.findings : only(content, options.paths, contentDir);
  process.stdout.write(options.format === 'json' ? toJson(findings) : printed(findings, content, contentDir));
  return isPublishable(findings) ? 0 : 1;
}

/** The text of all findings with a closing line, the same for the command and the build. */
export function printed(findings: readonly Diagnostic[], content: CheckedContent, contentDir: string): string {
  const lines = new Map<string, readonly string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    if (!lines.has(file)) lines.set(file, linesOf(join(contentDir, file)));
    return lines.get(file)![line - 1];
  };
  const text = toText(findings, lineOf);
  return `${text}${text && '\n'}${summary(findings, content.corpus.ids.size)}\n`;
}

function linesOf(path: string): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).split(/\r\n?|\n/u);
  } catch {
    return [];
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        explain: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (!['text', 'json'].includes(values.format)) {
      throw new SettingsError(`没有“${values.format}”这种格式。可用：text、json`);
    }
    return { ...values, paths: positionals };
  } catch (cause) {
    if (cause instanceof SettingsError) throw cause;
    throw new SettingsError(`看不懂这些参数。\n\n${usage}`, { cause });
  }
}

/** The findings of the named files, folders or ids. */
function only({ corpus, findings }: CheckedContent, names: readonly string[], contentDir: string): readonly Diagnostic[] {
  const wanted = names.map((name) => {
    if (corpus.ids.has(name)) return (file: string) => file.includes(`/${name}.md`) || file.includes(`/${name}/`);
    const path = [resolve(name), resolve(contentDir, name)].find((candidate) => existsSync(candidate));
    if (path === undefined) throw new SettingsError(`没有“${name}”这个文件或者公告。`);
    const inside = relative(contentDir, path).split(sep).join('/');
    return (file: string) => inside === '' || file === inside || file.startsWith(`${inside}/`);
  });
  return findings.filter(({ file }) => wanted.some((matches) => matches(file)));
}

function explain(code: string): number {
  const name = code.toUpperCase();
  if (!Object.hasOwn(CODES, name)) throw new SettingsError(`没有 ${code} 这个代码。代码写在每条结果的开头，例如 F104。`);
  return say(`${name}\n\n  ${codeOf(name).why}`);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
