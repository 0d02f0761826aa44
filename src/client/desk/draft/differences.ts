import type { Draft } from '../../../core/desk/api.ts';
import type { Answer } from '../../../core/drafting/draft.ts';
import { inWords } from './as-text.ts';

/** What is compared of a draft, of which there are two versions. */
export type Version = Pick<Draft, 'answers' | 'body'>;

interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly other: string;
}

/** Where two versions of one draft differ, field by field, in words. */
export function differencesOf({ answers, body }: Version, other: Version): readonly Difference[] {
  const labels = [...new Set([...Object.keys(answers), ...Object.keys(other.answers)])];
  const fields = labels.map((label) => ({
    label,
    mine: wordsOf(answers[label]),
    other: wordsOf(other.answers[label]),
  }));
  return [...fields, { label: '正文', mine: body, other: other.body }].filter(
    (one) => one.mine !== one.other,
  );
}

const wordsOf = (answer: Answer | undefined): string =>
  answer === undefined ? '（没有填）' : inWords(answer);
