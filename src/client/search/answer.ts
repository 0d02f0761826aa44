import { askServer, now as presentMoment } from '../clock.ts';
import { keepTime } from '../deadline.ts';
import { dependsOnClock, noQuestion, usualSort, type Question } from '../../core/search/question.ts';
import { LITTLE } from '../../core/query-expansion/little.ts';
import type { Bodies } from '../../core/query-expansion/look-again.ts';
import { conditionsOf } from '../../core/search/conditions.ts';
import { select, type Selection } from '../../core/search/select.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { summaryOf, type Summary } from '../../core/search/summary.ts';
import { isLong, wantsIn } from '../../core/search/wanted.ts';
import { advise } from './advice.ts';
import { showMore } from './again.ts';
import { shelvesFor } from './catalogue.ts';
import { showCounts, tellResults, typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { part, say } from './parts.ts';
import { showRows } from './result-list.ts';
import { once } from './site-files.ts';

/** Looks for a question's answer and shows it. @throws when a catalogue does not come */
export async function answer(question: Question, isStale: () => boolean): Promise<void> {
  keepTime();
  showConditions(question);
  // What is open is decided by the server's clock where the device's is wrong, and not shown before that is known.
  if (dependsOnClock(question)) await askServer();
  if (isStale()) return;
  const now = presentMoment();
  const shelves: Shelf[] = [];
  const coming = shelvesFor(question, now);
  for (const [place, shelf] of coming.entries()) {
    shelves.push(await shelf);
    if (isStale()) return;
    // In the order of publication a later shelf only adds below.
    const isSteady = (question.sort ?? usualSort(question)) === 'published';
    if (isSteady && place < coming.length - 1)
      await showRows(select(shelves, question, { now }), question, isStale);
  }
  let found = select(shelves, question, { now });
  let inBodies: ReadonlySet<string> | undefined;
  await showRows(found, question, isStale);
  if (question.words !== '' && question.inBodies) {
    for await (const known of bodies(question, shelves, isStale)) {
      if (isStale()) return;
      inBodies = known;
      if (!known) continue;
      found = select(shelves, question, { now, inBodies });
      await showRows(found, question, isStale);
    }
  }
  if (isStale()) return;
  const summary = summaryOf(found.hits, question.page);
  finish(question, found, summary);
  tellResults(found.hits.length);
  const known = { now, isStale, bodiesWith: bodiesOf(inBodies, shelves) };
  const more = await furtherFor(question, shelves, found.hits, known);
  if (isStale()) return;
  // Said once, with all of it.
  part('results-status').textContent = summary.status + (more > 0 ? `也查了别的写法，另有 ${more} 条。` : '');
  const isShown = part('results-list').children.length > 0 || (found.hits.length === 0 && more > 0);
  if (isShown) return;
  await advise(question, { total: found.hits.length, pages: summary.pages, shelves }, known);
}

/** How much other ways to ask find, where the words found little. It is an offer: where it fails, the answer stands. */
async function furtherFor(
  question: Question,
  shelves: readonly Shelf[],
  hits: Selection['hits'],
  known: { now: number; isStale: () => boolean; bodiesWith: Bodies },
): Promise<number> {
  if (question.words === '' || hits.length >= LITTLE) return 0;
  try {
    return await showMore(question, shelves, hits, known);
  } catch (cause) {
    console.error(cause);
    return 0;
  }
}

/** Asks the full-text indexes once more, for something else; where they answered before. */
const bodiesOf =
  (before: ReadonlySet<string> | undefined, shelves: readonly Shelf[]): Bodies =>
  async (wants) => {
    if (!before || !wants.every(isLong)) return undefined;
    const { findInBodies } = await import('./full-text.ts');
    let found: ReadonlySet<string> | undefined;
    for await (const known of findInBodies(wants, shelves[shelves.length - 1]?.catalogue.year)) found = known;
    return found;
  };

/** Writes behind each choice how many there are, before anything is asked. */
export async function countAll(isStale: () => boolean): Promise<void> {
  const now = presentMoment();
  const shelves = await Promise.all(shelvesFor(noQuestion, now));
  if (!isStale()) showCounts(select(shelves, noQuestion, { now }).counts);
}

/**
 * What the full-text indexes answer, after each of them; nothing, and a word to the reader, where they cannot be asked,
 * and undefined at the end where not all have answered.
 */
async function* bodies(
  question: Question,
  shelves: readonly Shelf[],
  isStale: () => boolean,
): AsyncGenerator<ReadonlySet<string> | undefined> {
  const wants = wantsIn(question.words);
  if (!wants.every(isLong)) {
    say('一个字只在标题、编号、单位名称里查找；查正文请写两个字以上。');
    return;
  }
  try {
    const { canSearchBodies, findInBodies } = await import('./full-text.ts');
    if (!(await once('can search bodies', canSearchBodies))) {
      if (!isStale()) say('本浏览器不支持正文检索，已按标题、编号、单位名称查找。');
      return;
    }
    yield* findInBodies(wants, shelves[shelves.length - 1]?.catalogue.year);
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    yield undefined;
    say(
      '正文没有查完：网络中断，或者网站刚刚更新过。这里只有按标题、编号、单位名称找到的。请刷新页面再查一次。',
    );
  }
}

/** What is asked, in words: each condition is a link that gives it up. */
const showConditions = (question: Question): void =>
  part('results-conditions').replaceChildren(
    ...conditionsOf(question, typeTerm).map(({ text, without }) => {
      const link = linkTo(text, without);
      link.setAttribute('aria-label', `移除：${text}`);
      return element('li', '', link);
    }),
  );

/** Shows what was found. */
function finish(question: Question, { counts }: Selection, summary: Summary): void {
  part('results-heading').replaceChildren(
    ...summary.heading.split(/(\d+)/u).map((text, place) => (place === 1 ? element('b', '', text) : text)),
  );
  part('results-found').textContent = summary.found;
  showCounts(counts);
  const turn = (label: string, page: number | undefined, rel: string): readonly HTMLElement[] => {
    if (page === undefined) return [];
    const link = linkTo(label, { ...question, page });
    link.rel = rel;
    link.className = 'button button-quiet';
    return [link];
  };
  part('results-pages').replaceChildren(
    ...turn('上一页', summary.previous, 'prev'),
    ...turn('下一页', summary.next, 'next'),
    ...(summary.place === '' ? [] : [element('span', 'note', summary.place)]),
  );
}
