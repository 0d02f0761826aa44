import { passages } from '../../core/search/excerpt.ts';
import { isSingle, partsOf } from '../../core/search/text.ts';
import type { SearchManifest } from '../../core/search/manifest.ts';
import { candidatesOf, hasParts, type Candidate } from './catalogue.ts';
import { canSearchBodies, findInBodies } from './full-text.ts';
import { addressOf, isEmpty, questionIn, type Question } from './question.ts';
import { element, excerptOf, rowOf } from './result-list.ts';
import { once, readJson } from './site-files.ts';

/** Rows on one page of results. */
const PAGE = 20;

const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const form = part<HTMLFormElement>('search-form');
const results = part('results');
const heading = part('results-heading');
const status = part('results-status');
const notice = part('results-notice');
const list = part<HTMLUListElement>('results-list');
const pager = part('results-pages');
const advice = part('results-advice');
const manifest = JSON.parse(part('search-manifest').textContent) as SearchManifest;

const ownTitle = document.title;

/** Counts the questions: an answer to any but the last is dropped. */
let asked = 0;

/** The last question, as an address. */
let answering = '';

/** What is known of the answer. Those found in title, code or parties come first, then those found in the text. */
interface Answer {
  question: Question;
  parts: readonly string[];
  inTitles: readonly Candidate[];
  inBodies: readonly Candidate[];
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const given = new URLSearchParams();
  new FormData(form).forEach((value, name) => given.append(name, String(value)));
  go(questionIn(`?${given.toString()}`));
});

window.addEventListener('popstate', () => {
  const question = questionIn(location.search);
  // A link within the page also comes by here, and asks nothing new.
  if (addressOf(question) !== answering) void answer(question);
});

fill(questionIn(location.search));
void answer(questionIn(location.search));

/** Puts the question into the address and answers it. */
function go(question: Question): void {
  const address = location.pathname + addressOf(question);
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
  void answer(question);
  heading.focus();
}

function fill({ words, category, inBodies }: Question): void {
  part<HTMLInputElement>('q').value = words;
  part<HTMLSelectElement>('category').value = category ?? '';
  part<HTMLInputElement>('in-title').checked = !inBodies;
}

async function answer(question: Question): Promise<void> {
  const turn = (asked += 1);
  const isStale = (): boolean => turn !== asked;
  answering = addressOf(question);
  fill(question);
  clear(question);
  if (isEmpty(question)) return;
  try {
    await answerFromTitles(question, isStale);
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    status.textContent = '没有查成。';
    say('网络没有连上，或者网站刚刚更新过。请刷新页面再查一次；也可以按下面的类别查找。');
    advice.hidden = false;
  }
}

function clear(question: Question): void {
  document.title = titleOf(question);
  results.hidden = isEmpty(question);
  list.replaceChildren();
  pager.replaceChildren();
  notice.hidden = true;
  advice.hidden = true;
  status.textContent = isEmpty(question) ? '' : '正在查找…';
}

/** The history of the browser then tells one question from another. */
function titleOf({ words, page }: Question): string {
  if (words === '') return ownTitle;
  return `“${words}”${page > 1 ? `第 ${page} 页` : ''}_${ownTitle}`;
}

const say = (words: string): void => {
  notice.textContent = words;
  notice.hidden = false;
};

/** First by the catalogues, which every browser can read; then, where it can and the reader wants it, by the text. */
async function answerFromTitles(question: Question, isStale: () => boolean): Promise<void> {
  const parts = partsOf(question.words);
  const all: Candidate[] = [];
  const known: Answer = { question, parts, inTitles: [], inBodies: [] };
  for (const loading of manifest.years.map((year) => candidatesOf(manifest, year))) {
    const candidates = await loading;
    if (isStale()) return;
    all.push(
      ...candidates.filter(
        ({ listed }) => question.category === undefined || listed.category === question.category,
      ),
    );
    known.inTitles = all.filter((candidate) => hasParts(candidate, parts));
    showRows(known);
  }
  if (parts.length > 0 && question.inBodies) await answerFromBodies(known, all, isStale);
  if (!isStale()) finish(known);
}

async function answerFromBodies(
  known: Answer,
  all: readonly Candidate[],
  isStale: () => boolean,
): Promise<void> {
  if (known.parts.some(isSingle)) {
    say('一个字只在标题、编号、单位名称里查找；查正文请写两个字以上。');
    return;
  }
  if (!(await once('can search bodies', canSearchBodies))) {
    if (!isStale()) say('本浏览器不支持正文检索，已按标题、编号、单位名称查找。');
    return;
  }
  const titles = new Set(known.inTitles);
  try {
    for await (const ids of findInBodies(manifest, known.parts)) {
      if (isStale()) return;
      known.inBodies = all.filter((candidate) => ids.has(candidate.listed.id) && !titles.has(candidate));
      showRows(known);
    }
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    say(
      '正文没有查完：网络中断，或者网站刚刚更新过。这里只有按标题、编号、单位名称找到的。请刷新页面再查一次。',
    );
  }
}

/** Rows are only ever added below those that are there, so that nothing moves under the reader's finger. */
function showRows({ question, parts, inTitles, inBodies }: Answer): void {
  const shown = [...inTitles, ...inBodies].slice((question.page - 1) * PAGE, question.page * PAGE);
  for (const [place, candidate] of shown.entries()) {
    const present = list.children[place] as HTMLElement | undefined;
    if (present?.dataset['id'] === candidate.listed.id) continue;
    const row = rowOf(manifest, candidate.listed, parts);
    if (inBodies.includes(candidate)) void addExcerpt(row, candidate, parts);
    if (present) present.before(row);
    else list.append(row);
  }
  while (list.children.length > shown.length) list.lastElementChild!.remove();
}

/** An excerpt is help, not the answer: where its file does not come, the row stands without it. */
async function addExcerpt(
  row: HTMLElement,
  { listed, textFile }: Candidate,
  parts: readonly string[],
): Promise<void> {
  try {
    const texts = await once(textFile, () =>
      readJson<Record<string, readonly string[]>>(manifest.base + textFile),
    );
    const found = passages(texts[listed.id] ?? [], parts);
    if (found.length > 0) row.append(excerptOf(found));
  } catch (cause) {
    console.error(cause);
  }
}

function finish({ question, inTitles, inBodies }: Answer): void {
  const count = inTitles.length + inBodies.length;
  const pages = Math.max(1, Math.ceil(count / PAGE));
  status.textContent = summary(count, inBodies.length, question.page, pages);
  if (count === 0 || list.children.length === 0) showAdvice(question);
  showPages(question, pages);
}

function summary(count: number, inBodies: number, page: number, pages: number): string {
  if (count === 0) return '共 0 条，没有找到。';
  const some = inBodies === count ? '都' : `其中 ${inBodies} 条`;
  const where = inBodies > 0 ? `，${some}是在正文中找到的` : '';
  return `共 ${count} 条${where}${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}。`;
}

/** What else could be asked: the same question, wider. */
function showAdvice(question: Question): void {
  const wider: (readonly [string, Question])[] = [];
  if (question.page > 1) wider.push(['看第 1 页', { ...question, page: 1 }]);
  if (question.category && question.words !== '')
    wider.push(['在全部类别里查找', { ...question, category: undefined, page: 1 }]);
  if (!question.inBodies) wider.push(['同时查找正文', { ...question, inBodies: true, page: 1 }]);
  part('results-wider').replaceChildren(
    ...wider.map(([label, other]) => element('li', '', linkTo(label, other))),
  );
  advice.hidden = false;
}

function showPages(question: Question, pages: number): void {
  const { page } = question;
  pager.replaceChildren(
    ...(page > 1 && page <= pages ? [linkTo('上一页', { ...question, page: page - 1 }, 'prev')] : []),
    ...(page < pages ? [linkTo('下一页', { ...question, page: page + 1 }, 'next')] : []),
  );
}

/** A link that works by its address, and without leaving the page where that is enough. */
function linkTo(label: string, question: Question, rel = ''): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = location.pathname + addressOf(question);
  link.textContent = label;
  if (rel !== '') {
    link.rel = rel;
    link.className = 'button button-quiet';
  }
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(question);
  });
  return link;
}
