import type { Review } from '../../core/desk/api.ts';
import { recordsOf, type Answer, type Answers } from '../../core/drafting/draft.ts';

type FieldChange = Review['changes'][number];

/** What of a draft its readers see. */
interface Told {
  readonly answers: Answers;
  readonly body: string;
  readonly files: readonly { readonly name: string; readonly label: string; readonly sha256: string }[];
}

/** What one version says otherwise than the one before, field by field, then the body, then the attachments. */
export const changesBetween = (before: Told, after: Told): readonly FieldChange[] => [
  ...fieldChanges(before.answers, after.answers),
  ...bodyChange(before.body, after.body),
  ...fileChanges(before.files, after.files),
];

/** Fields whose answers differ, in the order of the newer form. */
function fieldChanges(before: Answers, after: Answers): readonly FieldChange[] {
  const labels = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...labels].flatMap((label) => changeOf(label, wordsOf(before[label]), wordsOf(after[label])));
}

const changeOf = (
  label: string,
  before: string | undefined,
  after: string | undefined,
): readonly FieldChange[] => (before === after ? [] : [{ label, before, after }]);

/** An answer as one reads it; records a line each. */
function wordsOf(answer: Answer | undefined): string | undefined {
  if (answer === undefined || answer.length === 0) return undefined;
  if (typeof answer === 'string') return answer;
  const records = recordsOf(answer);
  if (records.length === 0) return answer.join('、');
  return records
    .map((record) =>
      Object.entries(record)
        .filter(([, text]) => text !== '')
        .map(([label, text]) => `${label}：${text}`)
        .join('，'),
    )
    .join('\n');
}

/** The lines of the body between those that are the same at its beginning and at its end. */
function bodyChange(before: string, after: string): readonly FieldChange[] {
  const [old, fresh] = [before.trim().split('\n'), after.trim().split('\n')];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const between = (lines: readonly string[]): string | undefined =>
    lines
      .slice(start, lines.length - end)
      .join('\n')
      .trim() || undefined;
  return changeOf('正文', between(old), between(fresh));
}

function fileChanges(before: Told['files'], after: Told['files']): readonly FieldChange[] {
  const names = new Set([...after, ...before].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [old, fresh] = [before, after].map((files) => files.find((one) => one.name === name));
    if (old?.sha256 === fresh?.sha256) return changeOf(`附件 ${name}`, old?.label, fresh?.label);
    return [{ label: `附件 ${name}`, before: old?.label, after: fresh && `${fresh.label}（换了文件）` }].map(
      (change) => (old ? change : { ...change, after: fresh?.label }),
    );
  });
}
