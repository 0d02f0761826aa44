import { askServer, now as presentMoment } from '../clock.ts';
import { keepTime } from '../deadline.ts';
import { LITTLE } from '../../core/query-expansion/little.ts';
import type { Answer } from '../../core/search/answer.ts';
import { conditionsOf } from '../../core/search/conditions.ts';
import { addressOf, dependsOnClock, noQuestion, type Question } from '../../core/search/question.ts';
import { summaryOf, type Summary } from '../../core/search/summary.ts';
import { asksTexts, isLong } from '../../core/search/wanted.ts';
import { advise } from './advice.ts';
import { showMore } from './again.ts';
import type { Asked, SearchBackend } from './backend.ts';
import { oldestOf, shelvesFor } from './catalogue.ts';
import { showCounts, tellResults, typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { manifest, part, say } from './parts.ts';
import { showRows } from './result-list.ts';
import { staticIndex } from './static-index.ts';

/** Looks for a question's answer and shows it. @throws when a catalogue does not come */
export async function answer(question: Question, isStale: () => boolean): Promise<void> {
  keepTime();
  showConditions(question);
  // What is open is decided by the server's clock where the device's is wrong, and not shown before that is known.
  if (dependsOnClock(question)) await askServer();
  if (isStale()) return;
  if (question.words !== '' && question.inBodies && !asksTexts(question))
    say('一个字只在标题、编号、单位名称里查找；查正文请写两个字以上。');
  const asked = { now: presentMoment(), isStale };
  await byServerOrFiles(
    isStale,
    (backend) => answerBy(backend, question, asked),
    () => say('检索服务没有应答，这一次改用网站自带的索引查找，结果相同，可能慢一些。'),
  );
}

/** Asks the search server of a site that has one, and the files of the site where there is none or it does not answer. */
async function byServerOrFiles(
  isStale: () => boolean,
  ask: (backend: SearchBackend) => Promise<void>,
  tell: () => void,
): Promise<void> {
  if (manifest.api !== undefined)
    try {
      const { searchServer } = await import('./server.ts');
      return await ask(searchServer(addressOf, oldestOf));
    } catch (cause) {
      if (isStale()) return;
      console.error(cause);
      tell();
    }
  await ask(staticIndex);
}

async function answerBy(backend: SearchBackend, question: Question, asked: Asked): Promise<void> {
  const { now, isStale } = asked;
  let found: Answer | undefined;
  for await (found of backend.find(question, asked)) {
    if (isStale()) return;
    await showRows(found.rows, question, isStale);
  }
  if (isStale() || !found) return;
  const answer = found;
  const summary = summaryOf(answer, question.page);
  finish(question, answer, summary);
  tellResults(answer.total);
  const more = await furtherFor(backend, question, answer, asked);
  if (isStale()) return;
  // Said once, with all of it.
  part('results-status').textContent = summary.status + (more > 0 ? `也查了别的写法，另有 ${more} 条。` : '');
  const isShown = answer.rows.length > 0 || (answer.total === 0 && more > 0);
  if (isShown) return;
  const shelves = answer.total === 0 ? await Promise.all(shelvesFor(question, now)) : [];
  const countOf = (other: Question) => backend.count(other, { question, answer }, now);
  await advise(question, { total: answer.total, pages: summary.pages, shelves }, { countOf, isStale });
}

/** How much other ways to ask find, where the words found little. It is an offer: where it fails, the answer stands. */
async function furtherFor(
  backend: SearchBackend,
  question: Question,
  { total, first, hasTexts }: Answer,
  { now, isStale }: Asked,
): Promise<number> {
  if (question.words === '' || total >= LITTLE) return 0;
  try {
    const shelves = await Promise.all(shelvesFor(question, now));
    return await showMore(question, shelves, new Set(first), {
      now,
      isStale,
      bodiesWith: async (wants) =>
        hasTexts && wants.every(isLong) ? backend.textsWith(wants, question, now) : undefined,
    });
  } catch (cause) {
    console.error(cause);
    return 0;
  }
}

/** Writes behind each choice how many there are, before anything is asked. */
export async function countAll(isStale: () => boolean): Promise<void> {
  await byServerOrFiles(isStale, count, () => undefined);

  async function count(backend: SearchBackend): Promise<void> {
    let found: Answer | undefined;
    for await (found of backend.find(noQuestion, { now: presentMoment(), isStale }));
    if (found && !isStale()) showCounts(found.counts);
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
function finish(question: Question, { counts }: Answer, summary: Summary): void {
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
