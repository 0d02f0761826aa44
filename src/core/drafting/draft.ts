import { CATEGORIES, categoryNamed, type Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import type { Fault } from '../announcement/kind.ts';
import { formOf, typeNamed, typeOf, type Announcement } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';

/** What a clerk has answered to one question: a value, several values, or several records by Chinese label. */
export type Answer = string | readonly string[] | readonly RecordAnswer[];
export type RecordAnswer = Readonly<Record<string, string>>;

/** Answers by the Chinese label of the field; 标识 and 正文 beside those of the form. */
export type Answers = Readonly<Record<string, Answer>>;

export const ID_LABEL = '标识';
export const BODY_LABEL = '正文';
/** What a body made from the fields says where there is no field: records of 名称 and 内容. */
export const SUPPLEMENT_LABEL = '正文补充';
export const ATTACHMENTS_LABEL = '附件';

const textOf = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' && answer !== '' ? answer : undefined;

/** The answer to a question that has one value. */
export const answerOf = (answers: Answers, label: string): string | undefined => textOf(answers[label]);

/** The records of an answer that is a list of them. */
export const recordsOf = (answer: Answer | undefined): readonly RecordAnswer[] =>
  answer === undefined || typeof answer === 'string'
    ? []
    : answer.filter((item): item is RecordAnswer => typeof item !== 'string');

/** The category that the answers name, if they name one. */
export const categoryOf = (answers: Answers): Category | undefined =>
  categoryNamed(answerOf(answers, '类别') ?? '');

/** The type that the answers name, if they name one. */
export function specOf(answers: Answers): TypeSpec | undefined {
  const category = categoryOf(answers);
  return category && typeNamed(category, answerOf(answers, '类型') ?? '');
}

/** Fields that a wizard asks for in their turn in the form; the others have a step of their own or come later. */
export function questionsOf(spec: TypeSpec): readonly Field[] {
  const apart = new Set([
    'category',
    'type',
    'related',
    'relatedElsewhere',
    'attachments',
    'errata',
    'withdrawn',
    'screenNotices',
    'legacyUrls',
  ]);
  // A hall looks for what is opened in it; of the rest nobody needs a short name.
  if (spec.stage !== 'call') apart.add('shortName');
  return formOf(spec).filter(({ key }) => !apart.has(key));
}

/** What was understood of an answer: the words to write, and the value they mean; or what is wrong with them. */
type Understood = { answer: Answer; value: unknown } | { fault: Fault };

/** Reads an answer by the kinds of the schema. Full-width characters that cannot mean anything else are mended. */
export function understand(field: Field, answer: Answer): Understood {
  if (field.shape === 'records') return understandRecords(field, answer);
  if (field.shape === 'scalar') {
    return typeof answer === 'string' ? understandText(field.kind!, answer) : wrongShape(field, '只写一个值');
  }
  const items = typeof answer === 'string' ? answer.split(/[、，,\s]+/u).filter(Boolean) : [...answer];
  const plain = items.filter((item) => typeof item === 'string');
  if (plain.length === 0 || plain.length < items.length) return wrongShape(field, '每一项只写一个值');
  return all(plain.map((text) => understandText(field.item!, text)));
}

function understandRecords(field: Field, answer: Answer): Understood {
  const records = typeof answer === 'string' ? [] : answer.filter((item) => typeof item !== 'string');
  if (records.length === 0) return wrongShape(field, '要逐项列出');
  return all(records.map((record) => understandRecord(field.fields!, record)));
}

/** One record of a list, such as a lot or a candidate; its parts stay in the order in which they were given. */
export function understandRecord(fields: readonly Field[], record: RecordAnswer): Understood {
  const unknown = Object.keys(record).find((label) => !fields.some((field) => field.label === label));
  if (unknown !== undefined) {
    return faulty('F201', `没有“${unknown}”这一项`, `有：${fields.map(({ label }) => label).join('、')}`);
  }
  const answer = new Map(Object.entries(record).filter(([, text]) => text !== ''));
  const value: Record<string, unknown> = {};
  for (const field of fields) {
    const text = record[field.label];
    if (text === undefined || text === '') {
      if (field.required)
        return faulty('F202', `缺少“${field.label}”`, `${field.label}: ${field.example ?? '…'}`);
      continue;
    }
    // A list within a record, as 旧网址 of an attachment, is answered with one value.
    const understood = field.kind ? understandText(field.kind, text) : understand(field, [text]);
    if ('fault' in understood) return understood;
    answer.set(field.label, [understood.answer].flat().join(''));
    value[field.key] = understood.value;
  }
  return { answer: [Object.fromEntries(answer)], value };
}

function understandText(kind: NonNullable<Field['kind']>, written: string): Understood {
  const text = written.trim();
  const parsed = kind.parse(text);
  if ('value' in parsed) return { answer: text, value: parsed.value };
  // What means the same is written for the clerk.
  const { fix } = parsed.fault;
  const again = fix === undefined ? parsed : kind.parse(fix);
  return 'value' in again ? { answer: fix!, value: again.value } : parsed;
}

/** The parts of a list together, or the fault of the first that has one. */
function all(parts: readonly Understood[]): Understood {
  const fault = parts.find((part) => 'fault' in part);
  if (fault) return fault;
  const sound = parts as readonly { answer: Answer; value: unknown }[];
  return {
    answer: sound.map(({ answer }) => answer).flat() as Answer,
    value: sound.map(({ value }) => value),
  };
}

const faulty = (code: string, message: string, help: string): Understood => ({
  fault: { code, message, help },
});

const wrongShape = (field: Field, how: string): Understood =>
  faulty('F207', `“${field.label}”${how}`, field.example ?? field.itemExample ?? field.help);

/**
 * The announcement as far as it has been answered. Fields that are missing are absent, whatever the schema says, so
 * that rules can look at a form that is still being filled.
 */
export function partOf(answers: Answers): Announcement | undefined {
  const spec = specOf(answers);
  if (!spec) return undefined;
  const values = formOf(spec).flatMap((field) => {
    const answer = answers[field.label];
    const understood = answer === undefined ? undefined : understand(field, answer);
    return understood && 'value' in understood ? [[field.key, understood.value] as const] : [];
  });
  const known = { ...Object.fromEntries(values), category: spec.category, type: spec.id };
  return known as unknown as Announcement;
}

/** The terms of a category and a type, as answers. */
export const termsOf = (category: Category, type: string): Answers => ({
  类别: CATEGORIES[category],
  类型: typeOf(category, type).term,
});
