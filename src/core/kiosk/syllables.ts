import type { Reader } from './spelling.ts';

/** Is told of a character by its readings, or of a run of letters or digits, and from where to where it stands in the line. */
type Visit = (readings: readonly string[], from: number, to: number) => void;

/**
 * Tells the syllables of one line of a row's text in order. Chinese is read; Latin letters that stand together are one
 * syllable and so are digits: `GM-JS-2026-012` is gm js 2026 012. Signs and blanks are passed over.
 * @param at the row, and the place of the line in its text (code points)
 */
export function eachSyllable(
  line: string,
  at: { row: number; place: number },
  read: Reader,
  visit: Visit,
): void {
  let place = at.place;
  let unit = 0;
  let run = '';
  let runFrom = 0;
  const endRun = (): void => {
    if (run !== '') visit([run], runFrom, unit);
    run = '';
  };
  for (const char of line) {
    const readings = read(at.row, char, place);
    const plain = readings === undefined ? plainOf(char) : '';
    if (plain === '' || isDigit(run) !== isDigit(plain)) endRun();
    if (readings !== undefined) visit(readings, unit, unit + char.length);
    if (run === '') runFrom = unit;
    run += plain;
    place += 1;
    unit += char.length;
  }
  endRun();
}

/** A letter or digit as the pad has it, `Ａ` is a; nothing for anything else. */
function plainOf(char: string): string {
  const form = char.normalize('NFKC').toLowerCase();
  return /^[a-z0-9]$/u.test(form) ? form : '';
}

const isDigit = (run: string): boolean => run !== '' && run <= '9~';
