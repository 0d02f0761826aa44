import { eastAsianWidth } from 'get-east-asian-width';
import { codeOf, type Diagnostic, type Label, type Severity } from './diagnostic.ts';
import { harmless } from './report/harmless.ts';

export { harmless } from './report/harmless.ts';
export { toSarif } from './report/sarif.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

/** Findings shown of one run; the rest are counted, so that a spoiled folder does not bury the first lines. */
const MOST_SHOWN = 50;

/** Columns that a text takes on a terminal: a Chinese character is two. Controls take none and are not printed. */
export const columnsOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!, { ambiguousAsWide: true });
  return width;
};

/** The text a clerk reads. `lineOf` gives a line of a file, for the frame; no frame where it gives nothing. */
export function toText(
  findings: readonly Diagnostic[],
  lineOf: (file: string, line: number) => string | undefined,
): string {
  const shown = findings.slice(0, MOST_SHOWN);
  const blocks = shown.map((finding) => block(finding, lineOf));
  const rest = findings.length - shown.length;
  if (rest > 0) blocks.push(`还有 ${rest} 处没有列出，改好上面的再检查一次。\n`);
  return blocks.join('\n');
}

/** One line that sums up a run. */
export function summary(findings: readonly Diagnostic[], announcements: number): string {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  if (findings.length === 0) return `${announcements} 份公告，没有发现问题。`;
  const parts = (['error', 'warning', 'info'] as const).filter((severity) => count(severity) > 0);
  const counted = parts.map((severity) => `${SEVERITY[severity]} ${count(severity)} 处`).join('，');
  return `${announcements} 份公告，${counted}。${count('error') > 0 ? '有错误的不能发布。' : '可以发布。'}`;
}

/** The findings for machines: codes, places and words, without frames. */
export const toJson = (findings: readonly Diagnostic[]): string =>
  `${JSON.stringify(
    findings.map(({ code, severity, file, line, column, field, message, help, citation }) => ({
      code,
      severity,
      file: harmless(file),
      line,
      column,
      field: field === undefined ? null : harmless(field),
      message: harmless(message),
      help: help === undefined ? null : harmless(help),
      citation: citation ?? null,
    })),
    undefined,
    2,
  )}\n`;

function block(finding: Diagnostic, lineOf: (file: string, line: number) => string | undefined): string {
  const { code, severity, file, line, column, message, help, citation, labels = [] } = finding;
  const { why, fixable } = codeOf(code);
  const rows = [
    `${SEVERITY[severity]} ${code}  ${harmless(message)}`,
    `  content/${harmless(file)}:${line}:${column}`,
    ...frame(finding, labels, (number) => lineOf(file, number)),
    `  原因  ${why}`,
  ];
  if (citation !== undefined) rows.push(`  依据  ${citation}`);
  if (help !== undefined) rows.push(`  改成  ${harmless(help)}`);
  // A finding that cites the law has a page of its own on the site.
  const page = citation === undefined ? '' : `      网页  /rules/${code}/`;
  const explained = `详解  npm run check -- --explain ${code}${page}`;
  rows.push(
    fixable ? `  代劳  npm run fix -- ${nameOf(harmless(file))}      ${explained}` : `  ${explained}`,
  );
  return `${rows.join('\n')}\n`;
}

/** What a command calls a file by: an announcement by its id, another file by its path. */
export const nameOf = (file: string): string => idOf(file) ?? `content/${file}`;

/** The id of the announcement that a path in the content folder is, lies beside, or is the folder of. */
export const idOf = (file: string): string | undefined =>
  /^announcements\/[^/]+\/[^/]+\/([^/]+?)(?:\.md)?(?:\/.*)?$/u.exec(file)?.[1];

/** Longest line shown in a frame, in columns. */
const FRAME_WIDTH = 96;

function frame(
  finding: Diagnostic,
  labels: readonly Label[],
  lineOf: (line: number) => string | undefined,
): string[] {
  const marks = [{ ...finding, text: '' }, ...labels].toSorted((a, b) => a.line - b.line);
  const gutter = String(marks.at(-1)!.line).length;
  return marks.flatMap((mark) => {
    const source = lineOf(mark.line);
    if (source === undefined) return [];
    const { text, before, marked } = cut(harmless(source), mark.column, mark.length);
    const note = mark.text === '' ? '' : `  ${harmless(mark.text)}`;
    return [
      `  ${String(mark.line).padStart(gutter)} │ ${text}`,
      `  ${' '.repeat(gutter)} │ ${' '.repeat(before)}${'^'.repeat(Math.max(1, marked))}${note}`,
    ];
  });
}

/** Shortens a long line around its guilty part. */
function cut(line: string, column: number, length: number): { text: string; before: number; marked: number } {
  const characters = [...line];
  let start = 0;
  while (
    columnsOf(characters.slice(start, column - 1 + length).join('')) > FRAME_WIDTH - 2 &&
    start < column - 1
  )
    start += 1;
  let end = characters.length;
  while (end > column && columnsOf(characters.slice(start, end).join('')) > FRAME_WIDTH) end -= 1;
  const head = start > 0 ? '…' : '';
  const before = columnsOf(head + characters.slice(start, column - 1).join(''));
  const marked = columnsOf(characters.slice(column - 1, Math.min(end, column - 1 + length)).join(''));
  return {
    text: `${head}${characters.slice(start, end).join('')}${end < characters.length ? '…' : ''}`,
    before,
    marked,
  };
}
