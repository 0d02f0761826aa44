import { addressOf, isEmpty, questionIn, type Question } from '../../core/search/question.ts';
import { fill, known, listen, readForm, tellResults, unfold } from './form.ts';
import { part, say } from './parts.ts';

/**
 * The search page: the address holds the question, the form shows it, and the answer comes from `answer.ts`, which is
 * fetched with the first question. Nothing is asked while the reader fills in the form.
 */

const results = part('results');
const heading = part('results-heading');
const status = part('results-status');
const ownTitle = document.title;

/** Counts the questions: an answer to any but the last is dropped. */
let asked = 0;

/** The question that is being answered, as an address. */
let answering = '';

const loadAnswers = () => import('./answer.ts');

listen(
  () => {
    const { search, ignored } = readForm();
    go(search, ignored);
    move();
  },
  () => {
    const { search, ignored } = readForm();
    if (!results.hidden) go(search, ignored);
  },
);

// Every link to this page is a question: conditions to give up, pages of results, examples.
part('main').addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isElsewhere || link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  go(link.search);
  move();
});

window.addEventListener('popstate', () => {
  // A link within the page also comes by here, and asks nothing new.
  if (addressOf(questionIn(location.search, known).question) !== answering) void show();
});

// Whoever comes to the conditions is told how many announcements each would find.
part('filters').addEventListener('focusin', () => void countAhead(), { once: true });

void show();

/** Puts a question into the address and answers it. */
function go(search: string, ignored: readonly string[] = []): void {
  if (search !== location.search) history.pushState(null, '', location.pathname + search);
  void show(ignored);
  unfold(false);
}

/** Takes the reader to the answer. */
function move(): void {
  if (results.hidden) part('q').focus();
  else heading.focus();
}

/** Answers the question in the address. */
async function show(alsoIgnored: readonly string[] = []): Promise<void> {
  const { question, ignored } = questionIn(location.search, known);
  const turn = (asked += 1);
  answering = addressOf(question);
  // What a reader wrote before this script came stays.
  if (turn > 1 || !isEmpty(question)) fill(question, turn === 1);
  clear(question, [...ignored, ...alsoIgnored]);
  if (isEmpty(question)) return;
  const isStale = (): boolean => turn !== asked;
  try {
    const { answer } = await loadAnswers();
    if (!isStale()) await answer(question, isStale);
  } catch (cause) {
    if (isStale()) return;
    console.error(cause);
    heading.textContent = '没有查成';
    status.textContent = '没有查成。';
    say('网络没有连上，或者网站刚刚更新过。请刷新页面再查一次；也可以按下面的类别查找，或者拨打电话。');
    part('results-advice').hidden = false;
  }
}

function clear(question: Question, ignored: readonly string[]): void {
  const isAsked = !isEmpty(question);
  document.title = titleOf(question);
  results.hidden = !isAsked;
  part('examples').hidden = isAsked;
  // From now on the page says so itself (core/search/early.ts).
  document.documentElement.removeAttribute('data-asked');
  heading.textContent = '正在查找…';
  status.textContent = '';
  for (const id of ['results-found', 'results-conditions', 'results-list', 'results-pages', 'also-list'])
    part(id).replaceChildren();
  part('results-advice').hidden = true;
  part('results-also').hidden = true;
  say(ignored.length === 0 ? '' : `有的条件看不懂，没有用上：${ignored.join('、')}。`);
  tellResults(undefined);
}

/** The history of the browser then tells one question from another. */
function titleOf({ words, page }: Question): string {
  return [words === '' ? '' : `“${words}”`, page > 1 ? `第 ${page} 页` : '', ownTitle]
    .filter(Boolean)
    .join('_');
}

async function countAhead(): Promise<void> {
  if (answering !== '') return;
  try {
    const { countAll } = await loadAnswers();
    await countAll(() => answering !== '');
  } catch (cause) {
    // The numbers are help; whoever asks will be told what is wrong.
    console.error(cause);
  }
}
