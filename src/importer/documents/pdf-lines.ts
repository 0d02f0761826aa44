/** A piece of text where a PDF puts it; all lengths in points, y upwards. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Page {
  pieces: readonly Piece[];
  width: number;
  height: number;
  /** Pieces that do not lie level, such as a watermark. */
  slanted: number;
  /** Fields of a form that have been filled. */
  filled: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  height: number;
  page: number;
  /** Whether wide gaps part it into columns. */
  hasColumns: boolean;
}

interface Paragraph {
  text: string;
  isCentred: boolean;
  /** A line of several columns, or what goes on from one, whose values may go on in the line below. */
  isCut: boolean;
}

/** What a gap is, in heights of the letters: between words, and between columns. */
const BLANK = 0.25;
const COLUMN = 1.8;

/** How near the end of a line must come to the edge of the text to go on in the next one, in heights of its letters. */
const FULL = 1.5;

/** Between lines of one paragraph, in heights of the letters. */
const WIDEST_SPACING = 2.4;

/** How many times as tall as the text the letters of a title are at least. */
const TALL = 1.15;

/** How many lines may end at one place and yet be short ones. */
const MOST_SHORT = 4;

/** Numbers that begin a paragraph, and `label：`. */
const BEGINS =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．条章节]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|[\p{Script=Han}（）()]{2,12}[:：])/u;

/** A number alone, behind which a tab stands. */
const NUMBER = /^[\d.．、（）()一二三四五六七八九十①-⑳]+$/u;

/** The paragraphs of a PDF from where its pieces lie. */
export function paragraphsOf(pages: readonly Page[]): {
  paragraphs: readonly Paragraph[];
  pageNumbers: number;
  hasColumns: boolean;
} {
  const all = pages.flatMap((page, index) => linesOf(page.pieces, index));
  const lines = all.filter((line) => !isPageNumber(line, pages[line.page]!));
  const edges = edgesOf(lines, pages);
  const usual = usualHeight(lines);
  const paragraphs: Paragraph[] = [];
  for (const [index, line] of lines.entries()) {
    const [before, next] = [lines[index - 1], lines[index + 1]];
    const { left, right } = edges[line.page]!;
    if (before && goesOn(before, line, left, right)) {
      const last = paragraphs.at(-1)!;
      last.text = joined(last.text, line.text);
      continue;
    }
    const isCentred =
      liesCentred(line, left, right) ||
      (isMiddle(line, left, right) &&
        (line.height > usual * TALL ||
          (paragraphs.every((paragraph) => paragraph.isCentred) &&
            next !== undefined &&
            Math.abs(next.height - line.height) < line.height * 0.1 &&
            liesCentred(next, left, right))));
    const isCut =
      (line.hasColumns && next !== undefined && isBelow(line, next)) ||
      (paragraphs.at(-1)?.isCut === true && isBelow(before!, line));
    paragraphs.push({ text: line.text, isCentred, isCut });
  }
  return {
    paragraphs,
    pageNumbers: all.length - lines.length,
    hasColumns: lines.some((line) => line.hasColumns),
  };
}

function linesOf(pieces: readonly Piece[], page: number): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.findLast(
      (one) => Math.abs(one[0]!.y - piece.y) < Math.min(one[0]!.height, piece.height) * 0.5,
    );
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows
    .toSorted((a, b) => b[0]!.y - a[0]!.y)
    .map((row) =>
      lineOf(
        row.toSorted((a, b) => a.x - b.x),
        page,
      ),
    );
}

function lineOf(row: readonly Piece[], page: number): Line {
  const height = Math.max(...row.map((piece) => piece.height));
  let text = '';
  let hasColumns = false;
  let end: number | undefined;
  for (const piece of row) {
    const gap = end === undefined ? 0 : piece.x - end;
    if (gap > height * BLANK && NUMBER.test(text)) text += ' ';
    else if (gap > height * COLUMN) {
      text += '　';
      hasColumns = true;
    } else if (gap > height * BLANK && !/\s$/u.test(text)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return { text: text.trim(), left: row[0]!.x, right: end!, y: row[0]!.y, height, page, hasColumns };
}

/** A number alone at the foot of a page. */
const isPageNumber = ({ text, y }: Line, { height }: Page): boolean =>
  y < height * 0.12 &&
  /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[,，/]?\s*共?\s*\d{1,3}\s*页?)?[-—–·\s]*$/u.test(text);

const liesCentred = (line: Line, left: number, right: number): boolean =>
  line.left > left + line.height * 2 && isMiddle(line, left, right);

/** A line that fills the page lies in its middle too. */
const isMiddle = (line: Line, left: number, right: number): boolean =>
  Math.abs(line.left + line.right - left - right) < line.height * 2;

/** The left and the right edge of the text on each page; pages of one width have the same. */
function edgesOf(lines: readonly Line[], pages: readonly Page[]): readonly { left: number; right: number }[] {
  return pages.map(({ width }) => {
    const own = lines.filter(({ page }) => pages[page]!.width === width);
    const left = Math.min(...own.map((line) => line.left));
    const right = Math.max(...own.map((line) => line.right));
    const full = own.filter((line) => line.right > right - line.height);
    // Margins are mostly equal; of a page with short lines alone the edge is not seen.
    return { left, right: full.length >= MOST_SHORT ? right : Math.max(right, width - left) };
  });
}

/** The height of letters that most of the text has. */
function usualHeight(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height);
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** Whether a line stands close below another and begins nothing new. */
const isBelow = (before: Line, line: Line): boolean =>
  before.page === line.page && before.y - line.y < line.height * WIDEST_SPACING && !BEGINS.test(line.text);

function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  if (before.hasColumns || line.hasColumns || BEGINS.test(line.text)) return false;
  // A word of letters or figures that had no room goes into the next line whole.
  const [word = ''] = /^[（(]?[A-Za-z0-9.,@/¥￥]*/u.exec(line.text)!;
  const end = before.right + word.length * line.height * 0.5;
  const isNumberCut = /\d-$/u.test(before.text) && /^\d/u.test(line.text);
  if (end < right - before.height * FULL && !isNumberCut) return false;
  if (line.left > left + line.height) return false;
  if (Math.abs(before.height - line.height) > line.height * 0.2) return false;
  return before.page !== line.page || before.y - line.y < line.height * WIDEST_SPACING;
}

/** Words in letters are parted by a blank, Chinese characters are not. */
const joined = (before: string, after: string): string =>
  /[A-Za-z0-9]$/u.test(before) && /^[A-Za-z]/u.test(after) ? `${before} ${after}` : before + after;
