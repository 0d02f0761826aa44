import { columnsOf } from '../../core/report.ts';

// eslint-disable-next-line no-control-regex -- the control sequences of a terminal
const PIECES = /\u001b\[[0-9;]*m|[^\P{ASCII}\s\u001b]+(?:[年月日时分秒元%]|[万亿]元?)*|\s+|[^]/gu;

/** What no line begins with, and what none ends with. */
const CLOSING = /^[，。；：、？！）》”’】%]/u;

/**
 * A text with line breaks where a terminal of so many columns would break it, none of them within a number, a date, an
 * address or before a closing mark. Colours take no room.
 */
export const folded = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => foldedLine(line, columns))
    .join('\n');

function foldedLine(line: string, columns: number): string {
  const indent = /^\s*/u.exec(line)![0];
  let [done, current, width] = ['', '', 0];
  for (const piece of unitsOf(line)) {
    const more = piece.startsWith('\u001b') ? 0 : columnsOf(piece);
    if (width + more > columns && width > columnsOf(indent) && more > 0) {
      done += `${current.trimEnd()}\n${indent}`;
      current = piece.trimStart();
      width = columnsOf(indent) + columnsOf(current);
    } else {
      current += piece;
      width += more;
    }
  }
  return done + current;
}

/** What stays together, closing marks with what they close. */
function unitsOf(line: string): readonly string[] {
  const units: string[] = [];
  for (const [piece] of line.matchAll(PIECES)) {
    const last = units.at(-1);
    if (last !== undefined && CLOSING.test(piece) && !last.startsWith('\u001b'))
      units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
}
