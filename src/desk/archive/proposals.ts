import type { Proposal } from '../../core/desk/api.ts';
import { formOf } from '../../core/announcement/schema.ts';
import type { Field } from '../../core/announcement/field.ts';
import { answerOf, ID_LABEL, questionsOf, specOf, type Answers } from '../../core/drafting/draft.ts';
import { Proposals } from '../../core/proposals/proposals.ts';
import type { ExistingAnnouncements } from '../../core/proposals/existing.ts';

/** What is proposed for the fields that have no answer yet, by label, each with why. */
export function proposalsFor(
  existing: ExistingAnnouncements,
  answers: Answers,
  now: string,
): Readonly<Record<string, Proposal>> {
  const spec = specOf(answers);
  if (!spec) return {};
  const proposals = new Proposals(existing, spec, now);
  const asked = formOf(spec).filter((field) => questionsOf(spec).includes(field));
  const fields = asked.flatMap((field): readonly (readonly [string, Proposal])[] => {
    if (answers[field.label] !== undefined && answers[field.label] !== '') return [];
    const answer = proposals.forField(field, answers);
    return answer === undefined
      ? []
      : [[field.label, { answer, reason: reasonOf(field, answers, spec.term) }]];
  });
  const id = answerOf(answers, ID_LABEL) === undefined ? proposals.id(answers) : undefined;
  const address: Proposal | undefined =
    id === undefined ? undefined : { answer: id, reason: '公告的网址，按项目编号和类型' };
  return Object.fromEntries([...fields, ...(address ? [[ID_LABEL, address] as const] : [])]);
}

/** Where a proposal comes from, as far as the form tells. */
function reasonOf({ key, kind, usual }: Field, answers: Answers, term: string): string {
  if (key === 'publishedAt') return '现在，不早于前一份公告允许的时间';
  if (kind && ['instant', 'date'].includes(kind.name))
    return usual && usual.days > 0
      ? `通常隔 ${usual.days} 日，不短于法定期限`
      : '按通常的间隔，不短于法定期限';
  if (key === 'shortName') return '从标题里取的';
  if (key === 'projectCode') return '本年的下一个编号';
  if (key === 'title') return `接前一份公告，加上“${term}”`;
  return answerOf(answers, '关联公告') === undefined ? '按本站的习惯' : '接前一份公告';
}
