import { formOf } from '../announcement/schema.ts';
import type { Field } from '../announcement/field.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { recordsOf, understand, type Answer, type Answers, type RecordAnswer } from './draft.ts';

/** What will be published, in the order of the form: a line for each field, for a change its old and new value. */
export const factLines = (answers: Answers, spec: TypeSpec): readonly string[] =>
  formOf(spec).flatMap((field) => {
    const answer = answers[field.label];
    return answer === undefined || !isFor(field, answer) ? [] : linesOf(field, answer);
  });

/** Two fields may share a label, of which one takes a value and the other records. */
export const isFor = ({ shape }: Field, answer: Answer): boolean =>
  answer.length > 0 && (shape === 'records') === recordsOf(answer).length > 0;

function linesOf(field: Field, answer: Answer): readonly string[] {
  const { label } = field;
  if (field.shape !== 'records') return [`${label}  ${inWords(field, answer)}`];
  return [label, ...itemLines(field, answer).map((line) => `  ${line}`)];
}

/** A line for each item of a list; of a change, its old and new value. */
const itemLines = ({ key }: Field, answer: Answer): readonly string[] =>
  recordsOf(answer).map(key === 'corrections' ? changeLine : recordLine);

/** An answer as a reader will see it; as it was written, where it cannot be read. */
export function inWords(field: Field, answer: Answer): string {
  if (field.shape === 'records') return itemLines(field, answer).join('；');
  const understood = understand(field, answer);
  if ('fault' in understood) return [answer].flat().join('、');
  const values = (field.shape === 'scalar' ? [understood.value] : understood.value) as readonly unknown[];
  return values.map((value) => (field.kind ?? field.item)!.print(value)).join('、');
}

const changeLine = (change: RecordAnswer): string =>
  `${change['字段'] ?? change['事项'] ?? ''}：${change['原'] ?? ''} → ${change['新'] ?? ''}`;

const recordLine = (record: RecordAnswer): string =>
  Object.entries(record)
    .map(([label, text]) => `${label} ${text}`)
    .join('，');

/** Most lines of a body that a summary shows whole: with the facts, a clerk scrolls two windows at most. */
const MOST_LINES = 40;
const LAST_LINES = 5;

/** Longest part of one line that is shown, in characters. */
const LONGEST_LINE = 200;

function cut(line: string): string {
  const characters = [...line];
  if (characters.length <= LONGEST_LINE) return line;
  return `${characters.slice(0, LONGEST_LINE).join('')}……（这一行共 ${characters.length} 字）`;
}

/** A body with its length; of a long one the beginning and the end, of a long line the beginning. */
export function bodyLines(body: string): readonly string[] {
  const lines = body.split('\n');
  const characters = [...body.replaceAll(/\s/gu, '')].length;
  const shown =
    lines.length <= MOST_LINES
      ? lines
      : [
          ...lines.slice(0, MOST_LINES - LAST_LINES),
          `……（中间还有 ${lines.length - MOST_LINES} 行）`,
          ...lines.slice(-LAST_LINES),
        ];
  return [`正文  ${lines.length} 行，${characters} 字`, ...shown.map((line) => `  ${cut(line)}`.trimEnd())];
}
