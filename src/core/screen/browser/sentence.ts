import { cutLine, cutLines, widthOf } from './lines.ts';

/** What a piece of a sentence is, and so the colour in which its lamps burn. */
export type Role =
  'name' | 'label' | 'time' | 'state' | 'change' | 'was' | 'text' | 'notice' | 'urgent' | 'trust';

/** Words that one colour has; a value among them, an hour or a room, is never torn apart. */
export interface Piece {
  role: Role;
  text: string;
}

/** What is told on one line where it fits, and else in these parts. */
export interface Group {
  pieces: readonly Piece[];
  parts: readonly Clause[];
  /** Where not each of the parts fits on a line either. */
  finer?: readonly Clause[];
}

/** A part of a sentence. */
export type Clause = Piece | Group;

/** What is told one after the other where a line does not hold all of it. */
export const together = (...parts: readonly Clause[]): Group => ({ pieces: parts.flatMap(piecesIn), parts });

/** What is told of a project. */
export interface Sentence {
  /** What it can be called by, the longest first. */
  names: readonly string[];
  clauses: readonly Clause[];
}

/** How much a line holds, in em, and whether what it says is old. */
export interface Line {
  width: number;
  isOld: boolean;
}

/** The words before a subject: what is said is old, or is the rest of the last cut. */
const OLD = '旧';
const REST = '续';

/** In fewer em no space stands behind these words. */
const NARROW = 12;

/** By the first two characters a project may still be known. */
const LEAST_NAME = 2;

const SPACE = widthOf(' ');

/**
 * Sets a sentence on as many lines as it takes. Each begins with the subject, by the longest of its names that leaves
 * room for what is said of it there; a time, a room, and what was and is now come whole. Where not even the shortest
 * name leaves room for one value, the name's first characters stand for it.
 */
export function setSentence({ names, clauses }: Sentence, line: Line): readonly (readonly Piece[])[] {
  const all = clauses.flatMap(piecesIn);
  if (fitsWith(names, all, line, false)) return [lineOf(names, all, line, false)];
  const lines: (readonly Piece[])[] = [];
  let left = names;
  let held: readonly Piece[] = [];
  for (const unit of unitsIn(clauses, names, line)) {
    const more = [...held, ...unit];
    if (held.length > 0 && !fitsWith(left, more, line, lines.length > 0)) {
      const name = nameFor(left, held, line, lines.length > 0);
      lines.push(lineOf(left, held, line, lines.length > 0));
      // What goes on is not told of a longer name than it began with.
      if (name !== undefined) left = left.slice(left.indexOf(name));
      held = unit;
    } else held = more;
  }
  return [...lines, lineOf(left, held, line, lines.length > 0)];
}

/**
 * Sets phrases that have no subject on lines, each of whole characters and beginning with `tag` where it takes no more
 * than a quarter of the line. A phrase that fits on a line stays whole.
 */
export function setText(tag: string, phrases: readonly string[], { width, isOld }: Line): readonly string[] {
  const isRepeated = tag !== '' && widthOf(tag) <= width / 4;
  const first = (isOld ? markOf(OLD, width) : '') + (isRepeated ? tag : '');
  const rest = isRepeated || isOld ? first : markOf(REST, width);
  const said = isRepeated ? phrases : [tag + phrases[0]!, ...phrases.slice(1)];
  if (widthOf(first + said.join(' ')) <= width) return [first + said.join(' ')];
  const lines = cutLines(said, width - Math.max(widthOf(first), widthOf(rest)));
  return lines.map((words, index) => (index === 0 ? first : rest) + words);
}

/** Pieces as they stand side by side: `示例路 10:30 303`. */
export const wordsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join(' ');

const isPiece = (clause: Clause): clause is Piece => 'role' in clause;

const piecesIn = (clause: Clause): readonly Piece[] => (isPiece(clause) ? [clause] : clause.pieces);

/** What stands on a line together whatever else is there: whole clauses, else their parts, else cuts of a long text. */
function unitsIn(
  clauses: readonly Clause[],
  names: readonly string[],
  line: Line,
): readonly (readonly Piece[])[] {
  return clauses.flatMap((clause) => {
    const pieces = piecesIn(clause);
    if (fitsWith(names, pieces, line, true)) return [pieces];
    if (isPiece(clause)) return cutPiece(clause, names, line);
    const { parts, finer = parts } = clause;
    const isWhole = parts.every((part) => fitsWith(names, piecesIn(part), line, true));
    return unitsIn(isWhole ? parts : finer, names, line);
  });
}

/** A piece for which no name leaves room: a value has it for the first characters of a name, a text is cut. */
function cutPiece(piece: Piece, names: readonly string[], line: Line): readonly (readonly Piece[])[] {
  const room = line.width - markWidth(line) - SPACE;
  if (piece.role !== 'text' && widthOf(piece.text) <= room - LEAST_NAME) return [[piece]];
  const name = Math.max(LEAST_NAME, Math.min(widthOf(names[names.length - 1]!), room / 2));
  return cutLine(piece.text, room - name).map((text) => [{ ...piece, text }]);
}

const fitsWith = (names: readonly string[], pieces: readonly Piece[], line: Line, isRest: boolean): boolean =>
  nameFor(names, pieces, line, isRest) !== undefined;

/** The longest name with which so much stands on a line. */
const nameFor = (
  names: readonly string[],
  pieces: readonly Piece[],
  line: Line,
  isRest: boolean,
): string | undefined => names.find((name) => widthOf(name) <= roomFor(pieces, line, isRest));

function lineOf(
  names: readonly string[],
  pieces: readonly Piece[],
  line: Line,
  isRest: boolean,
): readonly Piece[] {
  const name = nameFor(names, pieces, line, isRest) ?? begun(names, roomFor(pieces, line, isRest));
  return [{ role: 'name', text: markBefore(line, isRest) + name }, ...pieces];
}

/** As many of the first characters of the shortest name as there is room for. */
function begun(names: readonly string[], room: number): string {
  let name = '';
  for (const char of names[names.length - 1]!) {
    if (widthOf(name + char) > room) break;
    name += char;
  }
  return name.trim();
}

const roomFor = (pieces: readonly Piece[], line: Line, isRest: boolean): number =>
  line.width -
  widthOf(markBefore(line, isRest)) -
  (pieces.length === 0 ? 0 : SPACE + widthOf(wordsOf(pieces)));

const markBefore = ({ width, isOld }: Line, isRest: boolean): string =>
  isOld ? markOf(OLD, width) : isRest ? markOf(REST, width) : '';

const markWidth = (line: Line): number => widthOf(markBefore(line, true));

const markOf = (word: string, width: number): string => (width < NARROW ? word : `${word} `);

/** So many places of one colour has the line of a strip. */
export const RUNS = 12;

/** Pieces in as many runs as a line has places: those of one colour together, the words of all as `wordsOf` has them. */
export function runsOf(pieces: readonly Piece[], most = RUNS): readonly Piece[] {
  const runs: Piece[] = [];
  for (const { role, text } of pieces) {
    const last = runs[runs.length - 1];
    if (last && (last.role === role || runs.length === most)) last.text += ` ${text}`;
    else runs.push({ role, text: last ? ` ${text}` : text });
  }
  return runs;
}
