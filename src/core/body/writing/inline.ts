import { findLost } from '../lost.ts';
import { markdown } from '../markdown.ts';
import { withBoldEdges } from './bold.ts';
import { asWords, guardBackslash, guardBeginning, guardCell, type Place } from './escape.ts';
import { wordsOfLine, type Line, type Run } from './run.ts';

/**
 * Writes a line so that the dialect prints its words as they are. What it would read otherwise even so is written once
 * more without links that have brackets, then without any look: the words are the announcement.
 */
export function toInline(line: Line, place: Place): string {
  const words = bare(wordsOfLine(line));
  const prints = (written: string): boolean =>
    !/[*`[\]<\\|&]|^[^\p{L}]/u.test(written) || isPrinted(written, words, place);
  // Beside two stars that are words the check of bodies would take the marks of bold for them.
  const looks = /(?<!\*)\*\*(?!\*)/u.test(words) ? line.map((run) => ({ ...run, bold: false })) : line;
  const full = write(withBoldEdges(looks), place, false);
  if (prints(full)) return full;
  const fewer = write(withBoldEdges(looks.map(withoutBracketedLink)), place, false);
  if (prints(fewer)) return fewer;
  const plain = withoutLooks(line);
  const simple = write(plain, place, false);
  return prints(simple) ? simple : write(plain, place, true);
}

/** A link with brackets in its words is what the dialect most often reads otherwise. */
const withoutBracketedLink = (run: Run): Run =>
  run.link && /[[\]]/u.test(run.text) ? { text: run.text, bold: run.bold } : run;

/** Words and pictures alone. */
export function withoutLooks(line: Line): Line {
  const runs: Run[] = [];
  for (const { text, image } of line) {
    const last = runs.at(-1);
    if (image !== undefined) runs.push({ text, bold: false, image });
    else if (last && last.image === undefined) last.text += text;
    else runs.push({ text, bold: false });
  }
  return runs;
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s/gu, '');

type Token = ReturnType<typeof markdown.parse>[number];

/** Whether the dialect prints these words of a line, and the check of bodies finds that none is lost. */
function isPrinted(written: string, words: string, place: Place): boolean {
  const lines =
    place === 'cell' ? [`| ${written} |`, '| --- |'] : [place === 'heading' ? `## ${written}` : written];
  const tokens = markdown.parse(lines.join('\n'), {});
  return bare(tokens.map(wordsWithoutImages).join('')) === words && findLost(lines, tokens).length === 0;
}

export function wordsWithoutImages(token: Token): string {
  if (token.type === 'image') return '';
  if (token.type === 'text' || token.type === 'code_inline' || token.type === 'fence') return token.content;
  return (token.children ?? []).map(wordsWithoutImages).join('');
}

/** Whether brackets could begin a link: before `](`, or without an end on their line, which the next one may have. */
const mayLink = (words: string): boolean => {
  if (!words.includes('[')) return false;
  let open = 0;
  for (const bracket of words.match(/[[\]]/gu) ?? []) open = Math.max(0, open + (bracket === '[' ? 1 : -1));
  return open > 0 || /\]\s*\(/u.test(words);
};

/** @param apart whether a blank keeps each escape from what stands before it */
function write(line: Line, place: Place, apart: boolean): string {
  const hasBrackets = mayLink(wordsOfLine(line));
  // A text that grows and is asked for its end each time is copied each time.
  const parts: string[] = [];
  const last = (): string => parts.at(-1)?.at(-1) ?? '';
  const put = (part: string): void => {
    if (part !== '') parts.push(part);
  };
  for (const [index, run] of line.entries()) {
    const [before, after] = [line[index - 1], line[index + 1]];
    if (run.image !== undefined) {
      put(`![${run.text}](${run.image})`);
      continue;
    }
    const opensLink = run.link && before?.link?.id !== run.link.id;
    const closesLink = run.link && after?.link?.id !== run.link.id;
    // `![` would begin a picture.
    if (opensLink) put(last() === '!' ? ' [' : '[');
    const touchesBefore = run.bold || before?.bold === true;
    if (run.bold) put('**');
    put(
      asWords(run.text, {
        before: last(),
        apart,
        brackets: hasBrackets && !run.link,
        touchesBefore,
        touchesAfter: run.bold || after?.bold === true,
      }),
    );
    if (run.bold) put('**');
    if (closesLink) put(`](${run.link!.target})`);
  }
  const out = parts.join('');
  if (place === 'cell') return guardCell(out);
  return place === 'paragraph' ? guardBeginning(out) : guardBackslash(out);
}
