import { instantOf, type Catalogue } from '../search/catalogue.ts';
import { isOpen, isRunning, statusAt, type HappeningKind, type TimeStatus } from '../status.ts';
import { addReadings, END, startsIn, type Starts } from './letters.ts';
import { readerOf, textOf, type Reader, type Spelling } from './spelling.ts';
import { eachSyllable } from './syllables.ts';

/** The value of each row in a group of choices, as a place in the names of the year; the empty name says "none". */
interface Column {
  places: ArrayLike<number>;
  names: readonly string[];
}

/** One year's announcements as a kiosk finds them, by row of the catalogue. */
export interface Shelf {
  catalogue: Catalogue;
  read: Reader;
  /** The syllables of all rows one after another, see letters.ts. */
  letters: Uint8Array;
  starts: Starts;
  /** Where each row begins in `letters`; as one more where the last ends. */
  begins: Int32Array;
  /** Where in `letters` the title of each row ends and what else is searched of it begins. */
  titleEnds: Int32Array;
  /** The moment until which one can take part, in milliseconds since 1970; 0 where one cannot. */
  openUntil: Float64Array;
  /** The same for those who have begun: up to the deadline. */
  runsUntil: Float64Array;
  columns: Readonly<Record<'category' | 'region' | 'month', Column>>;
}

/** Prepares a year once, for any number of taps. */
export function shelfOf(catalogue: Catalogue, spelling: Spelling): Shelf {
  const { terms, category, region, year, day } = catalogue;
  const read = readerOf(spelling);
  return {
    catalogue,
    read,
    ...lettersOf(catalogue, read),
    openUntil: momentsThat(isOpen, catalogue),
    runsUntil: momentsThat(isRunning, catalogue),
    columns: {
      category: { places: category, names: terms },
      region: { places: region, names: terms },
      month: {
        // December first: counts come out in the order of the names.
        places: Uint8Array.from(day, (text) => 12 - Number(text.slice(0, 2))),
        names: Array.from({ length: 12 }, (_, place) => `${year}-${String(12 - place).padStart(2, '0')}`),
      },
    },
  };
}

function lettersOf(
  catalogue: Catalogue,
  read: Reader,
): Pick<Shelf, 'letters' | 'starts' | 'begins' | 'titleEnds'> {
  const rows = catalogue.title.length;
  const begins = new Int32Array(rows + 1);
  const titleEnds = new Int32Array(rows);
  const written: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    begins[row] = written.length;
    let place = 0;
    for (const [number, line] of textOf(catalogue, row).split('\n').entries()) {
      eachSyllable(line, { row, place }, read, (readings) => addReadings(written, readings));
      written.push(END);
      if (number === 0) titleEnds[row] = written.length;
      place += Array.from(line).length + 1;
    }
  }
  begins[rows] = written.length;
  const letters = new Uint8Array(written);
  return { letters, starts: startsIn(letters), begins, titleEnds };
}

/**
 * The moments up to which rows are `accepted`, in milliseconds since 1970, 0 for none: it is so up to its gate or its
 * deadline if it is so just before it. What became of it is judged by status.ts.
 */
const momentsThat = (
  accepted: (status: TimeStatus | undefined) => boolean,
  { deadline, gate, happening, terms }: Catalogue,
): Float64Array =>
  Float64Array.from(deadline, (text, row) => {
    if (text === '') return 0;
    const dated = {
      deadline: instantOf(text),
      gate: gate[row] ? instantOf(gate[row]) : undefined,
      happening: (terms[happening[row]!] || undefined) as HappeningKind | undefined,
    };
    const moments = [dated.deadline, dated.gate].flatMap((end) => (end ? [Date.parse(end)] : []));
    return moments.find((moment) => accepted(statusAt(dated, moment - 1))) ?? 0;
  });
