import { stringify } from 'yaml';
import { formOf } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { answerOf, BODY_LABEL, type Answer, type Answers, type RecordAnswer } from './draft.ts';

/** The file of an announcement, its fields in the order of the form. Every value stays the text that was answered. */
export function toMarkdown(answers: Answers, spec: TypeSpec, originalTitle?: string): string {
  const fields = formOf(spec).flatMap(({ label }) => {
    const answer = answers[label];
    return answer === undefined || answer.length === 0 ? [] : [[label, answer] as const];
  });
  // Wide lines stay one line: the check points at lines, and a clerk looks for them.
  const frontMatter = stringify(Object.fromEntries(fields), { schema: 'failsafe', lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${bodyOf(answers, originalTitle)}\n`;
}

/** What was answered for the body; else words that say where the content stands. */
function bodyOf(answers: Answers, originalTitle: string | undefined): string {
  const own = answerOf(answers, BODY_LABEL);
  if (own !== undefined) return own.trim();
  const changes = answers['更正内容'];
  if (changes !== undefined && typeof changes !== 'string') return correctionBody(changes, originalTitle);
  return '本公告的各项内容见上列各栏。';
}

function correctionBody(changes: Exclude<Answer, string>, originalTitle: string | undefined): string {
  const rows = changes
    .filter((change): change is RecordAnswer => typeof change !== 'string')
    .map((change) => [change['字段'] ?? change['事项'], change['原'], change['新']].map(inCell).join(' | '));
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

const inCell = (text = ''): string => text.replace(/([|\\])/gu, '\\$1');
