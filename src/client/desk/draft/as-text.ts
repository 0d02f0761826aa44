import type { Answer } from '../../../core/drafting/draft.ts';
import type { DraftState } from './draft-store.ts';

/** All that stands on the screen as words, to be kept elsewhere while it cannot be saved. */
export function asText({ answers, body, files }: DraftState): string {
  const fields = Object.entries(answers).map(([label, answer]) => `${label}：${inWords(answer)}`);
  const attached = files.map(({ name, label }) => `附件：${label}（${name}）`);
  return [...fields, ...attached, '', body].join('\n');
}

/** An answer as it was typed, records a line each. */
export function inWords(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  return answer.map((one) => (typeof one === 'string' ? one : Object.values(one).join('，'))).join('\n');
}
