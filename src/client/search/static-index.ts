import { answerOf, type Answer } from '../../core/search/answer.ts';
import { usualSort, type Question } from '../../core/search/question.ts';
import { select } from '../../core/search/select.ts';
import { shardsSince } from '../../core/search/shard.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { asksTexts, wantsIn, type Want } from '../../core/search/wanted.ts';
import type { Asked, SearchBackend } from './backend.ts';
import { oldestOf, shelvesFor } from './catalogue.ts';
import { manifest, say } from './parts.ts';
import { once } from './site-files.ts';

/** Answers from the files of the site: the catalogues of the years, then the full-text indexes. */
export const staticIndex: SearchBackend = { find, textsWith, count };

async function* find(question: Question, { now, isStale }: Asked): AsyncGenerator<Answer> {
  const answer = (shelves: readonly Shelf[], inBodies?: ReadonlySet<string>): Answer =>
    answerOf(select(shelves, question, { now, inBodies }), question, manifest);
  const shelves: Shelf[] = [];
  const coming = shelvesFor(question, now);
  for (const [place, shelf] of coming.entries()) {
    shelves.push(await shelf);
    // In the order of publication a later shelf only adds below.
    const isSteady = (question.sort ?? usualSort(question)) === 'published';
    if (isSteady && place < coming.length - 1) yield answer(shelves);
  }
  let last = answer(shelves);
  yield last;
  if (!asksTexts(question)) return;
  try {
    const { canSearchBodies, findInBodies } = await import('./full-text.ts');
    if (!(await once('can search bodies', canSearchBodies))) {
      if (!isStale()) say('本浏览器不支持正文检索，已按标题、编号、单位名称查找。');
      return;
    }
    for await (const inBodies of findInBodies(wantsIn(question.words), oldestOf(question, now))) {
      last = answer(shelves, inBodies);
      yield last;
    }
    yield { ...last, hasTexts: true };
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    say(
      '正文没有查完：网络中断，或者网站刚刚更新过。这里只有按标题、编号、单位名称找到的。请刷新页面再查一次。',
    );
  }
}

async function textsWith(
  wants: readonly Want[],
  question: Question,
  now: number,
): Promise<ReadonlySet<string>> {
  const { findInBodies } = await import('./full-text.ts');
  let found: ReadonlySet<string> = new Set();
  for await (found of findInBodies(wants, oldestOf(question, now)));
  return found;
}

async function count(
  other: Question,
  { question, answer }: { question: Question; answer: Answer },
  now: number,
): Promise<number | undefined> {
  const needsTexts = other.words !== '' && other.inBodies;
  const isAsked = answer.hasTexts && asksTexts(other) && indexesFor(other, now) <= indexesFor(question, now);
  if (needsTexts && !isAsked) return undefined;
  const inBodies = needsTexts ? await textsWith(wantsIn(other.words), question, now) : undefined;
  const shelves = await Promise.all(shelvesFor(other, now));
  return select(shelves, other, { now, inBodies }).hits.length;
}

/** How many of the full-text indexes a question asks. */
const indexesFor = (question: Question, now: number): number =>
  shardsSince(manifest.shards, oldestOf(question, now)).length;
