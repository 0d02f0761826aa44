import { isDeepStrictEqual } from 'node:util';
import { formOf } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Entry } from '../../core/corpus/corpus.ts';
import type { DeskFinding } from '../../core/desk/api.ts';
import { BODY_LABEL, answerOf, understand, type Answers } from '../../core/drafting/draft.ts';
import { isFor } from '../../core/drafting/summary.ts';

/** No code of the check: it is not the clerk's fault. */
const WRITTEN_OTHERWISE = 'desk-written';

/** Written is understood: what is read of the file means what the form holds. A difference stops, and is ours. */
export function notUnderstood(entry: Entry, answers: Answers, spec: TypeSpec): readonly DeskFinding[] {
  const values = entry.announcement as unknown as Readonly<Record<string, unknown>>;
  const fields = formOf(spec).filter(({ key, label }) => {
    const answer = answers[label];
    if (['category', 'type'].includes(key)) return false;
    if (answer === undefined || answer.length === 0) return false;
    const field = formOf(spec).find((one) => one.key === key)!;
    if (!isFor(field, answer)) return false;
    const meant = understand(field, answer);
    return 'value' in meant && !isDeepStrictEqual(values[key], meant.value);
  });
  const body = answerOf(answers, BODY_LABEL);
  const isBodyOther = body !== undefined && entry.body.trim() !== body.trim();
  return [...fields.map(({ label }) => label), ...(isBodyOther ? [BODY_LABEL] : [])].map((label) => ({
    code: WRITTEN_OTHERWISE,
    severity: 'error',
    message: `“${label}”写进文件以后读出来不一样`,
    help: '换一种写法；还是这样，请告诉技术人员',
    field: label,
  }));
}
