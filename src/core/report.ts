import type { Diagnostic, Severity, Span } from './diagnostic.ts';
import { block, SEVERITY } from './report/block.ts';
import type { PrintableLine } from './report/frame.ts';
import { harmless, onOneLine } from './report/harmless.ts';

export { columnsOf } from './report/columns.ts';
export { harmless } from './report/harmless.ts';
export { idOf, nameOf } from './report/name.ts';
export { toSarif } from './report/sarif.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings other than errors shown of one run, so that they do not bury the errors; the rest are counted. */
export const MOST_SHOWN = 50;

/** Gives a line of a file of the content folder as it was written; nothing where there is none. */
type SourceLine = (file: string, line: number) => string | undefined;

/**
 * The text a clerk reads: every error first, then no more than `most` others. A finding takes no more than a screen of
 * 24 rows. `lineOf` gives the lines for the frames; no frame where it gives nothing.
 */
export function toText(findings: readonly Diagnostic[], lineOf: SourceLine, most = MOST_SHOWN): string {
  const [errors, others] = bySeverity(findings);
  const printable = printableLines(lineOf);
  const blocks = [...errors, ...others.slice(0, most)].map((finding) => block(finding, printable));
  const rest = others.slice(most);
  if (rest.length > 0) blocks.push(restText(rest));
  return blocks.join('\n');
}

function bySeverity(findings: readonly Diagnostic[]): [readonly Diagnostic[], readonly Diagnostic[]] {
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const others = findings.filter((finding) => !isError(finding));
  return [
    findings.filter(isError),
    others.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)),
  ];
}

const restText = (rest: readonly Diagnostic[]): string =>
  `还有${counted(rest)}没有列出；错误都已经列出。要看全部：npm run check -- --all，或者 --format json\n`;

/** Of each kind how many there are, `错误 1 处，提醒 3 处`. */
const counted = (findings: readonly Diagnostic[]): string =>
  ORDER.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${SEVERITY[severity]} ${count} 处`)
    .join('，');

/** Makes lines harmless, each once: a line of 100 KB can hold thousands of findings. */
function printableLines(lineOf: SourceLine): PrintableLine {
  const known = new Map<string, readonly string[] | undefined>();
  return (file, line) => {
    const key = `${line} ${file}`;
    if (!known.has(key)) {
      const source = lineOf(file, line);
      known.set(key, source === undefined ? undefined : [...onOneLine(harmless(source))]);
    }
    return known.get(key);
  };
}

/** One line that sums up a run over so many announcements, and files of settings and pages where it was asked about these. */
export function summary(findings: readonly Diagnostic[], announcements: number, files = 0): string {
  const parts = [
    announcements > 0 || files === 0 ? `${announcements} 份公告` : '',
    files > 0 ? `${files} 个设置或者页面文件` : '',
  ];
  const looked = parts.filter(Boolean).join('、');
  if (findings.length === 0) return `${looked}，没有发现问题。`;
  const stands = findings.some(({ severity }) => severity === 'error');
  return `${looked}，${counted(findings)}。${stands ? '有错误的不能发布。' : '可以发布。'}`;
}

/** The findings for machines: codes, places and words, without frames. */
export const toJson = (findings: readonly Diagnostic[]): string =>
  `${JSON.stringify(
    findings.map(
      ({
        code,
        severity,
        file,
        line,
        column,
        length,
        field,
        message,
        help,
        fix,
        example,
        citation,
        labels = [],
      }) => ({
        code,
        severity,
        file: harmless(file),
        line,
        column,
        length,
        field: field === undefined ? null : harmless(field),
        message: harmless(message),
        help: wordsOrNull(help ?? fix),
        fix: wordsOrNull(fix),
        example: wordsOrNull(example),
        citation: citation ?? null,
        labels: labels.map((label) => ({ ...spanOf(label), text: harmless(label.text) })),
      }),
    ),
    undefined,
    2,
  )}\n`;

const wordsOrNull = (text: string | undefined): string | null => (text === undefined ? null : harmless(text));

const spanOf = ({ line, column, length }: Span): Span => ({ line, column, length });
