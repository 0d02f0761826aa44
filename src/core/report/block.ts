import { codeOf, type Diagnostic, type Severity } from '../diagnostic.ts';
import { columnsOf, elide } from './columns.ts';
import { frame, SCREEN_COLUMNS, type PrintableLine } from './frame.ts';
import { harmless, onOneLine } from './harmless.ts';
import { nameOf } from './name.ts';

export const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

/** Rows of a small terminal; a finding with the blank line after it takes no more. */
const SCREEN_ROWS = 24;

/** Most rows of a finding's parts; what the others leave of the screen is for the help. */
const ROWS = { message: 3, place: 2, citation: 2, name: 2 };

/** Longest value quoted in a sentence, in columns. */
const LONGEST_QUOTED = 120;

/** What a clerk reads of one finding. */
export function block(finding: Diagnostic, lineOf: PrintableLine): string {
  const { code, severity, file, line, column, message, citation } = finding;
  const head = [
    within(ROWS.message, `${SEVERITY[severity]} ${code}  `, message),
    within(ROWS.place, '  ', `content/${file}`, `:${line}:${column}`),
    ...frame(finding, lineOf),
    `  原因  ${codeOf(code).why}`,
  ];
  if (citation !== undefined) head.push(within(ROWS.citation, '  依据  ', citation));
  const foot = explained(finding);
  const left = SCREEN_ROWS - 1 - rowsOf([...head, foot]);
  return `${[...head, ...remedies(finding, left), foot].join('\n')}\n`;
}

/** What to do, in the rows that are left; an example, set apart from it, keeps one. */
function remedies({ help, fix, example }: Diagnostic, left: number): readonly string[] {
  const told = [fix, help].filter((one) => one !== undefined).join('；');
  const rows = example === undefined || told === '' ? left : left - 1;
  return [
    ...(told === '' ? [] : [within(rows, '  改成  ', told)]),
    ...(example === undefined ? [] : [within(told === '' ? left : 1, '  例如  ', example)]),
  ];
}

/** Whether `npm run fix` writes what is offered: it looks at the fields of a file and at nothing beside it. */
const isWritten = (code: string, fix: string | undefined): boolean =>
  fix !== undefined && code.startsWith('F');

/** Where to read more, and the command that mends it. */
function explained({ code, file, citation, fix }: Diagnostic): string {
  // A finding that cites the law has a page of its own on the site.
  const page = citation === undefined ? '' : `      网页  /rules/${code}/`;
  const more = `详解  npm run check -- --explain ${code}${page}`;
  if (!codeOf(code).fixable && !isWritten(code, fix)) return `  ${more}`;
  const name = harmless(nameOf(file));
  // A name with its middle left out is no name for a command; without one it mends all files.
  const isShort = columnsOf(name) <= columnsIn(ROWS.name);
  return `  代劳  npm run fix${isShort ? ` -- ${onOneLine(name)}` : ''}      ${more}`;
}

/** A sentence in so many rows of the screen, what stands around it included: first its values are shortened, then itself. */
function within(rows: number, before: string, text: string, after = ''): string {
  const room = columnsIn(rows) - columnsOf(before) - columnsOf(after);
  const words = onOneLine(harmless(text)).replace(
    /“([^“”]*)”/gu,
    (_, value: string) => `“${elide(value, LONGEST_QUOTED)}”`,
  );
  return `${before}${elide(words, room)}${after}`;
}

/** A wide character that finds one column left goes to the next row. */
const columnsIn = (rows: number): number => rows * (SCREEN_COLUMNS - 1);

const rowsOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / (SCREEN_COLUMNS - 1))), 0);
