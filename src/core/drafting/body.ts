import { contentsOf, type Content, type Part } from '../announcement/contents.ts';
import type { Field } from '../announcement/field.ts';
import { formOf } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import {
  answerOf,
  BODY_LABEL,
  questionsOf,
  recordsOf,
  SUPPLEMENT_LABEL,
  understand,
  type Answer,
  type Answers,
  type RecordAnswer,
} from './draft.ts';

/** What the body must say and nothing has been answered for. */
interface Gap {
  name: string;
  /** The field that could say it. */
  field?: Field;
}

/**
 * The body of an announcement: what was written for it, or else the contents of the official form from the fields.
 * What is missing stands as 〔待填〕, which the check refuses (C115).
 */
export function bodyOf(answers: Answers, spec: TypeSpec, originalTitle?: string): string {
  const own = answerOf(answers, BODY_LABEL);
  if (own !== undefined) return own.trim();
  const changes = recordsOf(answers['更正内容']);
  if (changes.length > 0) return correctionBody(changes, originalTitle);
  const parts = partsOf(answers, spec).filter(({ lines }) => lines.length > 0);
  return parts
    .map(({ heading, lines }, index) =>
      [...(heading === '' ? [] : [`## ${ORDINALS[index]!}、${heading}`, '']), ...lines].join('\n').trim(),
    )
    .join('\n\n')
    .replaceAll(/\n{3,}/gu, '\n\n');
}

/** What a body that is made from the fields would leave to be filled in. */
export const gapsOf = (answers: Answers, spec: TypeSpec): readonly Gap[] =>
  answerOf(answers, BODY_LABEL) !== undefined
    ? []
    : outlineOf(spec).flatMap(({ contents }) =>
        contents.flatMap((content): readonly Gap[] => {
          if (content.need !== 'law' || linesOf(content, answers, spec).length > 0) return [];
          const field = formOf(spec).find(({ key }) => content.keys.includes(key));
          return [{ name: content.name, ...(field && { field }) }];
        }),
      );

const ORDINALS = [...'一二三四五六七八九十'];

const partsOf = (
  answers: Answers,
  spec: TypeSpec,
): readonly { heading: string; lines: readonly string[] }[] =>
  outlineOf(spec).map(({ heading, contents }) => ({
    heading,
    lines: contents.flatMap((content) => {
      const lines = linesOf(content, answers, spec);
      if (lines.length > 0) return lines;
      if (content.need !== 'law') return [];
      return [heading === '' ? `〔待填：${content.name}〕` : `- ${content.name}：〔待填〕`];
    }),
  }));

/** The contents that an order lists; of a type without such a list, whatever its fields say. */
const outlineOf = (spec: TypeSpec): readonly Part[] =>
  contentsOf(spec) ?? [
    {
      heading: '公告内容',
      contents: questionsOf(spec)
        .filter(({ block, group }) => block !== 'elsewhere' && group !== 'other')
        .map(({ label, key }) => ({ name: label, keys: [key], need: 'may' })),
    },
  ];

function linesOf({ name, keys }: Content, answers: Answers, spec: TypeSpec): readonly string[] {
  const supplement = recordsOf(answers[SUPPLEMENT_LABEL]).find((one) => one['名称'] === name)?.['内容'];
  const fields = formOf(spec).filter(({ key, label }) => keys.includes(key) && answers[label] !== undefined);
  const lines = fields.flatMap((field) => fieldLines(field, answers[field.label]!));
  if (supplement === undefined) return lines;
  return [...lines, isOwnWords(name, spec) ? supplement : `- ${name}：${escaped(supplement)}`];
}

/** Of a body that is one text, the words stand for themselves. */
const isOwnWords = (name: string, spec: TypeSpec): boolean =>
  (contentsOf(spec) ?? []).some(
    ({ heading, contents }) => heading === '' && contents.some((content) => content.name === name),
  );

function fieldLines(field: Field, answer: Answer): readonly string[] {
  if (field.shape === 'records') return ['', ...tableOf(field, recordsOf(answer)), ''];
  const understood = understand(field, answer);
  if ('fault' in understood) return [];
  const { kind, item, label } = field;
  const text =
    field.shape === 'scalar'
      ? kind!.print(understood.value)
      : (understood.value as readonly unknown[]).map((value) => item!.print(value)).join('、');
  return [`- ${label}：${escaped(text)}`];
}

/** Records as a table of the columns that any of them fills. */
function tableOf({ fields = [] }: Field, records: readonly RecordAnswer[]): readonly string[] {
  const columns = fields.filter(({ label }) => records.some((record) => record[label] !== undefined));
  const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    rowOf(columns.map(({ label }) => label)),
    rowOf(columns.map(() => '---')),
    ...records.map((record) => rowOf(columns.map(({ label }) => inCell(record[label])))),
  ];
}

function correctionBody(changes: readonly RecordAnswer[], originalTitle: string | undefined): string {
  const rows = changes.map((change) =>
    [change['字段'] ?? change['事项'], change['原'], change['新']].map(inCell).join(' | '),
  );
  return [
    `对${originalTitle === undefined ? '原公告' : `《${originalTitle}》`}更正如下：`,
    '',
    '| 更正事项 | 原来的内容 | 现在的内容 |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    '其他内容不变。',
  ].join('\n');
}

/** What the dialect of bodies takes for a mark: the edge of a cell, code, bold words, the words of a link. */
const MARKS = /[|`]|\*\*|\[(?=[^\]]*\]\()/gu;

/** A value in one line of a body: no character of it is a mark. */
const escaped = (text: string): string =>
  text.replaceAll(MARKS, (mark) => mark.replaceAll(/./gu, '\\$&')).replaceAll(/\s*\n\s*/gu, ' ');

const inCell = (text = ''): string => escaped(text);
