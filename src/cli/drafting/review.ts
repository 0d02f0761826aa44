import { formOf } from '../../core/announcement/schema.ts';
import type { Field } from '../../core/announcement/field.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import {
  answerOf,
  ATTACHMENTS_LABEL,
  BODY_LABEL,
  ID_LABEL,
  recordsOf,
  type Answer,
  type Answers,
} from '../../core/drafting/draft.ts';
import { inWords, isFor } from '../../core/drafting/summary.ts';
import type { Sources } from './sources.ts';
import { dim } from './dim.ts';
import type { Choice } from './list-prompt.ts';

/** Everything that can be gone back to: what errors point at first, then what has been answered, then the rest. */
export function itemsToRevise(
  { answers, attachments }: { answers: Answers; attachments: readonly string[] },
  spec: TypeSpec,
  errors: readonly Diagnostic[],
  sources?: Sources,
): readonly Choice[] {
  const codeOf = (label: string): string | undefined => errors.find((error) => isAbout(error, label))?.code;
  const items = [
    ...formOf(spec)
      .filter(({ key }) => !['category', 'attachments', 'relatedElsewhere'].includes(key))
      .map((field) => {
        const answer = answers[field.label];
        return { label: field.label, now: answer === undefined ? undefined : short(nowOf(field, answer)) };
      }),
    { label: ID_LABEL, now: answerOf(answers, ID_LABEL) },
    { label: BODY_LABEL, now: answerOf(answers, BODY_LABEL) === undefined ? '按各栏生成' : '自己写的' },
    { label: ATTACHMENTS_LABEL, now: attachments.length > 0 ? `${attachments.length} 个` : undefined },
  ];
  const rank = ({ label, now }: { label: string; now: string | undefined }): number =>
    codeOf(label) !== undefined ? 0 : now !== undefined ? 1 : 2;
  return items
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ label, now }) => {
      const beside = [codeOf(label), now].filter((part) => part !== undefined).join('，');
      const source = sources?.sourceOf(label, answers[label]);
      return {
        value: label,
        label: beside === '' ? label : `${label}  ${dim(beside)}`,
        ...(source !== undefined && { hint: `来自文件：${source}` }),
      };
    });
}

/** Whether an error is put right by another answer to this question. */
function isAbout({ code, field, help = '' }: Diagnostic, label: string): boolean {
  if (field === label || help.startsWith(`${label}:`)) return true;
  if (field !== undefined) return false;
  if (label === BODY_LABEL) return code.startsWith('C');
  if (label === ATTACHMENTS_LABEL) return code.startsWith('A');
  return label === ID_LABEL && /^F40\d$/u.test(code);
}

const nowOf = (field: Field, answer: Answer): string =>
  isFor(field, answer) ? inWords(field, answer) : `${recordsOf(answer).length} 项`;

/** Longest value beside its label, in characters. */
const LONGEST = 30;

function short(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}
