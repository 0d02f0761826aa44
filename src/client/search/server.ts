import type { Answer } from '../../core/search/answer.ts';
import {
  fromSent,
  LONGEST_ADDRESS,
  TEXTS_API,
  textsAddress,
  type SentAnswer,
  type SentTexts,
} from '../../core/search/api.ts';
import type { Question } from '../../core/search/question.ts';
import type { SearchBackend } from './backend.ts';
import { manifest } from './parts.ts';

/** Longest wait for an answer, in milliseconds: then the files of the site are quicker. */
const PATIENCE = 5000;

/**
 * Answers from the site's search server; a part of its own, which a site without one never loads. It is handed what
 * the page has already: of modules that both import, a file would be made that every search page fetches.
 * @param addressOf a question as an address has it
 * @param oldestOf the last of the years that a question looks through
 */
export function searchServer(
  addressOf: (question: Question) => string,
  oldestOf: (question: Question, now: number) => string | undefined,
): SearchBackend {
  const answerTo = async (question: Question): Promise<Answer> =>
    fromSent(await ask<SentAnswer>(manifest.api! + addressOf(question)));
  return {
    async *find(question) {
      yield await answerTo(question);
    },
    async textsWith(wants, question, now) {
      const { ids } = await ask<SentTexts>(TEXTS_API + textsAddress(wants, oldestOf(question, now)));
      return new Set(ids);
    },
    // It is an offer: where the server does not answer it, the answer before stands.
    async count(other) {
      try {
        return (await answerTo(other)).total;
      } catch (cause) {
        console.error(cause);
        return undefined;
      }
    },
  };
}

/** @throws when nothing comes in time, or something else than an answer */
async function ask<T>(path: string): Promise<T> {
  const address = manifest.base + path;
  if (address.length > LONGEST_ADDRESS) throw new Error(`${address.length} characters are too many to ask`);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return (await response.json()) as T;
  } finally {
    clearTimeout(timer);
  }
}
