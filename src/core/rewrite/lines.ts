/** A text as lines that keep their ends, so that what is not touched stays the same byte for byte. */
export interface Lines {
  /** A mark that no editor shows, where the text begins with one. */
  readonly mark: string;
  /** Without their ends. */
  readonly lines: readonly string[];
  readonly ends: readonly string[];
}

/** Lines `from` up to `to`, which is not among them, give way to others. */
export interface LineEdit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

export function linesOf(text: string): Lines {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const parts = text.slice(mark.length).split(/(\r\n|\r|\n)/u);
  return {
    mark,
    lines: parts.filter((_, index) => index % 2 === 0),
    ends: parts.filter((_, index) => index % 2 === 1),
  };
}

/** The text with edits that do not touch each other; new lines end as the file's first line does. */
export function withEdits({ mark, lines, ends }: Lines, edits: readonly LineEdit[]): string {
  const end = ends[0] ?? '\n';
  let text = mark;
  let at = 0;
  for (const { from, to, lines: fresh } of edits.toSorted((a, b) => a.from - b.from)) {
    text += slice(lines, ends, at, from);
    text += fresh.map((line) => `${line}${end}`).join('');
    at = to;
  }
  return text + slice(lines, ends, at, lines.length);
}

const slice = (lines: readonly string[], ends: readonly string[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((line, index) => `${line}${ends[from + index] ?? ''}`)
    .join('');
