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
}

/** What a gap is, in heights of the letters: between words, and between columns. */
const BLANK = 0.25;
const COLUMN = 1.8;

/** How near the end of a line must come to the edge of the text to go on in the next one, in heights of its letters. */
const FULL = 1.5;

/** Between lines of one paragraph, in heights of the letters. */
const WIDEST_SPACING = 2.4;

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
  const left = Math.min(...lines.map((line) => line.left));
  // Margins are mostly equal; of a page with short lines alone the edge is not seen.
  const right = Math.max(...lines.map((line) => line.right), pages[0]!.width - left);
  const paragraphs: Paragraph[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const isCentred = liesCentred(line, left, right);
    if (before && goesOn(before, line, left, right)) {
      const last = paragraphs.at(-1)!;
      last.text = joined(last.text, line.text);
    } else paragraphs.push({ text: line.text, isCentred });
    before = line;
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
  line.left > left + line.height * 2 && Math.abs(line.left + line.right - left - right) < line.height * 2;

function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  if (before.hasColumns || line.hasColumns || BEGINS.test(line.text)) return false;
  if (before.right < right - before.height * FULL || line.left > left + line.height) return false;
  if (Math.abs(before.height - line.height) > line.height * 0.2) return false;
  return before.page !== line.page || before.y - line.y < line.height * WIDEST_SPACING;
}

/** Words in letters are parted by a blank, Chinese characters are not. */
const joined = (before: string, after: string): string =>
  /[A-Za-z0-9]$/u.test(before) && /^[A-Za-z]/u.test(after) ? `${before} ${after}` : before + after;
