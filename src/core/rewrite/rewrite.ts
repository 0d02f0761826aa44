import { stringify } from 'yaml';
import { formOf } from '../announcement/schema.ts';
import { bodyOf } from '../drafting/body.ts';
import type { Answer, Answers } from '../drafting/draft.ts';
import { withEdits, type LineEdit } from './lines.ts';
import type { WrittenField, WrittenFile } from './written-file.ts';

/**
 * The file of an announcement with other answers and another body. Whatever is the same stays as it is written, its
 * quotation marks, comments, order and line ends too: without a change it is the same byte for byte.
 * @param body as a form holds it; an empty one, where there was one, becomes the contents of the official form
 */
export function rewritten(file: WrittenFile, answers: Answers, body: string): string {
  return withEdits(file.lines, [
    ...file.fields.flatMap((field) => fieldEdit(file, field, answers[field.label])),
    ...addedFields(file, answers),
    ...bodyEdit(file, body.trim() === '' && file.body !== '' ? bodyOf(answers, file.spec) : body),
  ]);
}

const isSame = (a: Answer | undefined, b: Answer | undefined): boolean => {
  const isNone = (answer: Answer | undefined): boolean => answer === undefined || answer.length === 0;
  return (isNone(a) && isNone(b)) || JSON.stringify(a) === JSON.stringify(b);
};

function fieldEdit(
  { lines }: WrittenFile,
  field: WrittenField,
  answer: Answer | undefined,
): readonly LineEdit[] {
  const { key, from, to, value } = field;
  if (isSame(field.answer, answer)) return [];
  if (answer === undefined || answer.length === 0)
    return field.answer === undefined ? [] : [{ from, to, lines: [] }];
  const line = lines.lines[from]!;
  const inPlace = value && typeof answer === 'string' ? quoted(answer, value.quote) : undefined;
  if (inPlace === undefined) return [{ from, to, lines: asLines(key, answer) }];
  return [{ from, to, lines: [line.slice(0, value!.from) + inPlace + line.slice(value!.to)] }];
}

/** A value on its line, in the quotation marks that it had; nothing where it does not go in these. */
function quoted(text: string, quote: '"' | "'" | ''): string | undefined {
  if (/[\n\r]/u.test(text)) return undefined;
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  if (quote === '"') return JSON.stringify(text);
  const [line, ...others] = asLines('a', text);
  return others.length > 0 ? undefined : line!.slice('a: '.length);
}

const asLines = (key: string, answer: Answer): readonly string[] =>
  stringify({ [key]: answer }, { schema: 'failsafe', lineWidth: 0 })
    .trimEnd()
    .split('\n');

/** What was not there before stands behind what comes before it in the form. */
function addedFields({ spec, fields, closing }: WrittenFile, answers: Answers): readonly LineEdit[] {
  const order = [...new Set(formOf(spec).map(({ label }) => label))];
  const places = new Map<number, string[]>();
  for (const [index, label] of order.entries()) {
    const answer = answers[label];
    if (fields.some((field) => field.label === label) || answer === undefined || answer.length === 0)
      continue;
    const before = order
      .slice(0, index)
      .flatMap((one) => fields.find((field) => field.label === one)?.to ?? []);
    const at = before.at(-1) ?? closing;
    places.set(at, [...(places.get(at) ?? []), ...asLines(label, answer)]);
  }
  return [...places].map(([at, lines]) => ({ from: at, to: at, lines }));
}

/** Of a body only the lines between what is the same at its beginning and at its end. */
function bodyEdit({ body, bodyFrom, lines, closing }: WrittenFile, text: string): readonly LineEdit[] {
  if (text === body || (text.trim() === '' && body === '')) return [];
  const [before, after] = [body, text].map((one) => one.replace(/\n+$/u, '').split('\n')) as [
    string[],
    string[],
  ];
  if (body === '') return [{ from: closing + 1, to: lines.lines.length, lines: ['', ...after] }];
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    {
      from: bodyFrom + head,
      to: bodyFrom + before.length - tail,
      lines: after.slice(head, after.length - tail),
    },
  ];
}
