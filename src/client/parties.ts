/*
 * The search of /parties/, a file of its own: it would be too much for the one that every page has, and takes nothing
 * from it, since what two files share becomes a third. Without it the form asks the search of the site.
 */

/** Columns of `/parties/names.json`; see `partyNames` in site/parties/directory.ts. */
interface Names {
  ids: readonly string[];
  names: readonly string[];
  initials: readonly string[];
}

/** Longer lists are not read: one more letter shortens them. */
const MOST = 50;

const form = document.querySelector<HTMLFormElement>('form[data-names]')!;
const input = form.querySelector('input')!;
const answer = form.querySelector<HTMLElement>('[role=status]')!;
const list = form.querySelector<HTMLElement>('[data-found]')!;
const whole = document.querySelectorAll<HTMLElement>('[data-whole], .party-letters');

let fetched: Promise<Names> | undefined;
const names = (): Promise<Names> =>
  (fetched ??= fetch(form.dataset['names']!).then((response) => {
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response.json() as Promise<Names>;
  }));

/** Shows the units whose name holds what is typed, or whose syllables begin with these letters one after another. */
async function find(): Promise<void> {
  const typed = input.value.trim();
  for (const part of whole) part.hidden = typed !== '';
  if (typed === '') return show([], '');
  try {
    const { ids, names: all, initials } = await names();
    if (typed !== input.value.trim()) return;
    const plain = formOf(typed);
    const places = ids
      .map((_, place) => place)
      .filter((place) => formOf(all[place]!).indexOf(plain) >= 0 || initials[place]!.indexOf(plain) >= 0);
    const links = places.slice(0, MOST).map((place) => linkTo(ids[place]!, all[place]!));
    show(links, places.length === 0 ? '没有这个单位。少输几个字再试。' : countOf(places.length));
  } catch (cause) {
    console.error(cause);
    fetched = undefined;
    for (const part of whole) part.hidden = false;
    show([], '名单没有取到，请从下面按字母找。');
  }
}

const countOf = (found: number): string =>
  found > MOST ? `${found} 个单位，先列 ${MOST} 个，再输一两个字就少了` : `${found} 个单位`;

/** Brackets of one kind, no blanks, small letters. */
const formOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

function linkTo(id: string, name: string): HTMLElement {
  const link = document.createElement('a');
  link.href = form.dataset['names']!.replace('names.json', `${id}/`);
  link.textContent = name;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function show(links: readonly HTMLElement[], words: string): void {
  list.replaceChildren(...links);
  answer.textContent = words;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void find();
});
input.addEventListener('input', () => void find());
input.value = new URLSearchParams(location.search).get('q') ?? '';
if (input.value !== '') void find();

export {};
