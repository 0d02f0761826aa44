import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type Scalar } from 'yaml';
import { typeNamed, formOf } from '../announcement/schema.ts';
import { categoryNamed } from '../announcement/category.ts';
import { fieldMeant } from '../announcement/unit-in-name.ts';
import type { Field } from '../announcement/field.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { FRONT_MATTER_LINE, split } from '../corpus/front-matter.ts';
import { labels } from '../corpus/labels.ts';
import { readTree } from '../corpus/read-tree.ts';
import type { Tree } from '../corpus/tree.ts';
import type { Answer, Answers, RecordAnswer } from '../drafting/draft.ts';
import { linesOf, type Lines } from './lines.ts';

/** A line of the front matter, or several, with what is said there. */
export interface WrittenField {
  /** As it is written. */
  readonly key: string;
  /** That of the field which it means; its own where it means none. */
  readonly label: string;
  /** Absent where it takes a shape that no form can hold: then it stays as it is. */
  readonly answer: Answer | undefined;
  /** Lines of the file, from 0; `to` is the one behind. */
  readonly from: number;
  readonly to: number;
  /** Of a value on one line: where it stands there, and in which quotation marks. */
  readonly value?: { readonly from: number; readonly to: number; readonly quote: '"' | "'" | '' };
}

/** An announcement as a clerk wrote it into its file. */
export interface WrittenFile {
  readonly spec: TypeSpec;
  readonly answers: Answers;
  /** Without the empty lines before it. */
  readonly body: string;
  readonly lines: Lines;
  readonly fields: readonly WrittenField[];
  /** Line of the second `---`, from 0. */
  readonly closing: number;
  /** Line of the first words of the body, from 0. */
  readonly bodyFrom: number;
}

/** Reads a file that a form can hold; nothing of one whose fields or type cannot be told for certain. */
export function writtenFile(text: string): WrittenFile | undefined {
  const lines = linesOf(text);
  const cut = split('', lines.lines.join('\n')).split;
  if (!cut) return undefined;
  const entries = entriesIn(cut.frontMatter);
  const spec = entries && specIn(entries);
  if (!spec) return undefined;
  const form = formOf(spec);
  const fields = entries.map(({ key, tree, pair, lineOf }) => {
    const place = placeOf(pair, lineOf);
    const answer = answerIn(tree);
    return { key, label: labelFor(key, answer, form), answer, ...place };
  });
  // Of two lines that mean one field neither is known to be the one.
  if (new Set(fields.map(({ label }) => label)).size < fields.length) return undefined;
  const body = cut.body.split('\n');
  const first = body.findIndex((line) => line.trim() !== '');
  return {
    spec,
    answers: Object.fromEntries(fields.flatMap(({ label, answer }) => (answer ? [[label, answer]] : []))),
    body: first < 0 ? '' : body.slice(first).join('\n'),
    ...{ lines, fields },
    closing: cut.bodyLine - 2,
    bodyFrom: cut.bodyLine - 1 + Math.max(0, first),
  };
}

interface WrittenEntry {
  readonly key: string;
  readonly tree: Tree;
  readonly pair: Pair;
  readonly lineOf: LineOf;
}

/** Line of the file, from 0, and column there, from 0, of a place in the front matter. */
type LineOf = (offset: number) => { readonly line: number; readonly column: number };

/** The entries of a front matter in which nothing has to be guessed. */
function entriesIn(frontMatter: string): readonly WrittenEntry[] | undefined {
  const { tree, faults } = readTree(frontMatter, FRONT_MATTER_LINE, labels);
  if (tree?.kind !== 'map' || faults.length > 0) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(frontMatter, {
    ...{ schema: 'failsafe', uniqueKeys: false, lineCounter: counter, logLevel: 'error' },
  });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  if (contents.items.length !== tree.entries.length) return undefined;
  const lineOf: LineOf = (offset) => {
    const { line, col } = counter.linePos(offset);
    return { line: line - 1 + FRONT_MATTER_LINE - 1, column: col - 1 };
  };
  return contents.items.map((pair, index) => {
    const { key, value } = tree.entries[index]!;
    return { key, tree: value, pair, lineOf };
  });
}

function specIn(entries: readonly WrittenEntry[]): TypeSpec | undefined {
  const said = (label: string): string => {
    const tree = entries.find(({ key }) => key === label)?.tree;
    return tree?.kind === 'text' ? tree.text.trim() : '';
  };
  const category = categoryNamed(said('类别'));
  return category && typeNamed(category, said('类型'));
}

/** A name that other forms have for a field is that field; a figure whose unit stands in the name stays as it is. */
function labelFor(key: string, answer: Answer | undefined, form: readonly Field[]): string {
  if (form.some(({ label }) => label === key)) return key;
  const meant = fieldMeant(key, typeof answer === 'string' ? answer : undefined, form);
  return meant && meant.unit === undefined ? meant.field.label : key;
}

function answerIn(tree: Tree): Answer | undefined {
  if (tree.kind === 'text') return tree.text === '' ? undefined : tree.text;
  if (tree.kind === 'map') {
    const record = recordIn(tree);
    return record && [record];
  }
  if (tree.kind !== 'list' || tree.items.length === 0) return undefined;
  const texts = tree.items.flatMap((item) => (item.kind === 'text' && item.text !== '' ? [item.text] : []));
  if (texts.length === tree.items.length) return texts;
  const records = tree.items.flatMap((item) =>
    item.kind === 'map' ? [recordIn(item)].filter((one) => one !== undefined) : [],
  );
  return records.length === tree.items.length ? records : undefined;
}

function recordIn(tree: Tree & { kind: 'map' }): RecordAnswer | undefined {
  const parts = tree.entries.flatMap(({ key, value }) =>
    value.kind === 'text' ? [[key, value.text] as const] : [],
  );
  return parts.length === tree.entries.length ? Object.fromEntries(parts) : undefined;
}

function placeOf({ key, value }: Pair, lineOf: LineOf): Pick<WrittenField, 'from' | 'to' | 'value'> {
  const [start, afterKey] = (key as Scalar).range!;
  const [begin, end] = (value as Scalar | null)?.range ?? [afterKey, afterKey];
  const from = lineOf(start).line;
  const [first, last] = [lineOf(begin), lineOf(Math.max(begin, end - 1))];
  const isOneLine = isScalar(value) && first.line === from && last.line === from && end > begin;
  const quote = isScalar(value) ? QUOTES[String(value.type)] : undefined;
  return {
    from,
    to: (isSeq(value) || isMap(value) || isScalar(value) ? last.line : from) + 1,
    ...(isOneLine && quote !== undefined && { value: { from: first.column, to: last.column + 1, quote } }),
  };
}

const QUOTES: Readonly<Record<string, '"' | "'" | ''>> = {
  QUOTE_DOUBLE: '"',
  QUOTE_SINGLE: "'",
  PLAIN: '',
};
