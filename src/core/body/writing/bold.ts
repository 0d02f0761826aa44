import type { Line, Run } from './run.ts';

/** What bold words do not begin with, and what they do not end with: as in `body/dialect/bold.ts`. */
const NO_BEGINNING = /^[\s\u00a0\u3000，。、；：？！,.;:?!）》」』】〕”’)\]}]+/u;
const NO_END = /[\s\u00a0\u3000（《「『【〔“‘([{]+$/u;
const ALNUM = /[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/u;
const HONORIFIC = /^(?:先生|女士|小姐|同志)/u;

/**
 * Bold only where there are words in it and where the dialect reads it: the blanks, commas and brackets at its edges
 * stand outside, neighbours are one, and between two figures there is none.
 */
export function withBoldEdges(line: Line): Line {
  if (!line.some(({ bold }) => bold)) return line;
  return edged(merged(line.map(onlyWithWords))).map((run, index, runs) =>
    run.bold && !isReadable(run, runs[index - 1], runs[index + 1]) ? { ...run, bold: false } : run,
  );
}

const onlyWithWords = (run: Run): Run =>
  run.bold && (run.image !== undefined || !/[\p{L}\p{N}]/u.test(run.text)) ? { ...run, bold: false } : run;

/** Runs of one look beside each other are one; a blank between two bold ones is bold. */
function merged(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const last = out.at(-1);
    const next = runs[index + 1];
    const isBold =
      run.bold || (run.image === undefined && !/\S/u.test(run.text) && !!last?.bold && !!next?.bold);
    if (
      last &&
      last.image === undefined &&
      run.image === undefined &&
      last.bold === isBold &&
      isSameLink(last, run)
    )
      last.text += run.text;
    else out.push({ ...run, bold: isBold });
  }
  return out;
}

const isSameLink = (one: Run, other: Run): boolean => one.link?.id === other.link?.id;

function edged(runs: readonly Run[]): readonly Run[] {
  return merged(
    runs.flatMap((run): Run[] => {
      if (!run.bold) return [run];
      const head = NO_BEGINNING.exec(run.text)?.[0] ?? '';
      const rest = run.text.slice(head.length);
      const tail = NO_END.exec(rest)?.[0] ?? '';
      return [
        { ...run, text: head, bold: false },
        { ...run, text: rest.slice(0, rest.length - tail.length) },
        { ...run, text: tail, bold: false },
      ].filter(({ text }) => text !== '');
    }),
  );
}

function isReadable({ text }: Run, before: Run | undefined, after: Run | undefined): boolean {
  const [previous, next] = [before?.text.at(-1) ?? '', after?.text[0] ?? ''];
  if (previous === '\\' || text.endsWith('\\') || HONORIFIC.test(text)) return false;
  return !((ALNUM.test(previous) && ALNUM.test(text[0]!)) || (ALNUM.test(text.at(-1)!) && ALNUM.test(next)));
}
