import type { Diagnostic, Span } from '../diagnostic.ts';
import { columnsOf, countWithin, elide } from './columns.ts';
import { harmless, onOneLine } from './harmless.ts';

/** Gives the characters of a line of a file as they may be printed; nothing where there is no such line. */
export type PrintableLine = (file: string, line: number) => readonly string[] | undefined;

/** Columns of the narrowest terminal that a finding is set for. */
export const SCREEN_COLUMNS = 100;

/** Second places shown beside the first; no check has more than one to tell. */
const MOST_LABELS = 2;

/** The lines of a finding's places, each with carets under the guilty part; no line is wider than the screen but by a note. */
export function frame(finding: Diagnostic, lineOf: PrintableLine): readonly string[] {
  const { file, labels = [] } = finding;
  const marks = oncePerPlace([{ ...finding, text: '' }, ...labels.slice(0, MOST_LABELS)]).toSorted(
    (a, b) => a.line - b.line,
  );
  const gutter = String(marks.at(-1)!.line).length;
  const margin = `  ${' '.repeat(gutter)} │ `;
  return marks.flatMap((mark) => {
    const source = lineOf(file, mark.line);
    if (source === undefined) return [];
    const { text, before, marked } = windowOf(source, mark, SCREEN_COLUMNS - columnsOf(margin) - 1);
    const carets = `${margin}${' '.repeat(before)}${'^'.repeat(marked)}`;
    return [
      `  ${String(mark.line).padStart(gutter)} │ ${text}`,
      ...withNote(carets, margin, onOneLine(harmless(mark.text))),
    ];
  });
}

type Marked = Span & { text: string };

/** A period in one line has both its ends in one place, which is shown once. */
const oncePerPlace = (marks: readonly Marked[]): readonly Marked[] =>
  [...Map.groupBy(marks, ({ line, column, length }) => `${line}:${column}:${length}`).values()].map(
    ([first, ...others]) => ({
      ...first!,
      text: [first!, ...others].flatMap(({ text }) => (text === '' ? [] : [text])).join('；'),
    }),
  );

/** The carets with the words beside them, or below where there is no room for all of them. */
function withNote(carets: string, margin: string, words: string): readonly string[] {
  if (words === '') return [carets];
  if (columnsOf(`${carets}  ${words}`) <= SCREEN_COLUMNS) return [`${carets}  ${words}`];
  return [carets, `${margin}${elide(words, SCREEN_COLUMNS - columnsOf(margin))}`];
}

const CUT = '…';

/** Share of the room around a guilty part that goes to what follows it. */
const AFTER = 0.4;

/** The part of a line around a place, in so many columns; `before` and `marked` are the columns up to it and under it. */
function windowOf(
  line: readonly string[],
  { column, length }: Span,
  columns: number,
): { text: string; before: number; marked: number } {
  const at = Math.min(column - 1, line.length);
  const [start, end] = boundsOf(line, at, length, columns);
  const head = start > 0 ? CUT : '';
  return {
    text: `${head}${line.slice(start, end).join('')}${end < line.length ? CUT : ''}`,
    before: columnsOf(head + line.slice(start, at).join('')),
    marked: Math.max(1, columnsOf(line.slice(at, Math.min(end, at + length)).join(''))),
  };
}

/** Where the shown part of a line begins and ends. A long line is looked at near the place alone. */
function boundsOf(line: readonly string[], at: number, length: number, columns: number): [number, number] {
  if (countWithin(line, 0, 1, columns) === line.length) return [0, line.length];
  const width = columns - 2 * columnsOf(CUT);
  const fitting = (from: number, room: number): number => from + countWithin(line, from, 1, room);
  const guiltyEnd = Math.min(at + length, fitting(at, width));
  const room = width - columnsOf(line.slice(at, guiltyEnd).join(''));
  const after = columnsOf(line.slice(guiltyEnd, fitting(guiltyEnd, room * AFTER)).join(''));
  const start = at - countWithin(line, at - 1, -1, room - after);
  return [start, fitting(start, width)];
}
