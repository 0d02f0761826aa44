import { columnsOf } from '../../src/core/report.ts';

/** What stands on a terminal after what a program wrote; knows the movements that the wizard makes, and no colours. */
export function screenOf(written: string): string {
  const lines: string[][] = [[]];
  let row = 0;
  let column = 0;
  const put = (char: string): void => {
    const line = (lines[row] ??= []);
    while (line.length < column) line.push(' ');
    line[column] = char;
    column += 1;
    // The second half of a wide character.
    if (columnsOf(char) === 2) line[column++] = '';
  };
  const erase = (down: boolean): void => {
    (lines[row] ??= []).length = Math.min(lines[row]!.length, column);
    if (down) lines.length = row + 1;
  };
  for (const [token, sequence, count, move] of written.matchAll(TOKEN)) {
    const by = Number(count || 1);
    if (sequence === undefined) {
      if (token === '\r') column = 0;
      else if (token === '\n') row += 1;
      else if (!CONTROL.test(token)) put(token);
    } else if (move === 'A') row = Math.max(0, row - by);
    else if (move === 'B') row += by;
    else if (move === 'C') column += by;
    else if (move === 'D') column = Math.max(0, column - by);
    else if (move === 'G') column = by - 1;
    else if (move === 'J' || move === 'K') erase(move === 'J');
    for (let index = lines.length; index <= row; index += 1) lines.push([]);
  }
  return lines
    .map((line) => line.join('').trimEnd())
    .join('\n')
    .trimEnd();
}

// eslint-disable-next-line no-control-regex -- the control sequences of a terminal
const TOKEN = /(\u001b\[\??(\d*)(?:;\d*)*([A-Za-z]))|\r|\n|[^]/gu;
const CONTROL = /\p{Cc}/u;
