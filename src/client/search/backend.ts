import type { Answer } from '../../core/search/answer.ts';
import type { Question } from '../../core/search/question.ts';
import type { Want } from '../../core/search/wanted.ts';

/** When something is asked, and whether the answer is still wanted. */
export interface Asked {
  /** Milliseconds since 1970. */
  now: number;
  isStale: () => boolean;
}

/** What answers questions: the site's own files in the browser, or a server. */
export interface SearchBackend {
  /**
   * Answers a question, better and better; the last answer is whole.
   * @throws when it cannot
   */
  find(question: Question, asked: Asked): AsyncIterable<Answer>;
  /** The announcements of a question's years that have what is wanted in their text. @throws when it cannot */
  textsWith(wants: readonly Want[], question: Question, now: number): Promise<ReadonlySet<string>>;
  /**
   * How many another question would find; nothing where to know that would cost more than what was asked before.
   * @throws when it cannot
   */
  count(
    other: Question,
    before: { question: Question; answer: Answer },
    now: number,
  ): Promise<number | undefined>;
}
