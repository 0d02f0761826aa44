import type { Span } from '../diagnostic.ts';
import { capitalsAndFigures } from './capitals-and-figures.ts';
import { challengePeriod } from './challenge-period.ts';
import { cellsOf, type Line, type WordingRule } from './line.ts';
import { noSuchDay } from './no-such-day.ts';
import { share } from './share.ts';
import { weekday } from './weekday.ts';

/** A finding in a text; its lines count from 1 within the text. */
type WordingFinding = Span & { code: string; message: string; help: string; citation?: string };

/** By code: C201, C202, C203, C205, C207, C208; C204 and C206 are about fields and live in `totals.ts` and `plausible.ts`. */
const rules: readonly WordingRule[] = [challengePeriod, capitalsAndFigures, weekday, share, noSuchDay];

/** Reads a text for statements that cannot be true, line by line. */
export function checkWording(text: string, of: Omit<Line, 'text' | 'headings'>): readonly WordingFinding[] {
  let headings: readonly string[] | undefined;
  return text.split('\n').flatMap((line, number) => {
    const isRow = /^\s*\|/u.test(line);
    headings = isRow ? (headings ?? cellsOf(line).map((cell) => cell.text)) : undefined;
    const given = { ...of, text: line, headings };
    const faults = rules.flatMap((rule) => rule(given));
    // A day that there is not has no weekday either.
    const days = new Set(faults.filter(({ code }) => code === 'C203').map(({ index }) => index));
    return faults
      .filter(({ code, index }) => code !== 'C208' || !days.has(index))
      .map(({ index, text: found, ...said }) => ({
        ...said,
        line: number + 1,
        column: [...line.slice(0, index)].length + 1,
        length: Math.max(1, [...found].length),
      }));
  });
}
