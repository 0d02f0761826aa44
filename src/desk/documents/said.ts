import { CATEGORIES } from '../../core/announcement/category.ts';
import { formOf } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Imported } from '../../core/desk/api.ts';
import type { Evidence } from '../../core/import/evidence.ts';
import type { Notice } from '../../importer/documents/notice.ts';

/** The time of publication is when it is published here, whatever day the document has. */
const NOT_TAKEN = '发布时间';

/** What a document gives to a draft of a type: its body, what it says of the fields and where, what to look at. */
export function importedOf(notice: Notice, spec: TypeSpec | undefined): Imported {
  return {
    body: notice.markdown,
    proposals: proposalsIn(notice, spec),
    doubtful: notice.recognised.doubtful.map(({ label }) => label),
    messages: messagesIn(notice, spec),
  };
}

function proposalsIn({ recognised }: Notice, spec: TypeSpec | undefined): Imported['proposals'] {
  const asked = new Set((spec ? formOf(spec) : []).map(({ label }) => label));
  const said = recognised.values.filter(({ field: { label } }) => label !== NOT_TAKEN && asked.has(label));
  const title =
    recognised.title === '' ? [] : [['标题', { answer: recognised.title, words: recognised.title }] as const];
  return Object.fromEntries([
    ...title,
    ...said.map(
      ({ field, answer, evidence }) => [field.label, { answer, words: wordsIn(evidence) }] as const,
    ),
  ]);
}

function messagesIn({ recognised, notes, personal, notForReaders }: Notice, spec: TypeSpec | undefined) {
  const { category, type, doubtful } = recognised;
  const isOther = spec && category && type && (category !== spec.category || type.id !== spec.id);
  const messages: readonly (readonly [Imported['messages'][number]['severity'], string])[] = [
    ...(isOther
      ? [['warning', `来文像是${CATEGORIES[category]}的${type.term}，这份草稿是${spec.term}`] as const]
      : []),
    ...doubtful.map(
      ({ label, why, candidates }) =>
        ['warning', `${label}：${why}（${candidates.map(({ text }) => text).join('；')}）`] as const,
    ),
    ...personal.map((words) => ['error', `正文里有不能公开的号码：${words}`] as const),
    ...notForReaders.map((words) => ['warning', `来文不宜作附件：${words}`] as const),
    ...notes.map((words) => ['info', words] as const),
  ];
  return messages.map(([severity, message]) => ({ severity, message }));
}

const wordsIn = ({ rule, words }: Evidence): string => `${rule}“${words}”`;
