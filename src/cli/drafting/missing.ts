import { remedyLines } from '../../core/announcement/kind.ts';
import { CATEGORIES, type Category } from '../../core/announcement/category.ts';
import type { Field } from '../../core/announcement/field.ts';
import { formOf, writtenTypesIn } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import {
  answerOf,
  BODY_LABEL,
  ID_LABEL,
  categoryOf,
  specOf,
  SUPPLEMENT_LABEL,
  questionsOf,
  understand,
  type Answers,
} from '../../core/drafting/draft.ts';
import { ID } from '../../core/announcement/text.ts';
import { gapsOf } from '../../core/drafting/body.ts';
import type { ExistingAnnouncements } from '../../core/proposals/existing.ts';
import { Proposals } from '../../core/proposals/proposals.ts';

/** What answers still lack or have wrong, with what could be written; nothing when all is there. */
export function missingAnswers(
  answers: Answers,
  { archive, now }: { archive: ExistingAnnouncements; now: string },
): string | undefined {
  const category = categoryOf(answers);
  if (!category) return choice('类别', answers, Object.values(CATEGORIES));
  const spec = specOf(answers);
  if (!spec) return choice('类型', answers, termsIn(category));
  const proposals = new Proposals(archive, spec, now);
  const form = formOf(spec);
  const isElsewhere = Array.isArray(answers['关联公告']);
  const related = form.find(({ key }) => key === (isElsewhere ? 'relatedElsewhere' : 'related'));
  const lines = [...(related ? [related] : []), ...questionsOf(spec)].flatMap((field) =>
    lineOf(field, answers, () => proposals.forField(field, answers)),
  );
  for (const group of spec.oneOf) {
    const labels = form.filter(({ key }) => group.includes(key)).map(({ label }) => label);
    if (!labels.some((label) => answers[label] !== undefined))
      lines.push(`  ${labels.join(' 或 ')}  写其中一个`);
  }
  const known = new Set([...form.map(({ label }) => label), ID_LABEL, BODY_LABEL, SUPPLEMENT_LABEL]);
  lines.push(
    ...Object.keys(answers)
      .filter((label) => !known.has(label))
      .map((label) => `  ${label}  ${spec.term}没有这一栏，写进“其他事项”`),
  );
  lines.push(...gapLines(answers, spec));
  const id = answerOf(answers, ID_LABEL);
  if (id !== undefined && !ID.test(id)) lines.push(`  ${ID_LABEL}  “${id}”只能用小写英文字母、数字和“-”`);
  if (lines.length === 0) return undefined;
  return `还缺下面这些，或者写得不对。用 --set 栏目=内容 补上，或者写进 --from 的文件：\n\n${lines.join('\n')}`;
}

/** What a body that is made from the fields would leave to be filled in; what the form asks for is said already. */
function gapLines(answers: Answers, spec: TypeSpec): readonly string[] {
  const gaps = gapsOf(answers, spec).filter(({ field }) => !field?.required);
  if (gaps.length === 0) return [];
  const labels = gaps.flatMap(({ field }) => field?.label ?? []);
  const names = gaps.flatMap(({ name, field }) => (field ? [] : [name]));
  const ways = [
    ...(labels.length > 0 ? [`栏目 ${labels.join('、')}`] : []),
    ...(names.length > 0 ? [names.join('、')] : []),
  ];
  return [`  正文  没有写正文，按各栏生成还缺：${ways.join('；')}。补上这些栏目，或者用 --body 写正文`];
}

function lineOf(field: Field, answers: Answers, propose: () => string | undefined): readonly string[] {
  const { label, help, example, itemExample, required } = field;
  const answer = answers[label];
  if (answer === undefined) {
    if (!required) return [];
    const proposal = propose();
    const instance = example ?? itemExample;
    const hint = proposal === undefined ? instance && `例如 ${instance}` : `建议 ${proposal}`;
    return [`  ${label}  ${help}${hint ? `（${hint}）` : ''}`];
  }
  const understood = understand(field, answer);
  return 'fault' in understood
    ? [
        `  ${label}  ${[understood.fault.message, ...remedyLines(understood.fault)].join('；').replaceAll('  ', ' ')}`,
      ]
    : [];
}

const termsIn = (category: Category): readonly string[] => writtenTypesIn(category).map(({ term }) => term);

function choice(label: string, answers: Answers, terms: readonly string[]): string {
  const given = answerOf(answers, label);
  const fault = given === undefined ? `缺少“${label}”` : `没有“${given}”这个${label}`;
  return `${fault}。可选：${terms.join('、')}`;
}
