import type { Line, Run } from '../body/writing/run.ts';

/** Stands between the cells of a table in a cell until the cell is written; `legible` leaves none of its kind in a text. */
export const DIVIDER: Run = { text: '\ue000', bold: false };

/** `；` for dividers between words, a blank where a sign of punctuation ends them already. */
export function divided(line: Line): Line {
  if (!line.some(({ text }) => text.includes(DIVIDER.text))) return line;
  const runs: Run[] = [];
  let isDue = false;
  /** The last sign that a reader sees. */
  let last = '';
  for (const run of line) {
    for (const [index, part] of run.text.split(DIVIDER.text).entries()) {
      isDue ||= index > 0;
      const text = isDue ? part.trimStart() : part;
      if (text === '' && run.image === undefined) continue;
      if (isDue && last !== '')
        runs.push({ text: /[，。、；：！？,;:]/u.test(last) ? ' ' : '；', bold: false });
      runs.push({ ...run, text });
      if (run.image === undefined) last = text.trimEnd().at(-1) ?? last;
      isDue = false;
    }
  }
  return runs;
}
