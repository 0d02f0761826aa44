import type { Line, Run } from '../body/writing/run.ts';

/** Blanks of all widths at the edges of a line are an indent. */
const BEGINS_BLANK = /^[\s\u00a0\u3000]+/u;
const ENDS_BLANK = /[\s\u00a0\u3000]+$/u;

/** Gathers words into lines, blanks as in a browser. */
export class LineGatherer {
  #lines: Run[][] = [[]];

  /** Adds words as they are; a blank behind another, or before a line, is none. */
  add(run: Run): void {
    const line = this.#lines.at(-1)!;
    const last = line.at(-1);
    if (run.image !== undefined) {
      line.push(run);
      return;
    }
    const text =
      !last || (last.image === undefined && last.text.endsWith(' '))
        ? run.text.replace(/^ +/u, '')
        : run.text;
    if (text === '') return;
    const joins =
      last?.image === undefined && last?.bold === run.bold && last.link?.id === run.link?.id && !!last;
    if (joins) last.text += text;
    else line.push({ ...run, text });
  }

  break(): void {
    this.#lines.push([]);
  }

  /** The lines so far, without blanks at their edges; an empty one parts paragraphs. */
  take(): readonly Line[] {
    const lines = this.#lines.map(trimmed);
    this.#lines = [[]];
    return lines;
  }
}

function trimmed(line: readonly Run[]): Line {
  const runs = line.map((run) => ({ ...run }));
  while (runs[0] && runs[0].image === undefined) {
    runs[0].text = runs[0].text.replace(BEGINS_BLANK, '');
    if (runs[0].text !== '') break;
    runs.shift();
  }
  while (runs.at(-1) && runs.at(-1)!.image === undefined) {
    const last = runs.at(-1)!;
    last.text = last.text.replace(ENDS_BLANK, '');
    if (last.text !== '') break;
    runs.pop();
  }
  return runs;
}

const BLANK: Run = { text: ' ', bold: false };

/** Several lines as one; beside a sign of punctuation there is a gap as it is. */
export function joinedLines(lines: readonly Line[]): Line {
  const joined: Run[] = [];
  for (const line of lines) {
    const [last, next] = [joined.at(-1)?.text.at(-1) ?? '', line[0]?.text[0] ?? ''];
    const needsBlank = joined.length > 0 && !/[，。、；：！？]/u.test(last) && !/[（《“【]/u.test(next);
    joined.push(...(needsBlank ? [BLANK] : []), ...line);
  }
  return joined;
}

/** Signs as wide as a Chinese character, between which a line of source may end without a blank. */
const WIDE = /[\u2e80-\u303f\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]/u;

/** Blanks and line ends of a source as a browser shows them, but that a wrapped Chinese text gains no blank. */
export function collapsed(text: string): string {
  if (!/[\t\n\r\f]| {2}/u.test(text)) return text;
  return text.replace(/[ \t\n\r\f]+/gu, (blanks, at: number) => {
    const wraps = /[\n\r]/u.test(blanks);
    return wraps && WIDE.test(text[at - 1] ?? '') && WIDE.test(text[at + blanks.length] ?? '') ? '' : ' ';
  });
}
