import type { Answer, Answers } from '../core/drafting/draft.ts';
import { checkPersonal } from '../core/privacy.ts';

/** Whether numbers of persons stand in a text. */
export const isPersonal = (text: string): boolean => checkPersonal(text).length > 0;

/** Digits that stay readable, as where the check prints such a number. */
const HEAD = 3;
const TAIL = 4;

/** A text in which every number of a person is covered but for its ends; nothing else of it changes. */
export function masked(text: string): string {
  const found = checkPersonal(text);
  if (found.length === 0) return text;
  const lines = text.split('\n').map((line) => [...line]);
  for (const { line, column, length } of found) {
    const characters = lines[line - 1]!;
    const digits = Array.from({ length }, (_, at) => column - 1 + at).filter((at) =>
      /[\p{Nd}XxＸｘ]/u.test(characters[at] ?? ''),
    );
    // A star is a mark of Markdown: 138****0000 would lose two of them.
    for (const at of digits.slice(HEAD, -TAIL)) characters[at] = '×';
  }
  return lines.map((line) => line.join('')).join('\n');
}

/** Answers without those in which such a number stands: a field cannot hold half a number, the body has it covered. */
export const withoutPersonal = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isPersonal(wordsOf(answer))));

function wordsOf(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  return answer.map((item) => (typeof item === 'string' ? item : Object.values(item).join('\n'))).join('\n');
}
