import { askServer, now as presentMoment } from '../clock.ts';
import { keepTime } from '../deadline.ts';
import { noQuestion, SCOPES, usualSort, type Question, type Scope } from '../../core/search/question.ts';
import { conditionsOf } from '../../core/search/conditions.ts';
import { select, type Selection } from '../../core/search/select.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { isSingle, partsOf } from '../../core/search/text.ts';
import { advise } from './advice.ts';
import { shelvesFor } from './catalogue.ts';
import { showCounts, tellResults, typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { part, say } from './parts.ts';
import { PAGE, showRows } from './result-list.ts';
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
    if (isSteady && place < coming.length - 1) showRows(select(shelves, question, { now }), question);
  }
  let found = select(shelves, question, { now });
  let inBodies: ReadonlySet<string> | undefined;
  showRows(found, question);
  if (question.words !== '' && question.inBodies) {
    for await (inBodies of bodies(question, shelves, isStale)) {
      if (isStale()) return;
      found = select(shelves, question, { now, inBodies });
      showRows(found, question);
    }
  }
  if (isStale()) return;
  finish(question, found);
  if (part('results-list').children.length === 0) await advise(question, { now, inBodies, isStale });
}

const dependsOnClock = ({ scope, statuses, sort }: Question): boolean =>
  scope === 'open' || statuses.length > 0 || sort === 'deadline';

/** Writes behind each choice how many there are, before anything is asked. */
export async function countAll(isStale: () => boolean): Promise<void> {
  const now = presentMoment();
  const shelves = await Promise.all(shelvesFor(noQuestion, now));
  if (!isStale()) showCounts(select(shelves, noQuestion, { now }).counts);
}

/** What the full-text indexes answer, after each of them; nothing, and a word to the reader, where they cannot be asked. */
async function* bodies(
  question: Question,
  shelves: readonly Shelf[],
  isStale: () => boolean,
): AsyncGenerator<ReadonlySet<string>> {
  const parts = partsOf(question.words);
  if (parts.some(isSingle)) {
    say('一个字只在标题、编号、单位名称里查找；查正文请写两个字以上。');
    return;
  }
  try {
    const { canSearchBodies, findInBodies } = await import('./full-text.ts');
    if (!(await once('can search bodies', canSearchBodies))) {
      if (!isStale()) say('本浏览器不支持正文检索，已按标题、编号、单位名称查找。');
      return;
    }
    yield* findInBodies(parts, shelves[shelves.length - 1]?.catalogue.year);
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    say(
      '正文没有查完：网络中断，或者网站刚刚更新过。这里只有按标题、编号、单位名称找到的。请刷新页面再查一次。',
    );
  }
}

/** What is asked, in words: where one looks, and each condition with a way to give it up. */
function showConditions(question: Question): void {
  const { scope = 'recent' } = question;
  const others = (Object.keys(SCOPES) as Scope[]).filter((other) => other !== scope);
  const links = others.map((other) => linkTo(SCOPES[other], { ...question, scope: other, page: 1 }));
  part('results-scope').replaceChildren(
    `在“${SCOPES[scope]}”里查找；改查：`,
    ...links.flatMap((link, place) => [place > 0 ? '、' : '', link]),
    '。',
  );
  part('results-conditions').replaceChildren(
    ...conditionsOf(question, typeTerm).map(({ text, without }) =>
      element('li', '', linkTo(`移除：${text}`, without)),
    ),
  );
}

function finish(question: Question, { hits, counts }: Selection): void {
  const pages = Math.max(1, Math.ceil(hits.length / PAGE));
  const count = `共 ${hits.length} 条`;
  const more = [
    whereFound(hits),
    pages > 1 && question.page <= pages ? `第 ${question.page} 页，共 ${pages} 页` : '',
  ].filter(Boolean);
  part('results-heading').textContent = count;
  part('results-found').textContent = more.map((words) => `${words}。`).join('');
  part('results-status').textContent =
    hits.length === 0 ? `${count}，没有找到。` : `${[count, ...more].join('，')}。`;
  showCounts(counts);
  tellResults(hits.length);
  showPages(question, pages);
}

function whereFound(hits: Selection['hits']): string {
  const inBodies = hits.filter(({ rank }) => rank === 3).length;
  if (inBodies === 0) return '';
  return `${inBodies === hits.length ? '都' : `其中 ${inBodies} 条`}是在正文中找到的`;
}

function showPages(question: Question, pages: number): void {
  const { page } = question;
  const turn = (label: string, to: number, rel: string): HTMLAnchorElement => {
    const link = linkTo(label, { ...question, page: to });
    link.rel = rel;
    link.className = 'button button-quiet';
    return link;
  };
  part('results-pages').replaceChildren(
    ...(page > 1 && page <= pages ? [turn('上一页', page - 1, 'prev')] : []),
    ...(page < pages ? [turn('下一页', page + 1, 'next')] : []),
  );
}
