/**
 * Room a character takes along its line, in em. These are upper bounds for the bold faces of Noto Sans CJK SC,
 * PingFang SC and Microsoft YaHei: a text may take fewer lines on the glass than reckoned, never more.
 */
function advanceOf(char: string): number {
  if (/[0-9]/u.test(char)) return 0.62;
  if (/[ .,:;'!|]/u.test(char)) return 0.36;
  if (/[mwMWOQ@%&]/u.test(char)) return 0.95;
  return /[!-~]/u.test(char) ? 0.72 : 1;
}

/** Width of a text set on one line, in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += advanceOf(char);
  return width;
}

/** What a browser keeps on one line: a run of Latin and digits, or a character with the punctuation that clings to it. */
const PIECE = /[（《〈“‘「『【〔([]*(?:[!-'*-Z\\^-z|~]+|[^ ])[）》〉”’」』】〕、，。；：！？…·)\]]* ?/gu;

/** How many lines of `width` em a text takes at most; `indent` em of the first line are taken already. */
export function linesOf(text: string, width: number, indent = 0): number {
  let lines = 1;
  let used = indent;
  for (const [piece] of text.matchAll(PIECE)) {
    const wide = widthOf(piece.trimEnd());
    if (used > 0 && used + wide > width) {
      lines += 1;
      used = 0;
    }
    used += widthOf(piece);
    // A run longer than a whole line is broken anywhere.
    for (; used > width && wide > width; used -= width) lines += 1;
  }
  return lines;
}

/**
 * Cuts a text into pieces no wider than `width` em, each of whole characters and, where it can be, whole runs of Latin
 * and digits. Behind a space or a comma in the second half of a piece is a better place: `12月10日` stays whole.
 */
export function cutLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string): void => {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      const end = placeToCut(line, piece, width);
      lines.push(line.slice(0, end).trimEnd());
      line = line.slice(end);
    }
    line += piece;
  };
  for (const [piece] of text.matchAll(PIECE)) {
    if (widthOf(piece.trimEnd()) <= width) add(piece);
    else for (const char of piece) add(char);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Sets phrases on lines, with spaces between them. A phrase that fits on a line stays whole; others are cut as `cutLine` does. */
export function cutLines(phrases: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const last = lines.length > 0 ? `${lines[lines.length - 1]!} ${phrase}` : phrase;
    if (widthOf(last) <= width) lines.splice(-1, 1, last);
    else lines.push(...cutLine(phrase, width));
  }
  return lines;
}

/**
 * Cuts a text into pieces of so many lines at most, that are told one after the other: behind a clause where there is
 * one, never within a number or a Latin word. What goes on ends in `…`.
 */
export function piecesOf(text: string, width: number, lines: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (linesOf(rest, width) > lines) {
    const end = endOfPiece(rest, width, lines);
    pieces.push(goingOn(rest.slice(0, end)));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

const goingOn = (piece: string): string =>
  /[，。；！？…]\s*$/u.test(piece) ? piece.trimEnd() : `${piece.trimEnd()}…`;

/**
 * How much of a text that is too long for one piece its first piece takes: up to the last clause that has room, else to
 * the end of a phrase or, where there is none, of a character, so that the pieces are about as long as each other.
 */
function endOfPiece(text: string, width: number, lines: number): number {
  const ends = endsIn(text).filter((end) => linesOf(goingOn(text.slice(0, end)), width) <= lines);
  // A run of Latin longer than a piece is cut anywhere.
  if (ends.length === 0) return Math.max(1, Math.floor(width / 0.95) * lines - 2);
  const far = ends.filter((end) => end >= ends[ends.length - 1]! * 0.4);
  const clauses = far.filter((end) => /[，。；：！？、 ]$/u.test(text.slice(0, end)));
  if (clauses.length > 0) return clauses[clauses.length - 1]!;
  const count = Math.ceil(linesOf(text, width) / lines);
  const isEnough = (end: number): boolean => linesOf(text.slice(end), width) <= lines * (count - 1);
  const phrases = far.filter((end) => isPhraseEnd(text, end));
  const choices = [phrases.filter(isEnough), phrases, far.filter(isEnough), far];
  return nearest(choices.filter((some) => some.length > 0)[0]!, text, widthOf(text) / count);
}

/** Where a text may be cut; neither within brackets nor just before the last, unless there is no other place. */
function endsIn(text: string): readonly number[] {
  const ends = Array.from(text.matchAll(PIECE), ({ index, 0: part }) => index + part.length);
  const open = ends.filter((end) => !/[（(][^）)]*$/u.test(text.slice(0, end)));
  const whole = open.filter((end) => !/^[（(][^（(]*$/u.test(text.slice(end)));
  return whole.length > 1 ? whole : ends;
}

/** Words of notices behind or before which a phrase ends, since a page knows no others. */
const BEHIND = /(?:[^目]的|了|[上下]午|[今明]天)$/u;
const BEFORE = /^(?:改[到在为至]|移[到至]|全部|推迟|暂停|取消|请)/u;

const isPhraseEnd = (text: string, end: number): boolean =>
  BEHIND.test(text.slice(0, end)) || BEFORE.test(text.slice(end));

const nearest = (ends: readonly number[], text: string, width: number): number =>
  ends.reduce((best, end) =>
    Math.abs(widthOf(text.slice(0, end)) - width) < Math.abs(widthOf(text.slice(0, best)) - width)
      ? end
      : best,
  );

/** Where a line is cut for which the next piece is too much: behind its last space or comma if that is far enough, else at its end. */
function placeToCut(line: string, piece: string, width: number): number {
  const start = /[^ ，。；：！？]*$/u.exec(line.trimEnd())!.index;
  const isFarEnough = widthOf(line.slice(0, start)) >= width / 2;
  return isFarEnough && widthOf(line.slice(start) + piece.trimEnd()) <= width ? start : line.length;
}
