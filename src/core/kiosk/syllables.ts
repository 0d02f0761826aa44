import type { Reader } from './spelling.ts';

/** Is told of a syllable: its letters or digits, and from where to where its characters stand in the line. */
type Visit = (letters: string, from: number, to: number) => void;

/**
 * Tells the syllables of one line of a row's text in order. Chinese is read; Latin letters that stand together are one
 * syllable and so are digits: `GM-JS-2026-012` is gm js 2026 012. Signs and blanks are passed over.
 * @param at the row, the place of the line in its text (code points), and which way to read what is read in several
 * @returns how many ways there are
 */
export function eachSyllable(
  line: string,
  at: { row: number; place: number; way: number },
  read: Reader,
  visit: Visit,
): number {
  let mostWays = 1;
  let place = at.place;
  let unit = 0;
  let run = '';
  let runFrom = 0;
  const endRun = (): void => {
    if (run !== '') visit(run, runFrom, unit);
    run = '';
  };
  for (const char of line) {
    const ways = read(at.row, char, place);
    const plain = ways === undefined ? plainOf(char) : '';
    if (plain === '' || isDigit(run) !== isDigit(plain)) endRun();
    if (ways !== undefined) {
      mostWays = Math.max(mostWays, ways.length);
      visit(ways[Math.min(at.way, ways.length - 1)]!, unit, unit + char.length);
    }
    if (run === '') runFrom = unit;
    run += plain;
    place += 1;
    unit += char.length;
  }
  endRun();
  return mostWays;
}

/** A letter or digit as the pad has it, `Ａ` is a; nothing for anything else. */
function plainOf(char: string): string {
  const form = char.normalize('NFKC').toLowerCase();
  return /^[a-z0-9]$/u.test(form) ? form : '';
}

const isDigit = (run: string): boolean => run !== '' && run <= '9~';
