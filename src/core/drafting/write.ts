import { stringify } from 'yaml';
import { formOf } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { bodyOf } from './body.ts';
import type { Answers } from './draft.ts';

/** The file of an announcement, its fields in the order of the form. Every value stays the text that was answered. */
export function toMarkdown(answers: Answers, spec: TypeSpec, originalTitle?: string): string {
  const fields = formOf(spec).flatMap(({ label }) => {
    const answer = answers[label];
    return answer === undefined || answer.length === 0 ? [] : [[label, answer] as const];
  });
  // Wide lines stay one line: the check points at lines, and a clerk looks for them.
  const frontMatter = stringify(Object.fromEntries(fields), { schema: 'failsafe', lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${bodyOf(answers, spec, originalTitle)}\n`;
}
