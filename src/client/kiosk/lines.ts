import { headedBy, type Span } from '../../core/kiosk/turns.ts';

/** A line of text where it stands. */
export interface Line extends Span {
  /** How many characters of the whole stand before it, about: the same in any size of type. */
  at: number;
}

/** What is seen at once where it is short: a button, a row of a table, a fact with its name, a step, a paragraph. */
const WHOLE = 'button, tr, dl > div, li, p';

const HEADINGS = 'h2, h3, h4, h5, h6, caption';

/** Every line in an element that scrolls. */
export function linesIn(paper: HTMLElement): readonly Line[] {
  const zero = zeroOf(paper);
  const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines: Line[] = [];
  let before = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const element = text.parentElement!;
    if (text.data.trim() === '' || element.closest('.visually-hidden')) continue;
    range.selectNodeContents(text);
    const height = parseFloat(getComputedStyle(element).lineHeight);
    const boxes = Array.from(range.getClientRects());
    for (const [place, box] of boxes.entries()) {
      // A Chinese font is taller than its lines: its box goes beyond them by as much above as below.
      const excess = Math.max(0, box.height - height) / 2;
      const at = before + Math.floor((text.length * place) / boxes.length);
      lines.push({ top: box.top + excess - zero, bottom: box.bottom - excess - zero, at });
    }
    before += text.length;
  }
  return lines;
}

/** What should not be parted: things of one kind, and each heading with the line below it. */
export function togetherIn(paper: HTMLElement, lines: readonly Line[]): readonly Span[] {
  const zero = zeroOf(paper);
  const spansOf = (selector: string): readonly Span[] =>
    Array.from(paper.querySelectorAll(selector), (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top: top - zero, bottom: bottom - zero };
    });
  const things = spansOf(WHOLE);
  return [...things, ...headedBy(spansOf(HEADINGS), [...things, ...lines])];
}

/** The place of its first line on the glass when nothing is scrolled. */
const zeroOf = (paper: HTMLElement): number => paper.getBoundingClientRect().top - paper.scrollTop;
