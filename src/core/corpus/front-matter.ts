import matter from 'gray-matter';
import type { Diagnostic } from '../diagnostic.ts';
import { codeOf } from '../diagnostic.ts';
import { encodingFault } from './encoding.ts';
import { meantParts } from './meant-parts.ts';
import type { Split } from './split.ts';

/** The line after the opening fence. */
export const FRONT_MATTER_LINE = 2;

/** Largest announcement, in bytes. A thousand lines of text need a tenth of it. */
export const LARGEST_FILE = 512 * 1024;

/** Builds a diagnostic of a file whose code gives the severity. */
export const diagnostic = (
  file: string,
  code: string,
  rest: Omit<Diagnostic, 'file' | 'code' | 'severity'>,
): Diagnostic => ({
  code,
  severity: codeOf(code).severity,
  file,
  ...rest,
});

/** Says that a file of so many bytes is too large. */
export const tooLarge = (file: string, size: number): Diagnostic =>
  diagnostic(file, 'F115', {
    line: 1,
    column: 1,
    length: 1,
    message: `文件有 ${Math.ceil(size / 1024)} KB，最多 ${LARGEST_FILE / 1024} KB`,
    help: '正文里只写文字和表格，图片、文件作为附件发布',
  });

/** Decodes a file's bytes as UTF-8; other encodings are named where they can be recognised. */
export function decode(file: string, bytes: Uint8Array): { text?: string; findings: readonly Diagnostic[] } {
  if (bytes.length > LARGEST_FILE) return { findings: [tooLarge(file, bytes.length)] };
  const at = { line: 1, column: 1, length: 1 };
  const fault = encodingFault(bytes);
  if (fault) {
    const { code, ...rest } = fault;
    return { findings: [diagnostic(file, code, { ...rest, length: 1 })] };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeff')) return { text: unixLines(text), findings: [] };
  const findings = [
    diagnostic(file, 'F102', {
      ...at,
      message: '文件开头有看不见的记号',
      help: '用记事本打开，“另存为”时编码选“UTF-8”，不要选“带有 BOM 的 UTF-8”',
    }),
  ];
  return { text: unixLines(text.slice(1)), findings };
}

export const unixLines = (text: string): string => text.replace(/\r\n?/gu, '\n');

const refuse = (): never => {
  throw new Error('only the YAML engine is allowed');
};

/** Engines that gray-matter would run by the word behind the fence; some of them execute it. */
const refused = { javascript: refuse, js: refuse, json: refuse, coffee: refuse, toml: refuse };

/**
 * Cuts a file at its fences. The fence is `---` alone on the first line and once more below. Where the fences are at
 * fault, `meant` is what can be checked of the file all the same.
 */
export function split(
  file: string,
  text: string,
): { split?: Split; meant?: Split; findings: readonly Diagnostic[] } {
  const lines = text.split('\n');
  const fault = (code: string, line: number, message: string, help: string) => ({
    meant: meantParts(lines),
    findings: [
      diagnostic(file, code, {
        line,
        column: 1,
        length: Math.max(1, [...(lines[line - 1] ?? '')].length),
        message,
        help,
      }),
    ],
  });
  const opening = lines[0]!.trimEnd();
  if (opening !== '---') {
    if (/^---+\s*\S/u.test(opening))
      return fault('F110', 1, `第一行“---”后面多了“${opening.slice(3).trim()}”`, '---');
    if (/^[－—–]{2,}/u.test(opening))
      return fault('F103', 1, '第一行的短横是中文符号', '---（三个半角短横）');
    const later = lines.findIndex((line) => line.trimEnd() === '---');
    if (later > 0 && lines.slice(0, later).every((line) => line.trim() === '')) {
      return fault('F103', 1, '“---”前面有空行', '删掉空行，让“---”成为第一行');
    }
    return fault('F103', 1, '第一行不是“---”', '---');
  }
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closing < 0)
    return fault('F103', 1, '没有找到结束的“---”，分不清哪里是正文', '写完各栏之后，另起一行写“---”');
  if (lines[closing]!.trimEnd() !== '---') {
    return fault(
      'F103',
      closing + 1,
      '这一行以“---”开头，会被当成各栏的结束',
      '结束的一行只写“---”；内容以短横开头时用半角引号括起来',
    );
  }
  let frontMatter = '';
  const yaml = (source: string): object => {
    frontMatter = source;
    return {};
  };
  // The splitter copies all it is given; the body need not go through it.
  const head = ['---', ...lines.slice(1, closing), '---'].join('\n');
  matter(head, { language: 'yaml', engines: { ...refused, yaml } });
  return {
    split: {
      frontMatter: frontMatter.replace(/^\n/u, ''),
      frontMatterLine: FRONT_MATTER_LINE,
      body: lines.slice(closing + 1).join('\n'),
      bodyLine: closing + 2,
    },
    findings: [],
  };
}
