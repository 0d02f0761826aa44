import { answerOf } from '../core/search/answer.ts';
import {
  API,
  LONGEST_ADDRESS,
  MOST_FORMS,
  TEXTS_API,
  textsAsked,
  toSent,
  type SentAnswer,
  type SentTexts,
} from '../core/search/api.ts';
import { questionIn } from '../core/search/question.ts';
import { select } from '../core/search/select.ts';
import { asksTexts, isLong, wantsIn, type Want } from '../core/search/wanted.ts';
import { yearsFor } from '../core/search/years.ts';
import type { SearchIndex } from './search-index.ts';

/** What is sent back. */
export interface Reply {
  readonly status: 200 | 400 | 404 | 405 | 414;
  readonly body: SentAnswer | SentTexts | { readonly error: string };
}

/**
 * Answers one request.
 * @param address path and `?…` as they were asked for
 * @param now milliseconds since 1970
 */
export function replyTo(method: string, address: string, index: SearchIndex, now: number): Reply {
  if (method !== 'GET') return refusal(405, '这里只能用 GET 查询。');
  if (address.length > LONGEST_ADDRESS) return refusal(414, `网址太长，最多 ${LONGEST_ADDRESS} 个字符。`);
  const [path, search = ''] = address.split(/(?=\?)/u, 2);
  const { base } = index.manifest;
  if (path === base + API) return answerTo(search, index, now);
  if (path === base + TEXTS_API) return textsFor(search, index);
  return refusal(404, `没有这个地址；查询在 ${base}${API}。`);
}

function answerTo(search: string, index: SearchIndex, now: number): Reply {
  const { question, ignored } = questionIn(search, index.known);
  if (ignored.length > 0) return refusal(400, `有的条件看不懂：${ignored.join('、')}。`);
  const wants = wantsIn(question.words);
  if (isTooMuch(wants)) return tooMuch;
  const years = yearsFor(index.manifest.years, question, now).map(({ year }) => year);
  const hasTexts = asksTexts(question);
  const inBodies = hasTexts && years.length > 0 ? index.textsWith(wants, years.at(-1)!) : undefined;
  const selection = select(years.map(index.shelf), question, { now, inBodies });
  return { status: 200, body: toSent(answerOf(selection, question, index.manifest, hasTexts)) };
}

function textsFor(search: string, index: SearchIndex): Reply {
  const asked = textsAsked(search);
  if (!asked || !asked.wants.every(isLong)) return refusal(400, '看不懂要在正文里找什么。');
  if (isTooMuch(asked.wants)) return tooMuch;
  return { status: 200, body: { ids: [...index.textsWith(asked.wants, asked.since)] } };
}

const isTooMuch = (wants: readonly Want[]): boolean =>
  wants.reduce((sum, { forms }) => sum + forms.length, 0) > MOST_FORMS;

const refusal = (status: Reply['status'], error: string): Reply => ({ status, body: { error } });

const tooMuch = refusal(400, `一次最多查 ${MOST_FORMS} 段文字。`);
