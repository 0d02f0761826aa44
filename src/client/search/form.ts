import { dayOf, instantAt } from '../../core/announcement/instant.ts';
import type { Counts, Facet } from '../../core/search/facets.ts';
import { boundsOf, type Period } from '../../core/search/period.ts';
import { addressOf, questionIn, wanOf, type Question } from '../../core/search/question.ts';
import { now } from '../clock.ts';
import { element } from '../element.ts';
import { part } from './parts.ts';

const form = part<HTMLFormElement>('search-form');
const filters = part('filters');
const button = part('filters-button');
const typeChoices = part<HTMLTemplateElement>('type-choices');

/** The types stand in the page when it must show them, and until then in their template. */
const types = (): ParentNode => (typeChoices.isConnected ? typeChoices.content : filters);

const inputs = (root: ParentNode, name: string): readonly HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
];

const valuesOf = (root: ParentNode, name: string): readonly string[] =>
  inputs(root, name).map(({ value }) => value);

const scopes = inputs(form, 'scope');

/** What the form offers is what an address may ask for. */
export const known = { types: valuesOf(types(), 'type'), regions: valuesOf(filters, 'region') };

/** The term of a type: the words beside its choice. */
export const typeTerm = (id: string): string =>
  inputs(types(), 'type').find(({ value }) => value === id)?.nextElementSibling?.firstChild?.textContent ??
  id;

/** What the form asks as it stands, as an address, and what of it means nothing, in the reader's words. */
export function readForm(): { search: string; ignored: readonly string[] } {
  const given = new URLSearchParams();
  new FormData(form).forEach((value, name) => given.append(name, String(value)));
  if (!part<HTMLInputElement>('in-bodies').checked) given.append('in', 'title');
  const { question, ignored } = questionIn(`?${given.toString()}`, known);
  return { search: addressOf(question), ignored };
}

/**
 * Makes the form say what a question asks.
 * @param keepsWords whether what stands in the box was typed while the page was loading, and is not lost
 */
export function fill(question: Question, keepsWords = false): void {
  if (question.types.length > 0) showTypes();
  const fields: Readonly<Record<string, string | undefined>> = {
    q: question.words,
    from: question.from,
    to: question.to,
    closesFrom: question.closesFrom,
    closesTo: question.closesTo,
    min: wanOf(question.min),
    max: wanOf(question.max),
    buyer: question.buyer,
    winner: question.winner,
    code: question.code,
    sort: question.sort,
  };
  for (const [name, value = ''] of Object.entries(fields)) {
    const input = part<HTMLInputElement>(name);
    if (name !== 'q' || !keepsWords || input.value === '') input.value = value;
  }
  for (const input of scopes) input.checked = input.value === (question.scope ?? 'recent');
  check('category', question.categories);
  check('type', question.types);
  check('region', question.regions);
  check('status', question.statuses);
  part<HTMLInputElement>('sme').checked = question.smeOnly;
  part<HTMLInputElement>('latest').checked = question.latest;
  part<HTMLInputElement>('in-bodies').checked = question.inBodies;
  tellChosen();
}

function check(name: string, values: readonly string[]): void {
  for (const input of inputs(filters, name)) input.checked = values.indexOf(input.value) >= 0;
}

/** Writes behind each choice how many there would be. */
export function showCounts(counts: Readonly<Record<Facet, Counts>>): void {
  for (const [facet, numbers] of Object.entries(counts)) {
    for (const input of [...inputs(filters, facet), ...inputs(typeChoices.content, facet)]) {
      const label = input.nextElementSibling!;
      label.querySelector('.count')?.remove();
      const count = numbers.get(input.value) ?? 0;
      label.append(element('span', 'count', ` ${count}`));
      label.classList.toggle('has-none', count === 0);
    }
  }
}

/** Writes on the button of narrow screens how many results stand below it. */
export function tellResults(count: number | undefined): void {
  button.textContent = count === undefined ? '筛选' : `筛选（${count} 条）`;
}

/** Opens or closes the conditions on narrow screens; on wide ones they always stand open. */
export function unfold(isOpen: boolean): void {
  filters.classList.toggle('is-open', isOpen);
  button.setAttribute('aria-expanded', String(isOpen));
}

function showTypes(): void {
  if (typeChoices.isConnected) typeChoices.replaceWith(typeChoices.content);
}

const chosenIn = (section: Element): number =>
  [...section.querySelectorAll<HTMLInputElement>('input')].filter(({ type, checked, value }) =>
    type === 'checkbox' ? checked : value !== '',
  ).length;

function tellChosen(): void {
  for (const section of filters.querySelectorAll('details')) {
    const count = chosenIn(section);
    section.querySelector('.chosen')!.textContent = count > 0 ? `已选 ${count}` : '';
  }
}

/** Fills in the bounds that a button stands for. */
function choosePeriod(period: Period): void {
  const bounds = boundsOf(period, dayOf(instantAt(now())));
  for (const [name, value] of Object.entries(bounds)) part<HTMLInputElement>(name).value = value;
}

/**
 * Listens to the form: `ask` is called when the reader wants an answer, `askAgain` when he wants what is shown in
 * another order or from other years; nothing else that is chosen asks.
 */
export function listen(ask: () => void, askAgain: () => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  // In the page's head is a script that opens them before this one comes; a web server may refuse it.
  if (!document.documentElement.hasAttribute('data-early'))
    button.addEventListener('click', () => unfold(button.getAttribute('aria-expanded') !== 'true'));
  for (const input of [...scopes, part('sort')]) input.addEventListener('change', askAgain);
  filters.addEventListener('change', tellChosen);
  filters.addEventListener('click', ({ target }) => {
    const period = (target as Element).closest<HTMLElement>('[data-days], [data-months], [data-closes-in]');
    if (!period) return;
    choosePeriod(period.dataset);
    ask();
  });
  typeChoices.closest('details')!.addEventListener('toggle', showTypes, { once: true });
  tellChosen();
}
